package jp.readiness.advice;

import java.util.List;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Finding;

/** Which other programmes are worth naming to an applicant. */
final class Referrals {

    private Referrals() {}

    /** Those that fired, but for the ones whose programme is surely not for the applicant: no firm is sent to another city. */
    static List<String> offered(List<Judgement> judgements, Answers answers) {
        return judgements.stream()
                .filter(j -> j.state() == State.FIRED)
                .map(Judgement::finding)
                .filter(finding -> finding instanceof Finding.Referral referral && mayTake(referral, answers))
                .map(Finding::id)
                .toList();
    }

    private static boolean mayTake(Finding.Referral referral, Answers answers) {
        return referral.audience().stream()
                .allMatch(a -> Exclusions.outside(a, answers).isEmpty());
    }
}
