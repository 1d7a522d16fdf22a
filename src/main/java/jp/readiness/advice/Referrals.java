package jp.readiness.advice;

import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Finding;

/** Withdraws what refers to a programme that is surely not for the applicant: no firm is sent to another city's own. */
final class Referrals {

    private Referrals() {}

    static List<Judgement> withdrawn(List<Judgement> judgements, Answers answers) {
        return judgements.stream()
                .map(judgement ->
                        excluding(judgement.finding(), answers).isPresent() ? judgement.withdrawn() : judgement)
                .toList();
    }

    /** The answer by which the programme referred to is for others; empty if there is none, or no referral. */
    static Optional<Audience> excluding(Finding finding, Answers answers) {
        return finding instanceof Finding.Referral referral
                ? referral.audience().stream()
                        .filter(audience ->
                                Exclusions.outside(audience, answers).isPresent())
                        .findFirst()
                : Optional.empty();
    }
}
