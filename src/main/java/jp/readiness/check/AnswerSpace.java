package jp.readiness.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.readiness.check.Sheet.Choices;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding.Criterion;
import jp.readiness.rulebook.Rule;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.rulebook.RuleParts;

/** The answer sheets that rules can tell apart, and the way through them. */
final class AnswerSpace {

    /** Enough for every combination of seven questions with four classes each. */
    private static final long PER_SEARCH = 20_000;

    private static final long PER_EDITION = 400_000;

    /**
     * What a search came to.
     *
     * @param found the first sheet wanted
     * @param finished whether every sheet was seen that had to be
     */
    record Search(Optional<Sheet> found, boolean finished) {
        boolean none() {
            return finished && found.isEmpty();
        }
    }

    private final RuleBook ruleBook;
    private final List<RuleParts> parts;
    private final Allowance allowance = Allowance.of(PER_EDITION);

    AnswerSpace(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
        this.parts = IntStream.range(0, ruleBook.rules().size())
                .mapToObj(ruleBook::parts)
                .toList();
    }

    /** The set of that rule, or comparison, alone. */
    static BitSet only(int index) {
        BitSet set = new BitSet();
        set.set(index);
        return set;
    }

    RuleBook ruleBook() {
        return ruleBook;
    }

    Edition edition() {
        return ruleBook.edition();
    }

    int size() {
        return parts.size();
    }

    Rule rule(int rule) {
        return ruleBook.rules().get(rule);
    }

    RuleParts parts(int rule) {
        return parts.get(rule);
    }

    List<Criterion> criteria() {
        return edition().findings().stream()
                .filter(Criterion.class::isInstance)
                .map(Criterion.class::cast)
                .toList();
    }

    /** The rules that conclude one of the findings. */
    BitSet concluding(Set<String> findings) {
        BitSet rules = new BitSet();
        IntStream.range(0, size())
                .filter(rule -> rule(rule).concludes().stream().anyMatch(findings::contains))
                .forEach(rules::set);
        return rules;
    }

    boolean anyFires(BitSet rules, Sheet sheet) {
        return rules.stream().anyMatch(rule -> ruleBook.fires(rule, sheet.facts()));
    }

    /**
     * The questions that some rules read with every class of answers, so that all are answered. Where one of them
     * asks whether a question is open, that is an answer like others.
     *
     * @param classesOf the rules that must not be able to tell answers of one class apart
     */
    List<Choices> answered(BitSet rules, BitSet classesOf) {
        return choices(rules, classesOf, question -> asksWhetherOpen(rules, question));
    }

    /** The questions that some rules read with every class of answers, each left open first. */
    List<Choices> any(BitSet rules, BitSet classesOf) {
        return choices(rules, classesOf, question -> true);
    }

    private List<Choices> choices(BitSet rules, BitSet classesOf, Predicate<String> mayBeOpen) {
        List<Choices> choices = new ArrayList<>();
        for (int index = 0; index < edition().questions().size(); index++) {
            String id = edition().questions().get(index).id();
            if (rules.stream().anyMatch(rule -> rule(rule).reads().contains(id))) {
                Stream<Optional<Answer>> open = mayBeOpen.test(id) ? Stream.of(Optional.empty()) : Stream.of();
                List<Answer> classes = ruleBook.witnesses(index, classesOf);
                choices.add(new Choices(
                        index,
                        id,
                        Stream.concat(open, classes.stream().map(Optional::of)).toList()));
            }
        }
        return choices;
    }

    private boolean asksWhetherOpen(BitSet rules, String question) {
        return rules.stream()
                .mapToObj(parts::get)
                .flatMap(rule -> rule.comparisons().stream())
                .anyMatch(comparison ->
                        comparison.asksWhetherOpen() && comparison.questions().contains(question));
    }

    Allowance allowance() {
        return allowance.upTo(PER_SEARCH);
    }

    /** The first sheet wanted, out of all combinations. */
    Search search(List<Choices> choices, Predicate<Sheet> wanted) {
        return search(choices, sheet -> false, wanted);
    }

    /** @param hopeless whether no more answers can make a sheet wanted, so that they need not be tried */
    Search search(List<Choices> choices, Predicate<Sheet> hopeless, Predicate<Sheet> wanted) {
        return search(Sheet.empty(ruleBook), choices, hopeless, wanted, allowance());
    }

    Search search(
            Sheet start, List<Choices> choices, Predicate<Sheet> hopeless, Predicate<Sheet> wanted, Allowance forThis) {
        Optional<Sheet> found = new Walk(choices, hopeless, wanted, forThis).from(0, start);
        return new Search(found, !forThis.exceeded());
    }

    private record Walk(
            List<Choices> choices, Predicate<Sheet> hopeless, Predicate<Sheet> wanted, Allowance allowance) {

        Optional<Sheet> from(int depth, Sheet sheet) {
            if (!allowance.take(1) || hopeless.test(sheet)) {
                return Optional.empty();
            }
            if (depth == choices.size()) {
                return wanted.test(sheet) ? Optional.of(sheet) : Optional.empty();
            }
            for (Optional<Answer> answer : choices.get(depth).answers()) {
                Optional<Sheet> found = from(depth + 1, sheet.with(choices.get(depth), answer));
                if (found.isPresent() || allowance.exceeded()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }
}
