package jp.readiness.rulebook;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** The same rules in other rule engines and expression languages, each used as its own documentation does. */
final class Peers {

    private static final PrintedCondition.Language QUOTED = new PrintedCondition.Language("", "'", false);

    private Peers() {}

    private static List<String> formulas(Workload workload, PrintedCondition.Language language) {
        PrintedCondition printed = new PrintedCondition(workload, language);
        List<String> formulas = new ArrayList<>();
        for (int rule = 0; rule < workload.models().size(); rule++) {
            formulas.add(printed.of(rule));
        }
        return formulas;
    }

    /** Spring's expression language, compiled to classes. */
    static Contender spel(Workload workload) throws Exception {
        Bean bean = new Bean(workload);
        SpelExpressionParser parser =
                new SpelExpressionParser(new SpelParserConfiguration(SpelCompilerMode.IMMEDIATE, bean.loader()));
        Expression[] rules =
                formulas(workload, QUOTED).stream().map(parser::parseExpression).toArray(Expression[]::new);
        Object[] beans = bean.beans();
        return sheet -> {
            BitSet fired = new BitSet();
            for (int rule = 0; rule < rules.length; rule++) {
                if (Boolean.TRUE.equals(rules[rule].getValue(beans[sheet]))) {
                    fired.set(rule);
                }
            }
            return fired;
        };
    }

    static Contender jexl(Workload workload) throws Exception {
        JexlEngine engine = new JexlBuilder().cache(0).strict(false).create();
        JexlExpression[] rules = formulas(workload, QUOTED).stream()
                .map(engine::createExpression)
                .toArray(JexlExpression[]::new);
        JexlContext[] contexts =
                new Bean(workload).values().stream().map(MapContext::new).toArray(JexlContext[]::new);
        return sheet -> {
            BitSet fired = new BitSet();
            for (int rule = 0; rule < rules.length; rule++) {
                if (Boolean.TRUE.equals(rules[rule].evaluate(contexts[sheet]))) {
                    fired.set(rule);
                }
            }
            return fired;
        };
    }

    /** Conditions in plain Java, run by Easy Rules. */
    static Contender easyRules(Workload workload) throws Exception {
        Bean bean = new Bean(workload);
        Object[] beans = bean.beans();
        Predicate<Object>[] lambdas = bean.lambdas();
        Rules rules = new Rules();
        for (int rule = 0; rule < lambdas.length; rule++) {
            int index = rule;
            rules.register(new RuleBuilder()
                    .name("rule" + rule)
                    .when(facts -> lambdas[index].test(facts.get("applicant")))
                    .then(facts -> facts.<BitSet>get("fired").set(index))
                    .build());
        }
        DefaultRulesEngine engine = new DefaultRulesEngine();
        return sheet -> {
            BitSet fired = new BitSet();
            Facts facts = new Facts();
            facts.put("applicant", beans[sheet]);
            facts.put("fired", fired);
            engine.fire(rules, facts);
            return fired;
        };
    }

    static Contender evrete(Workload workload) throws Exception {
        Bean bean = new Bean(workload);
        Object[] beans = bean.beans();
        PrintedCondition printed = new PrintedCondition(workload, new PrintedCondition.Language("$a.", "\"", true));
        KnowledgeService service = new KnowledgeService();
        service.setClassLoader(bean.loader());
        var builder = service.newKnowledge().builder();
        for (int rule = 0; rule < workload.models().size(); rule++) {
            int index = rule;
            builder = builder.newRule("rule" + rule)
                    .forEach(org.evrete.api.FactBuilder.fact("$a", bean.type()))
                    .where(printed.of(rule))
                    .execute(match -> match.<Fired>get("$a").getFired().set(index));
        }
        Knowledge knowledge = builder.build();
        return sheet -> {
            BitSet fired = ((Fired) beans[sheet]).getFired();
            fired.clear();
            StatelessSession session = knowledge.newStatelessSession();
            session.insertAndFire(beans[sheet]);
            return (BitSet) fired.clone();
        };
    }

    /** Google's common expression language. */
    static Contender cel(Workload workload) throws Exception {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder();
        workload.edition().questions().forEach(question -> builder.addVar(question.id(), SimpleType.DYN));
        CelCompiler compiler = builder.build();
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
        List<CelRuntime.Program> programs = new ArrayList<>();
        for (String formula : formulas(workload, QUOTED)) {
            CelAbstractSyntaxTree tree = compiler.compile(formula).getAst();
            programs.add(runtime.createProgram(tree));
        }
        CelRuntime.Program[] rules = programs.toArray(CelRuntime.Program[]::new);
        List<Map<String, @Nullable Object>> values = new Bean(workload).values();
        values.forEach(sheet -> sheet.replaceAll((question, value) -> celValue(value)));
        return sheet -> {
            BitSet fired = new BitSet();
            Map<String, ?> facts = values.get(sheet);
            for (int rule = 0; rule < rules.length; rule++) {
                if (Boolean.TRUE.equals(rules[rule].eval(facts))) {
                    fired.set(rule);
                }
            }
            return fired;
        };
    }

    private static Object celValue(@Nullable Object value) {
        if (value == null) {
            return dev.cel.common.values.NullValue.NULL_VALUE;
        }
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }
}
