package jp.readiness.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Band;
import jp.readiness.advice.Brief;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.Comparison;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.Rule;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.trackrecord.Improvement;

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

        /** Whether the applicant may take part, with support or without. */
        public boolean isAccepted() {
            return verdict.isReady();
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
    private final Map<String, Integer> rules = new TreeMap<>();
    private final GroupCounts groups;
    private final Improvement improvement = new Improvement();
    private int applicants;
    private int flipped;

    public Impact(Adviser before, Adviser after, LocalDate asOf) {
        this.before = before;
        this.after = after;
        this.asOf = asOf;
        this.groups = new GroupCounts(after.edition());
    }

    /**
     * Judges one applicant by both.
     *
     * @param was the answers as the earlier version asks
     * @param is the answers as the later version asks
     * @return empty if verdict and risk band are the same
     */
    public Optional<Flip> compare(Answers was, Answers is) {
        return compare(was, is, Optional.empty());
    }

    /** @param left whether the applicant dropped out in the end; empty while nobody knows */
    public Optional<Flip> compare(Answers was, Answers is, Optional<Boolean> left) {
        Brief first = before.brief(was, asOf);
        Brief second = after.brief(is, asOf);
        left.ifPresent(known -> improvement.add(said(first), said(second), known));
        Judged old = Judged.of(first);
        Judged now = Judged.of(second);
        applicants++;
        moves.computeIfAbsent(old, key -> new LinkedHashMap<>()).merge(now, 1, Integer::sum);
        groups.add(is, old, now);
        if (old.equals(now)) {
            return Optional.empty();
        }
        flipped++;
        List<Cause> causes = causes(was, is);
        causes.forEach(cause -> rules.merge(cause.rule(), 1, Integer::sum));
        return Optional.of(new Flip(old, now, causes));
    }

    private static Improvement.Said said(Brief brief) {
        return new Improvement.Said(
                brief.verdict(), brief.overall().probability(), brief.overall().band());
    }

    public int applicants() {
        return applicants;
    }

    public int flipped() {
        return flipped;
    }

    /** Rule → how many are judged otherwise where it fires otherwise; a change may have several rules. */
    public Map<String, Integer> rules() {
        return Collections.unmodifiableMap(rules);
    }

    /** Those who give the same answer, by the question's id and by what was answered, see {@link Group}. */
    public Map<String, Map<String, Group>> groups() {
        return groups.counts();
    }

    /** Whether the later version would have been righter about those whose outcome is known. */
    public Improvement improvement() {
        return improvement;
    }

    /** How many are accepted, before or after. */
    public int accepted(boolean later) {
        int accepted = 0;
        for (Map.Entry<Judged, Map<Judged, Integer>> from : moves.entrySet()) {
            for (Map.Entry<Judged, Integer> to : from.getValue().entrySet()) {
                accepted += (later ? to.getKey() : from.getKey()).isAccepted() ? to.getValue() : 0;
            }
        }
        return accepted;
    }

    /** From one verdict to another. */
    public record Move(Verdict before, Verdict after) {}

    /** How many go from which verdict to which other. */
    public Map<Move, Integer> verdictMoves() {
        Map<Move, Integer> counts = new LinkedHashMap<>();
        moves.forEach((old, to) -> to.forEach((now, count) -> {
            if (old.verdict() != now.verdict()) {
                counts.merge(new Move(old.verdict(), now.verdict()), count, Integer::sum);
            }
        }));
        return counts;
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
