package jp.readiness.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One edition of a match: rules over two answer sheets. The two are read as one joined sheet, that of the left side
 * followed by that of the right, on which every question has the name of its side in front: {@code Company.themes}.
 * So whatever judges, explains and examines the rules of a programme does the same for a match.
 *
 * @param edition with the questions of the joined sheet; its scenarios give the answers of both
 */
public record Match(Edition edition, Side left, Side right) {

    public List<Side> sides() {
        return List.of(left, right);
    }

    /** The two sheets as one. */
    public Answers joined(Answers onTheLeft, Answers onTheRight) {
        Map<String, Answer> both = new HashMap<>(left.joined(onTheLeft));
        both.putAll(right.joined(onTheRight));
        return new Answers(both);
    }

    /** Whom the two sides are for, by questions of the joined sheet. */
    public List<Audience> audience() {
        return sides().stream()
                .flatMap(side -> side.edition().audience().stream()
                        .map(audience -> new Audience(side.joined(audience.question()), audience.allowed())))
                .toList();
    }

    /** The questions of the joined sheet. */
    public static List<Question> questions(Side left, Side right) {
        return Stream.of(left, right)
                .flatMap(side ->
                        side.edition().questions().stream().map(question -> question.named(side.joined(question.id()))))
                .toList();
    }

    /** The side that a question of the joined sheet belongs to. */
    public Side sideOf(String joinedQuestion) {
        return joinedQuestion.startsWith(left.name() + ".") ? left : right;
    }
}
