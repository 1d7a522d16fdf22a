package jp.readiness.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Assessment.Exclusion;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Option;

/** Why a programme is not for an applicant, however they change. */
final class Exclusions {

    private Exclusions() {}

    static List<Exclusion> of(Edition edition, Answers answers, List<Judgement> judgements, Judge judge) {
        List<Exclusion> exclusions = new ArrayList<>();
        edition.audience().forEach(a -> audience(edition, a, answers).ifPresent(exclusions::add));
        judgements.stream()
                .filter(j -> j.isRequired(State.UNMET))
                .filter(judge::isBeyondChange)
                .map(j -> new Exclusion(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(j.finding().id())))
                .forEach(exclusions::add);
        return exclusions;
    }

    private static Optional<Exclusion> audience(Edition edition, Audience audience, Answers answers) {
        return outside(audience, answers)
                .map(option -> new Exclusion(
                        Optional.of(audience.question()),
                        Optional.of(option),
                        allowedInOrder(edition, audience),
                        Optional.empty()));
    }

    /** The answer that the audience does not name; empty if it names it, or the question is open, which excludes nobody. */
    static Optional<String> outside(Audience audience, Answers answers) {
        return outside(audience, answers.get(audience.question()));
    }

    /** @param given the answer to the audience's question */
    static Optional<String> outside(Audience audience, Optional<Answer> given) {
        return given.filter(Answer.Choice.class::isInstance)
                .map(answer -> ((Answer.Choice) answer).option())
                .filter(option -> !audience.allowed().contains(option));
    }

    private static List<String> allowedInOrder(Edition edition, Audience audience) {
        return edition.question(audience.question()).stream()
                .flatMap(question -> question.options().stream())
                .map(Option::id)
                .filter(audience.allowed()::contains)
                .toList();
    }
}
