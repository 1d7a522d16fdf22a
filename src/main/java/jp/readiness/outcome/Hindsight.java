package jp.readiness.outcome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Brief;
import jp.readiness.advice.Verdict;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.programme.Finding;
import org.springframework.stereotype.Component;

/**
 * What another edition would have said of applicants before the start, beside what became of them: would the criteria of
 * the second year have held back those who left in the first, and how many of those who finished?
 */
@Component
class Hindsight {

    /** So that the page comes soon. */
    private static final int MOST = 20_000;

    private final Cohorts cohorts;
    private final Outcomes outcomes;
    private final Predictions predictions;

    Hindsight(Cohorts cohorts, Outcomes outcomes, Predictions predictions) {
        this.cohorts = cohorts;
        this.outcomes = outcomes;
        this.predictions = predictions;
    }

    /** How many finished and how many left. */
    record Split(int finished, int left) {

        static final Split NONE = new Split(0, 0);

        Split and(boolean isLeft) {
            return isLeft ? new Split(finished, left + 1) : new Split(finished + 1, left);
        }

        public int all() {
            return finished + left;
        }
    }

    /**
     * @param verdicts those that occur, in their order
     * @param criteria required ones → how those fared who do not meet them
     * @param counted how many were looked at
     * @param missing how many have an outcome and no answers any more, or are beyond the most that is looked at
     */
    record Said(Map<Verdict, Split> verdicts, Map<Finding, Split> criteria, Split counted, int missing) {}

    Said by(Adviser adviser, List<Cohort> of) {
        Map<Verdict, Split> verdicts = new EnumMap<>(Verdict.class);
        Map<Finding, Split> criteria = new LinkedHashMap<>();
        adviser.edition().findings().stream()
                .filter(finding -> finding instanceof Finding.Criterion criterion && criterion.required())
                .forEach(finding -> criteria.put(finding, Split.NONE));
        Split counted = Split.NONE;
        int missing = 0;
        for (Ended ended : ended(of)) {
            Optional<Brief> said = counted.all() < MOST ? predictions.by(adviser, ended.member()) : Optional.empty();
            if (said.isEmpty()) {
                missing++;
                continue;
            }
            counted = counted.and(ended.left());
            verdicts.merge(said.get().verdict(), Split.NONE.and(ended.left()), (a, b) -> a.and(ended.left()));
            criteria.replaceAll((criterion, split) ->
                    said.get().unmet().contains(criterion.id()) ? split.and(ended.left()) : split);
        }
        return new Said(verdicts, criteria, counted, missing);
    }

    private record Ended(Member member, boolean left) {}

    private List<Ended> ended(List<Cohort> of) {
        List<Ended> ended = new ArrayList<>();
        for (Cohort cohort : of) {
            Map<UUID, Noted> noted = outcomes.latest(cohort.id());
            for (Member member : cohorts.members(cohort.id())) {
                Optional.ofNullable(noted.get(member.id()))
                        .map(Noted::result)
                        .filter(Result::isKnown)
                        .ifPresent(result -> ended.add(new Ended(member, result.state() == Result.State.LEFT)));
            }
        }
        return ended;
    }
}
