package jp.readiness.matching;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Fit;
import jp.readiness.advice.Pair;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Match;
import jp.readiness.programme.Question;
import jp.readiness.programme.Side;
import jp.readiness.programme.Text;

/**
 * Puts pairs into words. Pairs that are alike share their reasons, so what was said of one is said again. Not for many
 * threads.
 */
final class PairWords {

    private static final Text NOT_FOR = new Text("対象外", "Not for the applicant");
    private static final Text OPEN = new Text("未回答", "not answered");

    private final Match match;
    private final Locale locale;
    private final Map<Pair.Reason, String> said = new IdentityHashMap<>();

    PairWords(Match match, Locale locale) {
        this.match = match;
        this.locale = locale;
    }

    static Text fit(Fit fit) {
        return switch (fit) {
            case FITS -> new Text("合う", "fits");
            case OPEN -> new Text("まだ決まらない", "open");
            case DOES_NOT_FIT -> new Text("合わない", "does not fit");
        };
    }

    /** What speaks for a pair: criteria met and reasons that hold. */
    static Stream<Pair.Reason> pro(Pair pair) {
        return reasons(pair, state -> state == State.MET || state == State.FIRED);
    }

    /** What may still speak for it. */
    static Stream<Pair.Reason> open(Pair pair) {
        return reasons(pair, state -> state == State.OPEN);
    }

    /** What speaks against it; a reason that does not hold speaks for nothing. */
    static Stream<Pair.Reason> contra(Pair pair) {
        return reasons(pair, state -> state == State.UNMET);
    }

    private static Stream<Pair.Reason> reasons(Pair pair, Predicate<State> wanted) {
        return pair.reasons().stream()
                .filter(reason -> wanted.test(reason.finding().state()));
    }

    /** What speaks against a pair, in one cell: first by which answers a side is not for who stands there. */
    String against(Pair pair) {
        Stream<String> notFor = pair.notFor().stream().map(given -> NOT_FOR.in(locale) + "(" + answer(given) + ")");
        return joined(Stream.concat(notFor, contra(pair).map(this::sentence)));
    }

    /** All of some reasons in one cell. */
    String cell(Stream<Pair.Reason> reasons) {
        return joined(reasons.map(this::sentence));
    }

    private String joined(Stream<String> sentences) {
        return sentences.collect(Collectors.joining(locale.getLanguage().equals("en") ? "; " : "、"));
    }

    /** The reason's title, then the two answers beside each other. */
    private String sentence(Pair.Reason reason) {
        return said.computeIfAbsent(reason, r -> {
            String answers = r.answers().stream().map(this::answer).collect(Collectors.joining(" / "));
            String title = r.finding().title().in(locale);
            return answers.isEmpty() ? title : title + "(" + answers + ")";
        });
    }

    private String answer(Pair.Given given) {
        return side(given.side()).label().in(locale) + ": " + value(given);
    }

    /** The answer as the form would show it. */
    String value(Pair.Given given) {
        return question(given)
                .flatMap(question -> given.answer().map(answer -> display(question, answer)))
                .orElse(OPEN)
                .in(locale);
    }

    private static Text display(Question question, Answer answer) {
        Text shown = AnswerReader.display(question, answer);
        return shown.isEmpty() ? new Text("なし", "none") : shown;
    }

    String label(Pair.Given given) {
        return question(given).map(question -> question.label().in(locale)).orElse(given.question());
    }

    private Optional<Question> question(Pair.Given given) {
        return side(given.side()).edition().question(given.question());
    }

    Side side(String name) {
        return match.left().name().equals(name) ? match.left() : match.right();
    }

    static List<String> ids(Stream<Pair.Reason> reasons) {
        return reasons.map(reason -> reason.finding().id()).toList();
    }

    static boolean isCriterion(Pair.Reason reason) {
        return reason.finding().kind() == Kind.CRITERION;
    }
}
