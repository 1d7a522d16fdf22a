package jp.readiness.advice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Answer;
import jp.readiness.programme.JsonValues;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.Comparison;

/**
 * The advice for one answer sheet. Its JSON form is what the command line and the API give and what is stored: see
 * {@link AssessmentJson}.
 *
 * @param version hash of the edition's content
 * @param asOf day on which the advice is given
 * @param closed whether applications are not accepted on that day
 * @param notFor why the programme is not for the applicant; empty for every verdict but {@code NOT_FOR_YOU}
 * @param findings one per finding of the edition, in its order
 * @param open unanswered questions that decide something, that first which settles most: see {@link Settles}
 * @param skippable unanswered questions that can no longer matter: no two ways to answer the open questions that differ
 *     in it alone differ in the verdict, in why the programme is not for the applicant, in any finding or in a band
 * @param changes smallest changes of answers that can be changed: those that make the applicant ready, then those that
 *     lower the risk
 * @param placements ids of the placements that fired
 * @param referrals ids of the referrals that fired and whose programme may take the applicant
 * @param searchedFully false if the search through the completions stopped at its budget; then states and bounds are
 *     still sound, but may be called open where they are not
 */
public record Assessment(
        String programme,
        String edition,
        String version,
        LocalDate asOf,
        boolean closed,
        Verdict verdict,
        Risk risk,
        List<Exclusion> notFor,
        List<FindingResult> findings,
        List<OpenQuestion> open,
        List<String> skippable,
        List<Change> changes,
        ChangeSearch changeSearch,
        List<String> placements,
        List<String> referrals,
        List<GrantAmount> grants,
        boolean searchedFully) {

    public Assessment {
        notFor = List.copyOf(notFor);
        findings = List.copyOf(findings);
        open = List.copyOf(open);
        skippable = List.copyOf(skippable);
        changes = List.copyOf(changes);
        placements = List.copyOf(placements);
        referrals = List.copyOf(referrals);
        grants = List.copyOf(grants);
    }

    /** @param calibrated false until real outcomes exist */
    public record Risk(Estimate overall, List<StepRisk> steps, boolean calibrated) {
        public Risk {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param probability of dropping out, by what is known so far, 0 to 1, unrounded
     * @param lowest over all completions of the open questions
     * @param highest over all completions of the open questions
     * @param provisional whether the band may still change: whether some completion of the open questions lies in another
     */
    public record Estimate(double probability, Band band, boolean provisional, double lowest, double highest) {}

    public record StepRisk(String step, Text title, Estimate estimate) {}

    /**
     * Why the programme is not for this applicant: an answer outside its audience, or a required criterion that no
     * change can meet.
     *
     * @param question id of the audience's question; empty for a criterion
     * @param answer option id
     * @param allowed option ids of the audience
     * @param criterion id of the criterion; empty for an audience
     */
    public record Exclusion(
            Optional<String> question, Optional<String> answer, List<String> allowed, Optional<String> criterion) {
        public Exclusion {
            allowed = List.copyOf(allowed);
        }
    }

    public enum Kind {
        CRITERION,
        SIGNAL,
        STRENGTH,
        PLACEMENT,
        GRANT,
        REFERRAL,
        /** Of a match alone. */
        REASON
    }

    /** MET, UNMET or OPEN for criteria; FIRED, NOT_FIRED or OPEN for the others. */
    public enum State {
        MET,
        UNMET,
        FIRED,
        NOT_FIRED,
        OPEN
    }

    /**
     * @param required whether it is a required criterion
     * @param step id of the signal's step; empty for "at any step" and for other kinds
     * @param text what the state means, in a sentence
     * @param because for UNMET and FIRED the conditions that hold; for MET and NOT_FIRED, per rule, the first condition
     *     that failed; for OPEN what is missing
     * @param rules names of the rules that concluded it, or that could
     * @param decidedBy for OPEN: the open questions that decide it, those where two completions that differ in it alone
     *     differ in the finding; where the search stopped, every open question that its rules read
     * @param source how we know
     */
    public record FindingResult(
            String id,
            Kind kind,
            State state,
            boolean required,
            Optional<String> step,
            Text title,
            Text text,
            Text advice,
            List<Comparison> because,
            List<String> rules,
            Set<String> decidedBy,
            SourceReference source) {
        public FindingResult {
            because = List.copyOf(because);
            rules = List.copyOf(rules);
            decidedBy = Collections.unmodifiableSet(new LinkedHashSet<>(decidedBy));
        }
    }

    public record SourceReference(String id, Text pointer, boolean inferred) {}

    /**
     * @param decides ids of the findings that the question decides; none for one that only says whether the programme is
     *     meant for the applicant
     * @param settles how much of what is open an answer settles
     */
    public record OpenQuestion(String question, List<String> decides, Settles settles) {
        public OpenQuestion {
            decides = List.copyOf(decides);
        }
    }

    /** What a change is good for. */
    public enum Aim {
        /** All required criteria met, or at least none failed whatever the open answers turn out to be. */
        READY,
        /** The overall risk, as known so far, in a lower band. */
        LOWER_RISK
    }

    /**
     * A smallest set of new answers; what comes of it was found by judging the sheet again with them, open questions left
     * open.
     *
     * @param set question id → JSON-like value
     * @param verdict as it then comes out: for {@link Aim#READY} one of READY, READY_WITH_SUPPORT and NEEDS_ANSWERS
     * @param riskBand overall, by what is then known
     * @param aims what it is a smallest set for
     * @param effort of all answers together
     */
    public record Change(Map<String, Object> set, Verdict verdict, Band riskBand, List<Aim> aims, int effort) {
        public Change {
            aims = List.copyOf(aims);
            Map<String, Object> values = new LinkedHashMap<>();
            set.forEach((question, value) -> values.put(question, JsonValues.canonical(value)));
            set = Collections.unmodifiableMap(values);
        }
    }

    /** How a search for changes ended. */
    public enum Search {
        /** There is nothing to reach: no required criterion is unmet, or the risk is low. */
        NOT_NEEDED,
        /** All smallest changes are given. */
        FOUND,
        /** No change of answers that can be changed helps. */
        NOTHING_HELPS,
        /** Not searched further: the budget was used up. There may be other changes, and smaller ones than those given. */
        STOPPED
    }

    /** How the search for each {@link Aim} ended. */
    public record ChangeSearch(Search ready, Search lowerRisk) {}

    /** @param amount the largest that a rule gives; empty while the grant is open or not given */
    public record GrantAmount(String id, State state, Optional<BigDecimal> amount, Text unit) {
        public GrantAmount {
            amount = amount.map(value -> new Answer.Number(value).value());
        }
    }

    public Optional<FindingResult> finding(String id) {
        return findings.stream().filter(f -> f.id().equals(id)).findFirst();
    }
}
