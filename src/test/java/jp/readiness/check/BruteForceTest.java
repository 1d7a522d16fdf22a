package jp.readiness.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.PlainRuleBook;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.rulebook.RuleCompiler;
import jp.readiness.rulebook.TestEditions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random rules over a small answer space: what is said of them is what trying every answer sheet says. */
class BruteForceTest {

    private static final RuleCompiler COMPILER = new RuleCompiler(Path.of("target", "test-classes-of-rules"));

    private static final List<Question> QUESTIONS = List.of(
            TestEditions.whole("a", 0, 4),
            TestEditions.whole("b", 0, 3),
            TestEditions.question("yes", QuestionType.YES_NO),
            TestEditions.question("team", QuestionType.CHOICE, "X", "Y", "Z"),
            TestEditions.question("tools", QuestionType.CHOICES, "P", "Q"));

    private static final List<String> CALLS = List.of(
            "advice.signal( \"no-data\" );",
            "advice.signal( \"trial-mood\" );",
            "advice.strength( \"strong-will\" );",
            "advice.unmet( \"participants\" );",
            "advice.unmet( \"recommended\" );",
            "advice.grant( \"relocation\", a * Parameters.two );",
            "advice.grant( \"relocation\", b * Parameters.two );");

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dead_constant_doubled_and_superfluous_rules_are_exactly_those(long seed) {
        RuleBook book = book(new Random(seed), 60, false);
        Brute brute = new Brute(book);

        List<Problem> problems = RuleAnalysis.of(new Adviser(book));

        assertThat(rules(problems, "NEVER_FIRES", "CONTRADICTION")).isEqualTo(brute.rules(brute::isDead));
        assertThat(rules(problems, "ALWAYS_FIRES")).isEqualTo(brute.rules(brute::isAlways));
        assertThat(rules(problems, "DOUBLED_RULE")).isEqualTo(brute.rules(brute::isDoubled));
        assertThat(rules(problems, "SUPERFLUOUS_RULE")).isEqualTo(brute.rules(brute::isSuperfluous));
        assertThat(problems).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_false_is_said_of_rules_that_calculate_or_compare_two_questions(long seed) {
        RuleBook book = book(new Random(seed + 1_000), 60, true);
        Brute brute = new Brute(book);

        List<Problem> problems = RuleAnalysis.of(new Adviser(book));

        assertThat(brute.rules(brute::isDead)).containsAll(rules(problems, "NEVER_FIRES", "CONTRADICTION"));
        assertThat(brute.rules(brute::isAlways)).containsAll(rules(problems, "ALWAYS_FIRES"));
        assertThat(brute.rules(rule -> brute.isDoubled(rule) || brute.isSuperfluous(rule)))
                .containsAll(rules(problems, "DOUBLED_RULE", "SUPERFLUOUS_RULE"));
    }

    /** Of a few rules each, so that something is missing now and then. */
    @ParameterizedTest
    @MethodSource("seeds")
    void verdicts_that_nobody_reaches_are_exactly_those(long seed) {
        Random random = new Random(seed + 2_000);
        for (int i = 0; i < 4; i++) {
            RuleBook book = book(random, 6, false);
            Brute brute = new Brute(book);

            List<Problem> problems = RuleAnalysis.of(new Adviser(book));

            if (brute.requiredCriterionVaries(problems)) {
                assertThat(missing(problems)).isEqualTo(brute.missingVerdicts());
            } else {
                assertThat(missing(problems)).isEmpty();
            }
        }
    }

    private static Set<Integer> rules(List<Problem> problems, String... codes) {
        Set<Integer> rules = new TreeSet<>();
        problems.stream()
                .filter(problem -> List.of(codes).contains(problem.code()))
                .forEach(problem -> rules.add(problem.place().line() / 6)); // a rule has six lines
        return rules;
    }

    private static Set<Verdict> missing(List<Problem> problems) {
        Set<Verdict> missing = EnumSet.noneOf(Verdict.class);
        problems.stream()
                .filter(problem -> problem.code().equals("UNREACHABLE_VERDICT"))
                .forEach(problem -> missing.add(
                        Verdict.valueOf(problem.message().en().replaceAll(".* comes out as ([A-Z_]*)\\..*", "$1"))));
        return missing;
    }

    /** By definition, over every sheet, open questions among them. */
    private static final class Brute {

        private final RuleBook book;
        private final List<Answers> sheets = new ArrayList<>();
        private final List<BitSet> fired = new ArrayList<>();

        Brute(RuleBook book) {
            this.book = book;
            Stream<Answers> all = Stream.of(Answers.NONE);
            for (Question question : QUESTIONS) {
                all = all.flatMap(sheet -> Stream.concat(
                        Stream.of(sheet),
                        PlainRuleBook.all(question).stream().map(answer -> sheet.with(question.id(), answer))));
            }
            all.forEach(sheets::add);
            sheets.forEach(sheet -> fired.add(book.fired(book.facts(sheet))));
        }

        Set<Integer> rules(IntPredicate wanted) {
            Set<Integer> rules = new TreeSet<>();
            IntStream.range(0, book.rules().size()).filter(wanted).forEach(rules::add);
            return rules;
        }

        boolean isDead(int rule) {
            return fired.stream().noneMatch(sheet -> sheet.get(rule));
        }

        boolean isAlways(int rule) {
            Set<String> reads = book.rules().get(rule).reads();
            String condition = condition(book, rule);
            return !reads.isEmpty()
                    && IntStream.range(0, sheets.size())
                            .filter(i -> reads.stream()
                                    .allMatch(question -> !sheets.get(i).isOpen(question)
                                            || condition.contains(question + " == null")
                                            || condition.contains(question + " != null")))
                            .allMatch(i -> fired.get(i).get(rule));
        }

        boolean isDoubled(int rule) {
            return !isDead(rule) && IntStream.range(0, rule).anyMatch(earlier -> isSame(rule, earlier));
        }

        boolean isSuperfluous(int rule) {
            return !isDead(rule)
                    && !isDoubled(rule)
                    && IntStream.range(0, book.rules().size())
                            .anyMatch(other -> other != rule
                                    && !isSame(rule, other)
                                    && calls(other).containsAll(calls(rule))
                                    && implies(rule, other));
        }

        private boolean isSame(int rule, int other) {
            return calls(rule).equals(calls(other)) && implies(rule, other) && implies(other, rule);
        }

        private boolean implies(int rule, int other) {
            return fired.stream().allMatch(sheet -> !sheet.get(rule) || sheet.get(other));
        }

        private Set<String> calls(int rule) {
            String text = book.edition().rules().split("\nend\n")[rule];
            return Set.of(text.substring(text.indexOf("then") + 4).trim().split(" (?=advice)"));
        }

        /** Whether nothing that was said of single rules explains a missing verdict. */
        boolean requiredCriterionVaries(List<Problem> problems) {
            Set<Integer> constant =
                    BruteForceTest.rules(problems, "NEVER_FIRES", "CONTRADICTION", "ALWAYS_FIRES", "NEVER_MET");
            return constant.stream()
                    .noneMatch(rule -> book.rules().get(rule).concludes().contains("participants"));
        }

        Set<Verdict> missingVerdicts() {
            Adviser adviser = new Adviser(book);
            Set<Verdict> missing = EnumSet.of(Verdict.READY);
            boolean criterion = concludes("participants");
            boolean signal = concludes("no-data") || concludes("trial-mood");
            (criterion ? EnumSet.of(Verdict.NOT_YET) : EnumSet.noneOf(Verdict.class)).forEach(missing::add);
            (signal ? EnumSet.of(Verdict.READY_WITH_SUPPORT) : EnumSet.noneOf(Verdict.class)).forEach(missing::add);
            sheets.stream()
                    .filter(sheet -> QUESTIONS.stream().noneMatch(question -> sheet.isOpen(question.id())))
                    .forEach(sheet -> missing.remove(
                            adviser.assess(sheet, book.edition().from()).verdict()));
            return missing;
        }

        private boolean concludes(String finding) {
            return book.rules().stream().anyMatch(rule -> rule.concludes().contains(finding));
        }
    }

    private static String condition(RuleBook book, int rule) {
        return book.edition().rules().split("\nend\n")[rule];
    }

    private static RuleBook book(Random random, int rules, boolean mixed) {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            String call = any(random, CALLS);
            String more = any(random, CALLS.subList(0, 3));
            boolean criterion = call.contains("unmet");
            String calls = criterion || call.equals(more) || random.nextInt(4) > 0 ? call : call + " " + more;
            drl.append("rule \"%d\"\nwhen\n    Applicant( %s )\nthen\n    %s\nend\n"
                    .formatted(i, condition(random, 3, criterion, mixed), calls));
        }
        List<Finding> findings = TestEditions.small("").findings();
        Edition edition = TestEditions.edition(
                "tiny", QUESTIONS, List.of(TestEditions.number("two", "2")), findings, drl.toString());
        return COMPILER.compile(edition)
                .ruleBook()
                .orElseThrow(() -> new AssertionError(COMPILER.compile(edition).problems().stream()
                        .map(problem -> problem.line(Locale.ENGLISH))
                        .toList()));
    }

