package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.readiness.programme.Answers;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Condition.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the compiled conditions said. A table holds a few rules, with one entry for each {@linkplain
 * AnswerClasses class of sheets} that these can tell apart. The first sheet of a class is judged by the compiled
 * conditions; all later ones are looked up. So the answers are those of the compiled conditions, and an applicant costs a
 * few looks into tables instead of a call for each rule.
 *
 * <p>Rules that compare two questions' numbers, calculate or look at texts are called every time: their answers have no
 * classes. Threads share the tables without locks: an entry never changes, and two threads that miss it find the same.
 */
final class FiringTables {

    /** Small enough to be filled soon and to stay in the processor's cache; large enough for half a dozen questions. */
    private static final int LARGEST_TABLE = 1024;

    /**
     * Rules that fire, as words of a BitSet. The final fields make it safe to hand over without a lock.
     *
     * @param words indexes of the words that are not 0
     */
    private record Fired(int[] words, long[] bits) {
        static Fired of(BitSet rules) {
            long[] all = rules.toLongArray();
            int[] words =
                    IntStream.range(0, all.length).filter(i -> all[i] != 0).toArray();
            return new Fired(words, Arrays.stream(words).mapToLong(i -> all[i]).toArray());
        }
    }

    private record Table(
            AnswerClasses classes,
            List<Integer> rules,
            @Nullable Fired[] entries) {}

    private final RuleBook ruleBook;
    private final Table[] tables;
    private final int[] called;

    /** @param codes by question; null for those whose answers are not numbered */
    FiringTables(RuleBook ruleBook, List<RuleModel> models, @Nullable AnswerCodes[] codes) {
        this.ruleBook = ruleBook;
        Builder builder = new Builder(models, codes, ruleBook.facts(Answers.NONE));
        builder.build();
        this.tables = builder.tables.toArray(Table[]::new);
        this.called = builder.called.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Indexes of the rules whose answers have classes. */
    static BitSet lookedUp(List<RuleModel> models) {
        BitSet rules = new BitSet();
        IntStream.range(0, models.size())
                .filter(rule -> isLookedUp(models.get(rule)))
                .forEach(rules::set);
        return rules;
    }

    private static boolean isLookedUp(RuleModel model) {
        boolean[] exact = {true};
        model.condition().forEachLeaf(leaf -> exact[0] &= Witnesses.isExact(leaf) && !isText(leaf));
        return exact[0];
    }

    private static boolean isText(Leaf leaf) {
        return leaf.left() instanceof Operand.Asked asked && asked.is(QuestionType.TEXT);
    }

    /** Indexes of all rules that fire. */
    BitSet fired(Facts facts) {
        long[] fired = new long[(ruleBook.rules().size() + Long.SIZE - 1) / Long.SIZE];
        for (Table table : tables) {
            int entry = table.classes.of(facts);
            Fired known = table.entries[entry];
            if (known == null) {
                known = judge(table, facts);
                table.entries[entry] = known;
            }
            for (int i = 0; i < known.words.length; i++) {
                fired[known.words[i]] |= known.bits[i];
            }
        }
        for (int rule : called) {
            if (ruleBook.fires(rule, facts)) {
                fired[rule / Long.SIZE] |= 1L << rule;
            }
        }
        return BitSet.valueOf(fired);
    }

    private Fired judge(Table table, Facts facts) {
        BitSet fired = new BitSet();
        table.rules.stream().filter(rule -> ruleBook.fires(rule, facts)).forEach(fired::set);
        return Fired.of(fired);
    }

    /** Fills one table after the other with rules, those that read the same questions together. */
    private static final class Builder {

        private final List<RuleModel> models;
        private final List<BitSet> reads;
        private final @Nullable AnswerCodes[] codes;
        private final Facts open;
        private final List<Table> tables = new ArrayList<>();
        private final List<Integer> called = new ArrayList<>();

        /** @param open facts without an answer */
        Builder(List<RuleModel> models, @Nullable AnswerCodes[] codes, Facts open) {
            this.models = models;
            this.reads = models.stream().map(RuleModel::reads).toList();
            this.codes = codes;
            this.open = open;
        }

        void build() {
            Optional<Table> last = Optional.empty();
            for (List<Integer> rules : byQuestions()) {
                Optional<Table> both = last.flatMap(table -> table(joined(table.rules(), rules)));
                if (both.isPresent()) {
                    tables.set(tables.size() - 1, both.get());
                } else {
                    add(rules);
                }
                last = tables.isEmpty() ? Optional.empty() : Optional.of(tables.get(tables.size() - 1));
            }
        }

        private static List<Integer> joined(List<Integer> some, List<Integer> more) {
            List<Integer> all = new ArrayList<>(some);
            all.addAll(more);
            return all;
        }

        /** Rules that read the same questions, in one list each; what cannot be looked up is to be called. */
        private List<List<Integer>> byQuestions() {
            BitSet lookedUp = lookedUp(models);
            IntStream.range(0, models.size())
                    .filter(rule -> !lookedUp.get(rule))
                    .forEach(called::add);
            Map<BitSet, List<Integer>> groups = new LinkedHashMap<>();
            lookedUp.stream()
                    .forEach(rule -> groups.computeIfAbsent(reads.get(rule), questions -> new ArrayList<>())
                            .add(rule));
            // those with few questions side by side, since many of them fit one table
            return groups.values().stream()
                    .sorted(Comparator.comparing(
                            rules -> reads.get(rules.get(0)).cardinality()))
                    .toList();
        }

        /** One table or, where it grows too large, one for each half of the rules. */
        private void add(List<Integer> rules) {
            Optional<Table> table = table(rules);
            if (table.isPresent()) {
                tables.add(table.get());
            } else if (rules.size() == 1) {
                called.addAll(rules);
            } else {
                add(rules.subList(0, rules.size() / 2));
                add(rules.subList(rules.size() / 2, rules.size()));
            }
        }

        private Optional<Table> table(List<Integer> rules) {
            List<RuleModel> some = rules.stream().map(models::get).toList();
            return AnswerClasses.of(codes, some, open, LARGEST_TABLE)
                    .map(classes -> new Table(classes, List.copyOf(rules), new Fired[classes.size()]));
        }
    }
}
