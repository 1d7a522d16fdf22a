package jp.readiness.answers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.answers.AnswerReader.Read;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;

/** Reads the options of a choice, or of several, by id or by label in either language. */
final class Options {

    private static final Set<String> NONE_WORDS =
            Set.of(AnswerReader.NONE_VALUE, "なし", "該当なし", "none", "none of these");

    private static final Pattern SEPARATOR = Pattern.compile("[;；、,，\\n]");

    private final Question question;

    Options(Question question) {
        this.question = question;
    }

    Read one(String typed) {
        Optional<String> option = option(typed);
        if (option.isPresent()) {
            return Read.of(new Answer.Choice(option.get()));
        }
        return Typed.isOpen(typed) ? Read.OPEN : unknown(typed);
    }

    /** Each string may hold several options; a label that has a separator in it is still found. */
    Read several(Collection<String> typed) {
        Set<String> options = new TreeSet<>();
        boolean none = false;
        boolean open = false;
        for (String part : typed.stream().flatMap(this::parts).toList()) {
            Optional<String> option = option(part);
            option.ifPresent(options::add);
            boolean isNone = option.isEmpty() && NONE_WORDS.contains(Typed.folded(part));
            boolean isOpen = option.isEmpty() && !isNone && Typed.isOpen(part);
            if (option.isEmpty() && !isNone && !isOpen) {
                return unknown(part);
            }
            none |= isNone;
            open |= isOpen;
        }
        if (Stream.of(!options.isEmpty(), none, open).filter(given -> given).count() > 1) {
            return Read.problem(new Text(
                    "選択肢と「該当なし」「わからない」は同時に選べません。どれか1つにしてください。",
                    "Options, \"none of these\" and \"I don't know\" exclude each other: please keep one of them."));
        }
        return open ? Read.OPEN : Read.of(new Answer.Choices(options));
    }

    /** The longest runs of pieces that name an option, and the other pieces as they are. */
    private Stream<String> parts(String typed) {
        List<Integer> ends = new ArrayList<>(
                SEPARATOR.matcher(typed).results().map(found -> found.start()).toList());
        ends.add(typed.length());
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < typed.length()) {
            int from = start;
            List<Integer> later = ends.stream().filter(end -> end >= from).toList();
            int end = later.stream()
                    .sorted((a, b) -> b - a)
                    .filter(candidate ->
                            option(typed.substring(from, candidate)).isPresent())
                    .findFirst()
                    .orElse(later.get(0));
            parts.add(typed.substring(start, end));
            start = end + 1;
        }
        return parts.stream().filter(part -> !part.isBlank());
    }

    private Optional<String> option(String typed) {
        String word = Typed.folded(typed);
        return question.option(typed)
                .or(() -> question.options().stream()
                        .filter(option -> names(option).anyMatch(word::equals))
                        .findFirst())
                .map(Option::id);
    }

    private static Stream<String> names(Option option) {
        return Stream.of(option.id(), option.label().ja(), option.label().en()).map(Typed::folded);
    }

    /** For machines: they are told ids, not labels. */
    Read unknownId(String id) {
        List<String> ids = question.options().stream().map(Option::id).toList();
        Text maybe = Suggestion.maybe(id, ids);
        String all = String.join(", ", ids);
        return Read.problem(new Text(
                "「" + Typed.shown(id) + "」は選択肢にありません。" + (maybe.isEmpty() ? "選べるのは " + all + " です。" : maybe.ja()),
                "`" + Typed.shown(id) + "` is not an option. "
                        + (maybe.isEmpty() ? "You can choose: " + all + "." : maybe.en())));
    }

    private Read unknown(String typed) {
        return Read.problem(new Text(
                "「" + Typed.shown(typed) + "」は選択肢にありません。選べるのは "
                        + question.options().stream().map(o -> o.label().ja()).collect(Collectors.joining("、"))
                        + " です。",
                "`" + Typed.shown(typed) + "` is not an option. You can choose: "
                        + question.options().stream().map(o -> o.label().en()).collect(Collectors.joining(", "))
                        + "."));
    }
}
