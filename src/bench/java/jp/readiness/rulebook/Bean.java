package jp.readiness.rulebook;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import org.jspecify.annotations.Nullable;

/**
 * A plain bean {@code bench.Applicant} with one field a question, null where it is open, and the rules as plain Java lambdas
 * on it: written and compiled as somebody would write them by hand. Options are interned texts, compared by reference as
 * enums are.
 */
@SuppressWarnings("unchecked") // its classes are made as they are asked for here
final class Bean {

    private static final int LAMBDAS_A_CLASS = 500;
    /** For engines that implement an interface. */
    private static final String RULES = """
            package bench;
            public interface Rules {
              void fire(Applicant a, java.util.BitSet out);
            }
            """;

    private static final String CALLER = """
            package bench;
            public record Caller(Rules rules) implements java.util.function.BiConsumer<Object, java.util.BitSet> {
              public void accept(Object bean, java.util.BitSet out) { rules.fire((Applicant) bean, out); }
            }
            """;

    private static final PrintedCondition.Language JAVA = new PrintedCondition.Language("a.", "\"", false);

    private final Workload workload;
    private final Path folder;
    private final ClassLoader loader;

    Bean(Workload workload) throws IOException {
        this.workload = workload;
        this.folder = Files.createTempDirectory("bench");
        List<Path> sources =
                new ArrayList<>(List.of(write("Applicant", bean()), write("Rules", RULES), write("Caller", CALLER)));
        for (int from = 0; from < rules(); from += LAMBDAS_A_CLASS) {
            sources.add(write("Lambdas" + from, lambdas(from)));
        }
        compile(sources);
        this.loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Bean.class.getClassLoader());
    }

    private int rules() {
        return workload.models().size();
    }

    private Path write(String name, String source) throws IOException {
        Path file = folder.resolve("bench").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source);
    }

    private void compile(List<Path> sources) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = javac.getStandardFileManager(null, null, null)) {
            boolean done = javac.getTask(
                            said,
                            files,
                            null,
                            List.of("-proc:none", "-d", folder.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!done) {
                throw new IllegalStateException(said.toString());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String bean() {
        StringBuilder source =
                new StringBuilder("package bench;\npublic class Applicant implements jp.readiness.rulebook.Fired {\n");
        source.append("  public java.util.BitSet fired = new java.util.BitSet();\n");
        source.append("  public java.util.BitSet getFired() { return fired; }\n");
        for (Question question : workload.edition().questions()) {
            String id = question.id();
            String type = type(question);
            source.append("  public " + type + " " + id + ";\n  public " + type + " get"
                    + Character.toUpperCase(id.charAt(0)) + id.substring(1) + "() { return " + id + "; }\n");
        }
        return source.append(fillerSource()).append("}\n").toString();
    }

    /** From answers to the bean, as somebody would write it by hand. */
    private String fillerSource() {
        StringBuilder source = new StringBuilder("""
                  static final java.util.Map<String, String> OPTIONS = new java.util.HashMap<>();
                  public static final java.util.function.Function<jp.readiness.programme.Answers, Object> FILLED = answers -> {
                    Applicant a = new Applicant();
                    java.util.Map<String, jp.readiness.programme.Answer> all = answers.byQuestion();
                    jp.readiness.programme.Answer one;
                """);
        for (Question question : workload.edition().questions()) {
            String value = switch (question.type()) {
                case YES_NO -> "((jp.readiness.programme.Answer.YesNo) one).yes()";
                case WHOLE -> "((jp.readiness.programme.Answer.Number) one).value().intValueExact()";
                default -> "OPTIONS.get(((jp.readiness.programme.Answer.Choice) one).option())";
            };
            source.append(
                    "    one = all.get(\"%1$s\"); if (one != null) a.%1$s = %2$s;%n".formatted(question.id(), value));
        }
        source.append("    return a;\n  };\n  static {\n");
        workload.edition()
                .questions()
                .forEach(question -> question.options()
                        .forEach(option ->
                                source.append("    OPTIONS.put(\"%1$s\", \"%1$s\");%n".formatted(option.id()))));
        return source.append("  }\n").toString();
    }

    private static String type(Question question) {
        return switch (question.type()) {
            case YES_NO -> "Boolean";
            case WHOLE -> "Integer";
            case CHOICE -> "String";
            default -> throw new UnsupportedOperationException(question.type().toString());
        };
    }

    private String lambdas(int from) {
        PrintedCondition printed = new PrintedCondition(workload, JAVA);
        StringBuilder source = new StringBuilder("package bench;\npublic class Lambdas" + from + " {\n"
                + "  public static void add(java.util.List<java.util.function.Predicate<Applicant>> rules) {\n");
        for (int rule = from; rule < Math.min(rules(), from + LAMBDAS_A_CLASS); rule++) {
            source.append("    rules.add(a -> " + printed.of(rule) + ");\n");
        }
        return source.append("  }\n}\n").toString();
    }

    /** To be given to engines that are to know the bean. */
    ClassLoader loader() {
        return loader;
    }

    Class<?> type() throws ClassNotFoundException {
        return loader.loadClass("bench.Applicant");
    }

    Predicate<Object>[] lambdas() throws ReflectiveOperationException {
        List<Predicate<Object>> rules = new ArrayList<>();
        for (int from = 0; from < rules(); from += LAMBDAS_A_CLASS) {
            loader.loadClass("bench.Lambdas" + from)
                    .getMethod("add", List.class)
                    .invoke(null, rules);
        }
        return rules.toArray(new Predicate[0]);
    }

    BiConsumer<Object, BitSet> caller(Object rules) throws ReflectiveOperationException {
        return (BiConsumer<Object, BitSet>)
                loader.loadClass("bench.Caller").getConstructors()[0].newInstance(rules);
    }

    Function<Answers, Object> filler() throws ReflectiveOperationException {
        return (Function<Answers, Object>) type().getField("FILLED").get(null);
    }

    /** One bean a sheet. */
    Object[] beans() throws ReflectiveOperationException {
        List<Object> beans = new ArrayList<>();
        for (Map<String, @Nullable Object> values : values()) {
            beans.add(bean(values));
        }
        return beans.toArray();
    }

    Object bean(Map<String, @Nullable Object> values) throws ReflectiveOperationException {
        Object bean = type().getConstructor().newInstance();
        for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
            type().getField(value.getKey()).set(bean, value.getValue());
        }
        return bean;
    }

    /** One map a sheet, null where a question is open. */
    List<Map<String, @Nullable Object>> values() {
        return workload.sheets().stream().map(this::values).toList();
    }

    private Map<String, @Nullable Object> values(Answers answers) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (Question question : workload.edition().questions()) {
            values.put(
                    question.id(), answers.get(question.id()).map(Bean::value).orElse(null));
        }
        return values;
    }

    private static Object value(Answer answer) {
        if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.yes();
        }
        return answer instanceof Answer.Number number
                ? (Object) number.value().intValueExact()
                : ((Answer.Choice) answer).option().intern();
    }
}
