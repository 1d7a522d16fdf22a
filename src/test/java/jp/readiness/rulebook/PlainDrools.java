package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Option;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/**
 * The author's own DRL, run by Drools as it stands: with declared types, in a session, without our reader, printer or
 * facts. What it says on a fully answered sheet is the judge of ours. (Open questions are null to it, which means
 * something else.) Public, like what the rules call, since Drools generates code in a package of its own.
 */
public final class PlainDrools {

    private static final String PACKAGE = "plain";

    /** Not \\b, which from Java 19 on knows ASCII letters only. */
    private static final String END_OF_NAME = "(?![\\p{L}\\p{Nd}_])";

    private final Edition edition;
    private final KieBase rules;

    PlainDrools(Edition edition) {
        this.edition = edition;
        this.rules = new KieHelper().addContent(drl(edition), ResourceType.DRL).build(ExecutableModelProject.class);
    }

    /** Names of the rules that fire. */
    Set<String> fired(Answers answers) {
        Set<String> fired = new TreeSet<>();
        KieSession session = rules.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    fired.add(event.getMatch().getRule().getName());
                }
            });
            session.setGlobal("advice", new PlainAdvice());
            session.insert(applicant(answers));
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return fired;
    }

    private Object applicant(Answers answers) {
        try {
            FactType type = rules.getFactType(PACKAGE, "Applicant");
            Object applicant = type.newInstance();
            for (Question question : edition.questions()) {
                Answer answer = answers.get(question.id()).orElseThrow();
                type.set(applicant, question.id(), value(question, answer));
            }
            return applicant;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(Question question, Answer answer) throws ReflectiveOperationException {
        if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.yes();
        }
        if (answer instanceof Answer.Number number) {
            return number.value();
        }
        if (answer instanceof Answer.Choice choice) {
            return constant(question, choice.option());
        }
        if (answer instanceof Answer.Choices choices) {
            Set<Object> constants = new HashSet<>();
            for (String option : choices.options()) {
                constants.add(constant(question, option));
            }
            return constants;
        }
        return ((Answer.ShortText) answer).text();
    }

    private Object constant(Question question, String option) throws ReflectiveOperationException {
        ClassLoader generated =
                rules.getFactType(PACKAGE, "Applicant").getFactClass().getClassLoader();
        return generated
                .loadClass(PACKAGE + "." + question.enumName())
                .getMethod("valueOf", String.class)
                .invoke(null, option);
    }

    private static String drl(Edition edition) {
        StringBuilder drl = new StringBuilder("package " + PACKAGE + ";\n"
                + "import static " + PlainMath.class.getCanonicalName() + ".min;\n"
                + "import static " + PlainMath.class.getCanonicalName() + ".max;\n"
                + "import static " + PlainMath.class.getCanonicalName() + ".table;\n"
                + "global " + PlainAdvice.class.getCanonicalName() + " advice;\n");
        for (Question question : edition.questions()) {
            if (question.type().hasOptions()) {
                String options = question.options().stream().map(Option::id).collect(Collectors.joining(", "));
                drl.append("declare enum " + question.enumName() + " " + options + "; end\n");
            }
        }
        drl.append("declare Applicant\n");
        for (Question question : edition.questions()) {
            drl.append("    " + question.id() + " : " + type(question) + "\n");
        }
        return drl.append("end\n").append(withNumbers(edition)).toString();
    }

    private static String type(Question question) {
        return switch (question.type()) {
            case YES_NO -> "Boolean";
            case WHOLE, DECIMAL -> "java.math.BigDecimal";
            case CHOICE -> question.enumName();
            case CHOICES -> "java.util.Set";
            case TEXT -> "String";
        };
    }

    /** Parameters are no Java constants; so their values are written in their place. */
    private static String withNumbers(Edition edition) {
        String drl = withoutAmounts(edition.rules());
        for (Parameter parameter : edition.parameters().values()) {
            String name = "Parameters." + parameter.id();
            if (parameter.value().isPresent()) {
                drl = drl.replaceAll(name + END_OF_NAME, parameter.value().get().toPlainString() + "B");
            } else {
                String entries = parameter.table().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().toPlainString())
                        .collect(Collectors.joining(" "));
                drl = drl.replaceAll(name + "\\s*\\(", "table( \"" + entries + "\", ");
            }
        }
        return drl;
    }

    /** What stands after "then" is Java to Drools, in which an amount cannot name questions; only what fires is judged. */
    private static String withoutAmounts(String drl) {
        return drl.replaceAll("(advice\\.grant\\( *\"[^\"]*\")[^;]*;", "$1 );");
    }

    /** What the rules call. */
    public static final class PlainAdvice {

        public void unmet(String id) {}

        public void signal(String id) {}

        public void strength(String id) {}

        public void placement(String id) {}

        public void referral(String id) {}

        public void grant(String id) {}
    }

    /** The functions that our DRL has and Java has not. */
    public static final class PlainMath {

        private PlainMath() {}

        public static BigDecimal min(Object... numbers) {
            return Arrays.stream(numbers)
                    .map(PlainMath::exact)
                    .reduce(BigDecimal::min)
                    .orElseThrow();
        }

        public static BigDecimal max(Object... numbers) {
            return Arrays.stream(numbers)
                    .map(PlainMath::exact)
                    .reduce(BigDecimal::max)
                    .orElseThrow();
        }

        private static BigDecimal exact(Object number) {
            return new BigDecimal(number.toString());
        }

        public static BigDecimal table(String entries, Object option) {
            Map<String, BigDecimal> table = Arrays.stream(entries.split(" "))
                    .map(entry -> entry.split("="))
                    .collect(Collectors.toMap(entry -> entry[0], entry -> new BigDecimal(entry[1])));
            return Objects.requireNonNull(table.get(option.toString()));
        }
    }
}
