package jp.readiness.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Step;
import org.springframework.context.MessageSource;

/** The choices that a form offers for an outcome, and what was chosen. */
final class OutcomeForm {

    private static final String FINISHED = "FINISHED";
    private static final String LEFT = "LEFT";
    private static final String LEFT_AT = "LEFT:";

    private OutcomeForm() {}

    /** One choice. @param value {@code ""}, {@code FINISHED}, {@code LEFT} or {@code LEFT:<step>} */
    record Option(String value, String label) {}

    /** How it may have ended: not known, finished, left at each of the steps, left at an unknown one. */
    static List<Option> results(Edition edition, MessageSource messages, Locale locale) {
        Phrases words = new Phrases(messages, locale);
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.say("result.open")));
        options.add(new Option(FINISHED, words.say("result.finished")));
        for (Step step : edition.steps()) {
            options.add(new Option(LEFT_AT + step.id(), words.say("result.left-at", words.in(step.title()))));
        }
        options.add(new Option(LEFT, words.say(edition.steps().isEmpty() ? "result.left" : "result.left-somewhere")));
        return options;
    }

    /** Why somebody may have left: the signs that the edition knows. */
    static List<Option> reasons(Edition edition, MessageSource messages, Locale locale) {
        Phrases words = new Phrases(messages, locale);
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.say("reason.none")));
        edition.findings().stream()
                .filter(Finding.Signal.class::isInstance)
                .forEach(finding -> options.add(
                        new Option(finding.id(), words.in(finding.words().title()))));
        return options;
    }

    /** The value that stands for a result. */
    static String value(Result result) {
        return switch (result.state()) {
            case OPEN -> "";
            case FINISHED -> FINISHED;
            case LEFT -> result.step().map(step -> LEFT_AT + step).orElse(LEFT);
        };
    }

    /** @return empty if that is no choice of the edition's */
    static Optional<Result> read(Edition edition, String value, String finding, String reason) {
        if (reason.length() > Result.LONGEST_REASON) {
            return Optional.empty();
        }
        if (value.isEmpty()) {
            return Optional.of(Result.OPEN);
        }
        if (value.equals(FINISHED)) {
            return Optional.of(Result.FINISHED);
        }
        Optional<String> because = Optional.of(finding).filter(id -> !id.isEmpty());
        if (because.filter(id -> !isSignal(edition, id)).isPresent()) {
            return Optional.empty();
        }
        if (value.equals(LEFT)) {
            return Optional.of(Result.left(Optional.empty(), because, reason.strip()));
        }
        return Optional.of(value)
                .filter(left -> left.startsWith(LEFT_AT))
                .map(left -> left.substring(LEFT_AT.length()))
                .filter(step ->
                        edition.steps().stream().anyMatch(each -> each.id().equals(step)))
                .map(step -> Result.left(Optional.of(step), because, reason.strip()));
    }

    private static boolean isSignal(Edition edition, String id) {
        return edition.finding(id).filter(Finding.Signal.class::isInstance).isPresent();
    }
}