    private static String condition(Random random, int depth, boolean criterion, boolean mixed) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf(random, criterion, mixed);
        }
        String left = condition(random, depth - 1, criterion, mixed);
        String right = condition(random, depth - 1, criterion, mixed);
        return switch (random.nextInt(5)) {
            case 0 -> "!( " + left + " )";
            case 1 -> "( " + left + " || " + right + " )";
            default -> "( " + left + " && " + right + " )";
        };
    }

    private static String leaf(Random random, boolean criterion, boolean mixed) {
        String order = any(random, List.of("<", "<=", ">", ">=", "==", "!="));
        return switch (random.nextInt(criterion ? 7 : 8) + (mixed && random.nextInt(3) == 0 ? 10 : 0)) {
            case 0, 1 -> "a " + order + " " + random.nextInt(6);
            case 2 -> "b " + order + " Parameters.two";
            case 3 -> random.nextBoolean() ? "yes" : "!yes";
            case 4 -> "team == Team." + any(random, List.of("X", "Y", "Z"));
            case 5 -> "team not in ( Team.X, Team." + any(random, List.of("Y", "Z")) + " )";
            case 6 -> "tools contains Tools." + any(random, List.of("P", "Q"));
            case 7 -> any(random, List.of("a", "yes")) + (random.nextBoolean() ? " == null" : " != null");
            case 10, 11, 12 -> "a " + order + " b";
            case 13, 14 -> "a * b " + order + " " + random.nextInt(9);
            default -> "a + b " + order + " " + random.nextInt(7);
        };
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
