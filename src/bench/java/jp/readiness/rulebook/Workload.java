package jp.readiness.rulebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.ConstantPool.Constants;

/**
 * Rules and answer sheets that every contender gets alike. Compiled rules are kept from run to run.
 *
 * @param models the rules as our compiler understood them, from which the rules of the others are printed
 */
record Workload(
        String name,
        Edition edition,
        List<RuleModel> models,
        Constants constants,
        RuleBook ruleBook,
        List<Answers> sheets,
        List<BitSet> expected) {

    private static final Path CACHE = Path.of("target", "bench-rules");
    private static final int SHEETS = 2_000;
    private static final double OPEN = 0.15;
    private static final int LETTERS = 26;

    static Workload shipped(String edition) {
        return of(
                edition,
                new RulesFolderReader()
                        .read(Path.of("rules")).editions().stream()
                                .filter(one -> one.name().equals(edition))
                                .findFirst()
                                .orElseThrow());
    }

    /** So many rules of two comparisons each, over whole numbers, choices and yes/no questions in equal parts. */
    static Workload synthetic(int rules, int questions) {
        return of(rules + " rules", edition(rules, questions, rules + questions));
    }

    static Edition edition(int rules, int questions, long seed) {
        Random random = new Random(seed);
        List<Question> asked =
                IntStream.range(0, questions).mapToObj(Workload::question).toList();
        StringBuilder drl = new StringBuilder();
        for (int rule = 0; rule < rules; rule++) {
            int first = random.nextInt(questions);
            int second = (first + 1 + random.nextInt(questions - 1)) % questions;
            // in few letters, since 4,000 rules have to fit a file
            drl.append("rule \"" + Integer.toString(rule, Character.MAX_RADIX) + "\"when Applicant("
                    + comparison(asked.get(first), random) + "," + comparison(asked.get(second), random)
                    + ")then advice.unmet(\"s\");end\n");
        }
        return TestEditions.edition(
                "synthetic",
                asked,
                List.of(),
                List.of(new Finding.Criterion(TestEditions.words("s"), true)),
                drl.toString());
    }

    private static Question question(int index) {
        String id = index < LETTERS ? letter(index) : letter(index / LETTERS) + letter(index % LETTERS);
        return switch (index % 3) {
            case 0 -> TestEditions.whole(id, 0, 100);
            case 1 -> TestEditions.question(id, QuestionType.CHOICE, "A", "B", "C", "D", "E");
            default -> TestEditions.question(id, QuestionType.YES_NO);
        };
    }

    private static String letter(int index) {
        return String.valueOf((char) ('a' + index));
    }

    private static String comparison(Question question, Random random) {
        return switch (question.type()) {
            case WHOLE -> question.id() + (random.nextBoolean() ? "<" : ">=") + random.nextInt(100);
            case CHOICE -> {
                Option option = question.options().get(random.nextInt(5));
                yield question.id() + (random.nextBoolean() ? "==" : "!=") + question.enumName() + "." + option.id();
            }
            default -> (random.nextBoolean() ? "" : "!") + question.id();
        };
    }

    static Workload of(String name, Edition edition) {
        RuleBook ruleBook = new RuleCompiler(CACHE).compile(edition).ruleBook().orElseThrow();
        SourceText source = new SourceText(edition.rulesFile(), edition.rules());
        ConstantPool pool = new ConstantPool();
        List<RuleModel> models =
                RuleReader.read(new RuleContext(source, new Vocabulary(edition), pool, new ProblemLog(source)));
        RandomSheets random = new RandomSheets(1, edition);
        List<Answers> sheets = new ArrayList<>();
        List<BitSet> expected = new ArrayList<>();
        for (int i = 0; i < SHEETS; i++) {
            sheets.add(wide(random.next(OPEN), edition, i));
            expected.add(oneByOne(ruleBook, ruleBook.facts(sheets.get(i))));
        }
        return new Workload(name, edition, models, pool.with(edition.parameters()), ruleBook, sheets, expected);
    }

    /** With whole numbers from their whole range. */
    private static Answers wide(Answers sheet, Edition edition, int seed) {
        Random random = new Random(seed);
        Answers wide = sheet;
        for (Question question : edition.questions()) {
            if (question.type() == QuestionType.WHOLE && !sheet.isOpen(question.id())) {
                int most = question.max()
                        .orElseThrow()
                        .min(java.math.BigDecimal.valueOf(100))
                        .intValue();
                wide = wide.with(question.id(), jp.readiness.programme.Answer.Number.of(random.nextInt(most + 1)));
            }
        }
        return wide;
    }

    /** The compiled condition of every rule, called by itself. */
    static BitSet oneByOne(RuleBook ruleBook, Facts facts) {
        BitSet fired = new BitSet();
        int rules = ruleBook.rules().size();
        for (int rule = 0; rule < rules; rule++) {
            if (ruleBook.fires(rule, facts)) {
                fired.set(rule);
            }
        }
        return fired;
    }
}
