package jp.readiness.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import jp.readiness.programme.Step;
import jp.readiness.screening.ResultView.Cause;
import jp.readiness.screening.ResultView.QuestionLink;
import jp.readiness.screening.ResultView.Todo;
import jp.readiness.wording.Words;

/**
 * What to do, most pressing first: required criteria that are unmet, questions that decide required criteria, signs of
 * dropping out by their effect, and last what is only recommended. Whoever the programme is not for is only asked to
 * look at the answers that say so.
 */
record FirstSteps(Assessment assessment, Edition edition, Words words, ReasonWords reasons) {

    List<Todo> todos() {
        return assessment.verdict() == Verdict.NOT_FOR_YOU ? toCheck() : toDo();
    }

    private List<Todo> toCheck() {
        Stream<String> outside = assessment.notFor().stream().flatMap(exclusion -> exclusion.question().stream());
        Stream<String> never = assessment.notFor().stream()
                .flatMap(exclusion -> exclusion.criterion().stream())
                .flatMap(id -> assessment.finding(id).stream())
                .flatMap(finding -> finding.because().stream())
                .flatMap(comparison -> comparison.questions().stream());
        return reasons.links(Stream.concat(outside, never).collect(Collectors.toSet())).stream()
                .filter(link -> !link.staff())
                .map(link -> todo(Cause.EXCLUDED, words.say("check", link.label()), "", link))
                .toList();
    }

    private List<Todo> toDo() {
        List<Todo> todos = new ArrayList<>();
        unmet(true).map(finding -> todo(Cause.UNMET_REQUIRED, finding)).forEach(todos::add);
        assessment.open().stream().flatMap(open -> openRequired(open).stream()).forEach(todos::add);
        signals().map(finding -> todo(Cause.SIGNAL, finding)).forEach(todos::add);
        unmet(false).map(finding -> todo(Cause.UNMET_RECOMMENDED, finding)).forEach(todos::add);
        return List.copyOf(todos);
    }

    private Stream<FindingResult> unmet(boolean required) {
        return assessment.findings().stream()
                .filter(finding -> finding.kind() == Kind.CRITERION && finding.state() == State.UNMET)
                .filter(finding -> finding.required() == required);
    }

    private Stream<FindingResult> signals() {
        return assessment.findings().stream()
                .filter(finding -> finding.kind() == Kind.SIGNAL && finding.state() == State.FIRED)
                .sorted(Comparator.comparingDouble(this::effect).reversed());
    }

    /** The weight of a signal that is left after the strengths that damp it. */
    private double effect(FindingResult signal) {
        double left = edition.finding(signal.id())
                .filter(Finding.Signal.class::isInstance)
                .map(finding -> ((Finding.Signal) finding).weight().doubleValue())
                .orElse(0.0);
        for (Finding finding : edition.findings()) {
            if (finding instanceof Finding.Strength strength
                    && strength.damps().contains(signal.id())
                    && fired(strength)) {
                left *= 1 - strength.weight().doubleValue();
            }
        }
        return left;
    }

    private boolean fired(Finding finding) {
        return assessment
                .finding(finding.id())
                .filter(result -> result.state() == State.FIRED)
                .isPresent();
    }

    private Todo todo(Cause cause, FindingResult finding) {
        return new Todo(
                cause, words.say("cause." + cause), words.in(finding.advice()), about(finding), toChange(finding));
    }

    /** The finding's name, and for a signal the step in which it bites. */
    private String about(FindingResult finding) {
        String title = words.in(finding.title());
        Optional<String> step = finding.step().flatMap(this::stepTitle);
        return step.map(name -> words.say("about.step", title, name)).orElse(title);
    }

    private Optional<String> stepTitle(String id) {
        return edition.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .map(Step::title)
                .map(words::in);
    }

    /** The questions whose answers led to the finding and that the applicant can change. */
    private List<QuestionLink> toChange(FindingResult finding) {
        Set<String> read = finding.because().stream()
                .flatMap(comparison -> comparison.questions().stream())
                .filter(id -> edition.question(id).filter(Question::changeable).isPresent())
                .collect(Collectors.toSet());
        return reasons.links(read).stream().filter(link -> !link.staff()).toList();
    }

    private Optional<Todo> openRequired(OpenQuestion open) {
        List<String> decided = open.decides().stream()
                .flatMap(id -> assessment.finding(id).stream())
                .filter(finding -> finding.kind() == Kind.CRITERION && finding.required())
                .map(finding -> words.in(finding.title()))
                .toList();
        return decided.isEmpty()
                ? Optional.empty()
                : reasons.links(Set.of(open.question())).stream().findFirst().map(link -> ask(link, decided));
    }

    private Todo ask(QuestionLink link, List<String> decided) {
        String advice = words.say(link.staff() ? "ask.staff" : "ask", link.label());
        return todo(Cause.OPEN_REQUIRED, advice, words.say("about.decides", words.quoted(decided)), link);
    }

    private Todo todo(Cause cause, String advice, String about, QuestionLink link) {
        return new Todo(cause, words.say("cause." + cause), advice, about, List.of(link));
    }
}
