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
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
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
        DmnEngine engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        byte[] xml = xml(workload).getBytes(StandardCharsets.UTF_8);
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
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(xml(workload)))))
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

    private static String xml(Workload workload) {
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
            for (Map<Integer, String> cells :
                    rows(workload, workload.models().get(rule).condition())) {
                xml.append(row(workload, cells, rule, row++));
            }
        }
        return xml.append("</decisionTable></decision></definitions>\n").toString();
    }

    private static String row(Workload workload, Map<Integer, String> cells, int rule, int row) {
        StringBuilder xml = new StringBuilder("<rule id=\"row_" + row + "\">");
        for (int question = 0; question < workload.edition().questions().size(); question++) {
            String text = cells.containsKey(question) ? "? != null and " + cells.get(question) : "-";
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
    private static List<Map<Integer, String>> rows(Workload workload, Condition condition) {
        if (condition instanceof Condition.Or or) {
            return or.parts().stream()
                    .flatMap(part -> rows(workload, part).stream())
                    .toList();
        }
        if (condition instanceof Condition.And and) {
            List<Map<Integer, String>> rows = List.of(Map.of());
            for (Condition part : and.parts()) {
                rows = both(rows, rows(workload, part));
            }
            return rows;
        }
        return List.of(cell(workload, ((Condition.Leaf) condition).check()));
    }

    private static List<Map<Integer, String>> both(List<Map<Integer, String>> some, List<Map<Integer, String>> more) {
        List<Map<Integer, String>> rows = new ArrayList<>();
        for (Map<Integer, String> one : some) {
            for (Map<Integer, String> other : more) {
                Map<Integer, String> row = new TreeMap<>(one);
                other.forEach((question, test) -> row.merge(question, test, (a, b) -> a + " and " + b));
                rows.add(row);
            }
        }
        return rows;
    }

    private static Map<Integer, String> cell(Workload workload, Check check) {
        if (check instanceof Check.Whole whole) {
            String operator = whole.operator().drl().replace("==", "=");
            return Map.of(
                    whole.question(),
                    "? " + operator + " "
                            + workload.constants().numbers[whole.constant()].toPlainString());
        }
        if (check instanceof Check.Is is) {
            Question question = workload.edition().questions().get(is.question());
            boolean flag = question.type() == QuestionType.YES_NO;
            String option = flag
                    ? String.valueOf(is.option() == 1)
                    : "\"" + question.options().get(is.option()).id() + "\"";
            return Map.of(is.question(), "? " + (is.is() ? "=" : "!=") + " " + option);
        }
        if (check instanceof Check.Several several) {
            Map<Integer, List<String>> tests = several.checks().stream()
                    .flatMap(part -> cell(workload, part).entrySet().stream())
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            Map<Integer, String> cells = new TreeMap<>();
            tests.forEach((question, texts) ->
                    cells.put(question, "(" + String.join(several.any() ? " or " : " and ", texts) + ")"));
            return cells;
        }
        throw new IllegalArgumentException("not printed for other engines: " + check);
    }
}
