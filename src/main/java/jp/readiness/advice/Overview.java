package jp.readiness.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;

/**
 * One answer sheet held against every programme: where the applicant stands with each, and which question tells most.
 *
 * @param standings one per programme, in the order given
 * @param next the questions that bring a programme nearer to being decided, the most telling first
 */
public record Overview(List<Standing> standings, List<Next> next) {

    public Overview {
        standings = List.copyOf(standings);
        next = List.copyOf(next);
    }

    /** Where an applicant stands with one programme. */
    public enum State {
        /** Nothing required is missing, whatever the open answers are. */
        READY,
        /** The questions that decide it are still open. */
        OPEN,
        /** A required criterion is unmet. */
        NOT_YET,
        /** For another kind of applicant or another place, or beyond anything that can be changed. */
        NOT_FOR_YOU
    }

    /**
     * @param undecided ids of the open questions for the applicant that decide whether the programme is for them, or
     *     else a required criterion; empty unless {@code OPEN}
     */
    public record Standing(Adviser adviser, Assessment assessment, State state, Set<String> undecided) {
        public Edition edition() {
            return adviser.edition();
        }
    }

    /**
     * @param weight the sum over the undecided programmes of 1 ∕ (questions that decide the programme): a question that
     *     is the last one for a programme weighs 1. A programme that an unknown answer keeps open counts nothing, so
     *     that it is asked about last
     * @param programmes ids of those that it helps to decide
     */
    public record Next(Question question, double weight, List<String> programmes) {
        public Next {
            programmes = List.copyOf(programmes);
        }
    }

    /**
     * Holds a sheet against the programmes.
     *
     * @param answers the sheet as an edition reads it
     * @param unknown ids of the questions that the applicant cannot answer yet, so that they are not asked again
     */
    public static Overview of(
            Collection<Adviser> advisers, Function<Edition, Answers> answers, Set<String> unknown, LocalDate asOf) {
        List<Standing> standings = advisers.stream()
                .map(adviser -> standing(adviser, answers.apply(adviser.edition()), asOf))
                .toList();
        return new Overview(standings, next(standings, unknown));
    }

    private static Standing standing(Adviser adviser, Answers answers, LocalDate asOf) {
        Assessment assessment = adviser.assess(answers, asOf);
        List<String> undecided = undecided(adviser.edition(), answers, assessment);
        State state = state(assessment.verdict(), undecided.isEmpty());
        return new Standing(adviser, assessment, state, state == State.OPEN ? Set.copyOf(undecided) : Set.of());
    }

    private static State state(Verdict verdict, boolean decided) {
        return switch (verdict) {
            case NOT_FOR_YOU -> State.NOT_FOR_YOU;
            case NOT_YET -> State.NOT_YET;
            case NEEDS_ANSWERS -> State.OPEN;
            case READY, READY_WITH_SUPPORT -> decided ? State.READY : State.OPEN;
        };
    }

    /** Whom it is for comes first: what else it asks is of no use to those it is not for. */
    private static List<String> undecided(Edition edition, Answers answers, Assessment assessment) {
        List<String> audience = edition.audience().stream()
                .map(Audience::question)
                .filter(question -> answers.get(question).isEmpty())
                .toList();
        return audience.isEmpty() ? decidingRequired(edition, assessment) : audience;
    }

    private static List<String> decidingRequired(Edition edition, Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.required() && finding.state() == Assessment.State.OPEN)
                .flatMap(finding -> finding.decidedBy().stream())
                .filter(id -> edition.question(id)
                        .filter(question -> question.answeredBy() == AnsweredBy.APPLICANT)
                        .isPresent())
                .distinct()
                .toList();
    }

    private static List<Next> next(List<Standing> standings, Set<String> unknown) {
        Map<String, Next> byQuestion = new LinkedHashMap<>();
        standings.stream()
                .flatMap(standing -> candidates(standing, unknown))
                .forEach(candidate -> byQuestion.merge(candidate.question().id(), candidate, Overview::together));
        return byQuestion.values().stream()
                .sorted(Comparator.comparingDouble(Next::weight).reversed())
                .toList();
    }

    private static Stream<Next> candidates(Standing standing, Set<String> unknown) {
        boolean mayBeDecided = standing.undecided().stream().noneMatch(unknown::contains);
        double share = mayBeDecided ? 1.0 / standing.undecided().size() : 0;
        return standing.edition().questions().stream()
                .filter(question -> standing.undecided().contains(question.id()))
                .filter(question -> !unknown.contains(question.id()))
                .map(question ->
                        new Next(question, share, List.of(standing.edition().programme())));
    }

    private static Next together(Next one, Next other) {
        List<String> programmes = new ArrayList<>(one.programmes());
        programmes.addAll(other.programmes());
        return new Next(one.question(), one.weight() + other.weight(), programmes);
    }
}
