package jp.readiness.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Band;
import jp.readiness.advice.Brief;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.Comparison;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.Rule;
import jp.readiness.rulebook.RuleBook;

/**
 * Who is judged otherwise by one version of an edition than by another, and by which rule and condition. Holds counts
 * only, so that a cohort may be as long as it likes; not for many threads.
 *
 * <p>Example: with the minimum raised from two participants to three, a company with two flips from READY to NOT_YET, by
 * the rule {@code too-few-participants}, whose condition {@code participants < 3} holds for 2.
 */
public final class Impact {

    /** How an applicant is judged. @param risk band of the overall risk */
    public record Judged(Verdict verdict, Band risk) {
        private static Judged of(Brief brief) {
            return new Judged(brief.verdict(), brief.overall().band());
        }
    }

    /**
     * A rule that fires by one version and not by the other.
     *
     * @param fires whether it fires by the later one
     * @param conditions what holds for the applicant where it fires, by the version by which it does
     */
    public record Cause(String rule, boolean fires, List<Comparison> conditions) {
        public Cause {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * An applicant who is judged otherwise.
     *
     * @param causes empty where no rule fires otherwise: then weights, bands or the audience make the difference
     */
    public record Flip(Judged before, Judged after, List<Cause> causes) {
        public Flip {
            causes = List.copyOf(causes);
        }
    }

    private final Adviser before;
    private final Adviser after;
    private final LocalDate asOf;
    private final Map<Judged, Map<Judged, Integer>> moves = new LinkedHashMap<>();
    private int applicants;
    private int flipped;

    public Impact(Adviser before, Adviser after, LocalDate asOf) {
        this.before = before;
        this.after = after;
        this.asOf = asOf;
    }

    /**
     * Judges one applicant by both.
     *
     * @param was the answers as the earlier version asks
     * @param is the answers as the later version asks
     * @return empty if verdict and risk band are the same
     */
    public Optional<Flip> compare(Answers was, Answers is) {
        Judged old = Judged.of(before.brief(was, asOf));
        Judged now = Judged.of(after.brief(is, asOf));
        applicants++;
        moves.computeIfAbsent(old, key -> new LinkedHashMap<>()).merge(now, 1, Integer::sum);
        if (old.equals(now)) {
            return Optional.empty();
        }
        flipped++;
        return Optional.of(new Flip(old, now, causes(was, is)));
    }

    public int applicants() {
        return applicants;
    }

    public int flipped() {
        return flipped;
    }

    /** Verdict → how many have it, before or after. */
    public Map<Verdict, Integer> verdicts(boolean later) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        moves.forEach((old, to) ->
                to.forEach((now, count) -> counts.merge((later ? now : old).verdict(), count, Integer::sum)));
        return counts;
    }

    /** Risk band → how many have it, before or after. */
    public Map<Band, Integer> bands(boolean later) {
        Map<Band, Integer> counts = new EnumMap<>(Band.class);
        moves.forEach(
                (old, to) -> to.forEach((now, count) -> counts.merge((later ? now : old).risk(), count, Integer::sum)));
        return counts;
    }

    private List<Cause> causes(Answers was, Answers is) {
        Map<String, List<Comparison>> old = fired(before.ruleBook(), was);
        Map<String, List<Comparison>> now = fired(after.ruleBook(), is);
        List<Cause> causes = new ArrayList<>();
        now.forEach((rule, because) -> {
            if (!old.containsKey(rule)) {
                causes.add(new Cause(rule, true, because));
            }
        });
        old.forEach((rule, because) -> {
            if (!now.containsKey(rule)) {
                causes.add(new Cause(rule, false, because));
            }
        });
        return causes;
    }

    private static Map<String, List<Comparison>> fired(RuleBook ruleBook, Answers answers) {
        Facts facts = ruleBook.facts(answers);
        Map<String, List<Comparison>> fired = new LinkedHashMap<>();
        List<Rule> rules = ruleBook.rules();
        ruleBook.fired(facts).stream()
                .forEach(rule -> fired.put(rules.get(rule).name(), ruleBook.because(rule, facts)));
        return fired;
    }
}
