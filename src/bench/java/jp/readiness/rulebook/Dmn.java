package jp.readiness.rulebook;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The same rules as one DMN decision table that collects the numbers of all rules that hold, in two engines. */
final class Dmn {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="bench" name="bench" namespace="bench">
            """;

    private Dmn() {}

    static Contender camunda(Workload workload) throws Exception {
        // its newer FEEL reads the text of every cell anew for every applicant: 440 a second instead of 38,000
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        DmnEngine engine = configuration.buildEngine();
        byte[] xml = xml(workload, Dmn::list).getBytes(StandardCharsets.UTF_8);
        DmnDecision decision = engine.parseDecision("fired", new ByteArrayInputStream(xml));
        List<Map<String, @Nullable Object>> values = new Bean(workload).values();
        return sheet -> {
            BitSet fired = new BitSet();
            for (DmnDecisionRuleResult row :
                    engine.evaluateDecisionTable(decision, Variables.fromMap(values.get(sheet)))) {
                fired.set(((Number) row.getSingleEntry()).intValue());
            }
            return fired;
        };
    }

    static Contender kie(Workload workload) throws Exception {
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(
                        List.of(ResourceFactory.newReaderResource(new StringReader(xml(workload, Dmn::expression)))))
                .getOrElseThrow(IllegalStateException::new);
        DMNModel model = runtime.getModels().get(0);
        List<Map<String, @Nullable Object>> values = new Bean(workload).values();
        return sheet -> {
            DMNContext context = runtime.newContext();
            values.get(sheet).forEach(context::set);
            Object found = runtime.evaluateAll(model, context)
                    .getDecisionResultById("fired")
                    .getResult();
            BitSet fired = new BitSet();
            if (found instanceof List<?> rules) {
                rules.forEach(rule -> fired.set(((Number) rule).intValue()));
            }
            return fired;
        };
    }

    private static String xml(Workload workload, CellPrinter printer) {
        List<Question> questions = workload.edition().questions();
        StringBuilder xml = new StringBuilder(HEAD);
        for (Question question : questions) {
            xml.append("<inputData id=\"i_%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>\n"
                    .formatted(question.id(), type(question)));
        }
        xml.append("<decision id=\"fired\" name=\"fired\"><variable name=\"fired\"/>\n");
        for (Question question : questions) {
            xml.append(
                    "<informationRequirement id=\"r_%1$s\"><requiredInput href=\"#i_%1$s\"/></informationRequirement>\n"
                            .formatted(question.id()));
        }
        xml.append("<decisionTable id=\"table\" hitPolicy=\"COLLECT\">\n");
        for (Question question : questions) {
            xml.append(
                    "<input id=\"c_%1$s\"><inputExpression id=\"e_%1$s\" typeRef=\"%2$s\"><text>%1$s</text></inputExpression></input>\n"
                            .formatted(question.id(), type(question)));
        }
        xml.append("<output id=\"rule\" name=\"rule\" typeRef=\"number\"/>\n");
        int row = 0;
        for (int rule = 0; rule < workload.models().size(); rule++) {
            for (Map<Integer, List<Check>> cells :
                    rows(workload.models().get(rule).condition())) {
                xml.append(row(workload, printer, cells, rule, row++));
            }
        }
        return xml.append("</decisionTable></decision></definitions>\n").toString();
    }

    private static String row(
            Workload workload, CellPrinter printer, Map<Integer, List<Check>> cells, int rule, int row) {
        StringBuilder xml = new StringBuilder("<rule id=\"row_" + row + "\">");
        for (int question = 0; question < workload.edition().questions().size(); question++) {
            String text = cells.containsKey(question) ? printer.print(workload, question, cells.get(question)) : "-";
            xml.append("<inputEntry id=\"n_" + row + "_" + question + "\"><text>" + escaped(text)
                    + "</text></inputEntry>");
        }
        return xml + "<outputEntry id=\"o_" + row + "\"><text>" + rule + "</text></outputEntry></rule>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String type(Question question) {
        return switch (question.type()) {
            case YES_NO -> "boolean";
            case WHOLE -> "number";
            default -> "string";
        };
    }

    /** The condition as alternatives, each a test for every question that it reads. */
    private static List<Map<Integer, List<Check>>> rows(Condition condition) {
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().flatMap(part -> rows(part).stream()).toList();
        }
        if (condition instanceof Condition.And and) {
            List<Map<Integer, List<Check>>> rows = List.of(Map.of());
            for (Condition part : and.parts()) {
                rows = both(rows, rows(part));
            }
            return rows;
        }
        return List.of(cell(((Condition.Leaf) condition).check()));
    }

    private static List<Map<Integer, List<Check>>> both(
            List<Map<Integer, List<Check>>> some, List<Map<Integer, List<Check>>> more) {
        List<Map<Integer, List<Check>>> rows = new ArrayList<>();
        for (Map<Integer, List<Check>> one : some) {
            for (Map<Integer, List<Check>> other : more) {
                Map<Integer, List<Check>> row = new TreeMap<>(one);
                other.forEach((question, test) -> row.merge(
                        question,
                        test,
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
                rows.add(row);
            }
        }
        return rows;
    }

    private static Map<Integer, List<Check>> cell(Check check) {
        if (check instanceof Check.Whole whole) {
            return Map.of(whole.question(), List.of(check));
        }
        if (check instanceof Check.Is is) {
            return Map.of(is.question(), List.of(check));
        }
        if (check instanceof Check.Several several) {
            Map<Integer, List<Check>> cells = several.checks().stream()
                    .flatMap(part -> cell(part).entrySet().stream())
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey,
                            TreeMap::new,
                            Collectors.flatMapping(part -> part.getValue().stream(), Collectors.toList())));
            cells.replaceAll((question, parts) -> List.of(new Check.Several(parts, several.any())));
            return cells;
        }
        throw new IllegalArgumentException("not printed for other engines: " + check);
    }

    /** How an engine writes all tests of one question in its cell; each is to fail while the question is open. */
    private interface CellPrinter {
        String print(Workload workload, int question, List<Check> tests);
    }

    /** As FEEL of DMN 1.3 has it: an expression about "?". */
    private static String expression(Workload workload, int question, List<Check> tests) {
        return "? != null and "
                + tests.stream().map(test -> expression(workload, test)).collect(Collectors.joining(" and "));
    }

    private static String expression(Workload workload, Check check) {
        if (check instanceof Check.Whole whole) {
            return "? " + whole.operator().drl().replace("==", "=") + " " + constant(workload, whole);
        }
        if (check instanceof Check.Is is) {
            return "? " + (is.is() ? "=" : "!=") + " " + option(workload, is.question(), is.option());
        }
        Check.Several several = (Check.Several) check;
        return several.checks().stream()
                .map(part -> expression(workload, part))
                .collect(Collectors.joining(several.any() ? " or " : " and ", "(", ")"));
    }

    /** As FEEL of DMN 1.1 has it: a list of the options or of the spans of numbers that pass; an empty one would let all pass. */
    private static String list(Workload workload, int question, List<Check> tests) {
        Question asked = workload.edition().questions().get(question);
        if (asked.type() != QuestionType.WHOLE) {
            int options =
                    asked.type() == QuestionType.YES_NO ? 2 : asked.options().size();
            return IntStream.range(0, options)
                    .filter(option -> passes(workload, tests, option))
                    .mapToObj(option -> option(workload, question, option))
                    .collect(Collectors.joining(","));
        }
        List<Integer> starts = Stream.concat(Stream.of(0), tests.stream().flatMap(test -> constants(workload, test)))
                .flatMap(constant -> Stream.of(constant, constant + 1))
                .distinct()
                .sorted()
                .toList();
        return IntStream.range(0, starts.size())
                .filter(i -> passes(workload, tests, starts.get(i)))
                .mapToObj(i -> i + 1 == starts.size()
                        ? ">= " + starts.get(i)
                        : "[" + starts.get(i) + ".." + (starts.get(i + 1) - 1) + "]")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(","), spans -> spans.isEmpty() ? "< 0" : spans));
    }

    private static boolean passes(Workload workload, List<Check> tests, int value) {
        return tests.stream().allMatch(test -> passes(workload, test, value));
    }

    private static boolean passes(Workload workload, Check check, int value) {
        if (check instanceof Check.Whole whole) {
            int order = Integer.compare(value, constant(workload, whole));
            return switch (whole.operator()) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_LEAST -> order >= 0;
                case MORE -> order > 0;
                case AT_MOST -> order <= 0;
                default -> throw new IllegalArgumentException(whole.operator().drl());
            };
        }
        if (check instanceof Check.Is is) {
            return (is.option() == value) == is.is();
        }
        Check.Several several = (Check.Several) check;
        return several.any()
                ? several.checks().stream().anyMatch(part -> passes(workload, part, value))
                : several.checks().stream().allMatch(part -> passes(workload, part, value));
    }

    private static Stream<Integer> constants(Workload workload, Check check) {
        return check instanceof Check.Whole whole
                ? Stream.of(constant(workload, whole))
                : ((Check.Several) check).checks().stream().flatMap(part -> constants(workload, part));
    }

    private static int constant(Workload workload, Check.Whole whole) {
        return workload.constants().numbers[whole.constant()].intValueExact();
    }

    private static String option(Workload workload, int question, int option) {
        Question asked = workload.edition().questions().get(question);
        return asked.type() == QuestionType.YES_NO
                ? String.valueOf(option == 1)
                : "\"" + asked.options().get(option).id() + "\"";
    }
}
