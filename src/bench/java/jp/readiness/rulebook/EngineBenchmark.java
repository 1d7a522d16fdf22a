package jp.readiness.rulebook;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.readiness.programme.Answers;
import org.jspecify.annotations.Nullable;

/**
 * Applicants judged a second, one thread, side by side: our rule book, Drools in sessions, plain Java lambdas, and other
 * engines and expression languages, on a shipped edition and on synthetic rules. Each must find the same rules on every
 * sheet before it is timed.
 *
 * <p>Contenders take turns, a fraction of a second each, for several rounds; each round gives a ratio to the lambdas of the
 * same round. Processor time of the thread is counted, so that a busy machine widens the spread little.
 *
 * <p>Argument: workloads, separated by commas: an edition, or a number of synthetic rules.
 */
public final class EngineBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final long SLICE = 150_000_000;
    private static final long LONGEST_SHEET = 100_000_000;
    private static final int UNTIMED = 3; // the first sheets may compile what comes later ready-made
    private static final String LAMBDAS = "plain Java lambdas";

    private static volatile @Nullable Object sink;

    private record Timed(String name, Contender contender, List<Double> nanos) {
        double[] array() {
            return nanos.stream().mapToDouble(one -> one).toArray();
        }
    }

    private EngineBenchmark() {}

    public static void main(String[] args) {
        String wanted = args.length == 0 || args[0].isBlank() ? "bootcamp/2022,40,400" : args[0];
        for (String name : wanted.split(",")) {
            Workload workload =
                    name.contains("/") ? Workload.shipped(name) : Workload.synthetic(Integer.parseInt(name), 20);
            run(workload);
        }
        System.exit(0); // some engines leave threads behind
    }

    private static Map<String, Contender.Maker> contenders() {
        Map<String, Contender.Maker> makers = new LinkedHashMap<>();
        makers.put(LAMBDAS, EngineBenchmark::lambdas);
        makers.put("our rule book", EngineBenchmark::ruleBook);
        makers.put("our rule book, facts made too", EngineBenchmark::fromAnswers);
        makers.put("lambdas, bean made too", EngineBenchmark::lambdasFromMap);
        makers.put("our compiled conditions, one by one", EngineBenchmark::oneByOne);
        makers.put("our reference: session an applicant", EngineBenchmark::reference);
        makers.put("Drools, session an applicant", workload -> new Drools(workload).sessionEach());
        makers.put("Drools, session for 50", workload -> new Drools(workload).sessionForFifty());
        makers.put("SpEL, compiled", Peers::spel);
        makers.put("JEXL", Peers::jexl);
        makers.put("CEL", Peers::cel);
        makers.put("Easy Rules", Peers::easyRules);
        makers.put("Evrete", Peers::evrete);
        makers.put("OpenL Tablets", OpenL::new);
        makers.put("Camunda DMN", Dmn::camunda);
        makers.put("KIE DMN", Dmn::kie);
        return makers;
    }

    private static Contender ruleBook(Workload workload) {
        Facts[] facts =
                workload.sheets().stream().map(workload.ruleBook()::facts).toArray(Facts[]::new);
        return sheet -> workload.ruleBook().fired(facts[sheet]);
    }

    private static Contender fromAnswers(Workload workload) {
        return sheet -> workload.ruleBook()
                .fired(workload.ruleBook().facts(workload.sheets().get(sheet)));
    }

    private static Contender oneByOne(Workload workload) {
        Facts[] facts =
                workload.sheets().stream().map(workload.ruleBook()::facts).toArray(Facts[]::new);
        return sheet -> Workload.oneByOne(workload.ruleBook(), facts[sheet]);
    }

    private static Contender reference(Workload workload) {
        SessionRuleBook sessions = new SessionRuleBook(workload.edition());
        Facts[] facts =
                workload.sheets().stream().map(workload.ruleBook()::facts).toArray(Facts[]::new);
        return sheet -> sessions.fired(facts[sheet]);
    }

    private static Contender lambdas(Workload workload) throws Exception {
        Bean bean = new Bean(workload);
        Predicate<Object>[] rules = bean.lambdas();
        Object[] beans = bean.beans();
        return sheet -> fired(rules, beans[sheet]);
    }

    private static Contender lambdasFromMap(Workload workload) throws Exception {
        Bean bean = new Bean(workload);
        Predicate<Object>[] rules = bean.lambdas();
        Function<Answers, Object> filler = bean.filler();
        return sheet -> fired(rules, filler.apply(workload.sheets().get(sheet)));
    }

    private static BitSet fired(Predicate<Object>[] rules, Object bean) {
        BitSet fired = new BitSet();
        for (int rule = 0; rule < rules.length; rule++) {
            if (rules[rule].test(bean)) {
                fired.set(rule);
            }
        }
        return fired;
    }

    private static void run(Workload workload) {
        System.out.printf(
                "%n## %s: %d rules, %d questions%n%n",
                workload.name(),
                workload.models().size(),
                workload.edition().questions().size());
        List<Timed> timed = new ArrayList<>();
        List<String> left = new ArrayList<>();
        contenders().forEach((name, maker) -> {
            try {
                Contender contender = maker.make(workload);
                String trouble = trouble(workload, contender);
                if (trouble.isEmpty()) {
                    timed.add(new Timed(name, contender, new ArrayList<>()));
                } else {
                    left.add(name + ": " + trouble);
                }
            } catch (Exception | LinkageError | StackOverflowError e) {
                left.add(name + ": " + String.valueOf(e).lines().findFirst().orElse(""));
            }
        });
        for (int round = -2; round < ROUNDS; round++) {
            for (Timed one : timed) {
                double nanos = slice(workload, one.contender);
                if (round >= 0) {
                    one.nanos.add(nanos);
                }
            }
        }
        print(timed, left);
    }

    /** Empty if it finds the same as the compiled conditions on every sheet. */
    private static String trouble(Workload workload, Contender contender) throws Exception {
        long start = 0;
        for (int sheet = 0; sheet < workload.sheets().size(); sheet++) {
            start = sheet == UNTIMED ? cpu() : start;
            if (!contender.fired(sheet).equals(workload.expected().get(sheet))) {
                return "finds something else on sheet " + sheet;
            }
            if (sheet > UNTIMED && (cpu() - start) / (sheet - UNTIMED) > LONGEST_SHEET) {
                return "more than " + LONGEST_SHEET / 1_000_000 + " ms an applicant";
            }
        }
        return "";
    }

    private static double slice(Workload workload, Contender contender) {
        try {
            long start = cpu();
            int judged = 0;
            do {
                for (int i = 0; i < Drools.TOGETHER; i++) {
                    sink = contender.fired(judged % workload.sheets().size());
                    judged++;
                }
            } while (cpu() - start < SLICE);
            return (double) (cpu() - start) / judged;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(List<Timed> timed, List<String> left) {
        double[] yardstick = timed.get(0).array();
        System.out.println("| | applicants/s | of the lambdas' speed: median (least – most) |");
        System.out.println("|---|---:|---:|");
        for (Timed one : timed) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %s |%n",
                    one.name,
                    1e9 / Spread.median(one.array()),
                    Spread.ofRatios(yardstick, one.array()));
        }
        left.forEach(why -> System.out.println("\nnot timed: " + why));
    }
}
