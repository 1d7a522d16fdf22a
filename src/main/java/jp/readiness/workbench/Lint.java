package jp.readiness.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import jp.readiness.advice.Adviser;
import jp.readiness.check.CheckedDraft;
import jp.readiness.programme.Problem;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.wording.RuleSentences;
import jp.readiness.wording.Words;

/**
 * What the editor shows of a file while somebody types.
 *
 * @param problems of this file
 * @param counts file → how many problems it has
 * @param scenarios of this file
 * @param sentences each rule read aloud, while nothing is wrong
 */
record Lint(List<Mark> problems, Map<String, Long> counts, List<Tried> scenarios, List<Sentence> sentences) {

    /**
     * @param column in characters (code points) from 1
     * @param fixes at most one
     */
    record Mark(int line, int column, boolean error, String code, String message, String hint, List<QuickFix> fixes) {}

    /** @param instead what came out otherwise; empty if it passed */
    record Tried(int line, boolean passed, String instead) {}

    record Sentence(int line, String text) {}

    static Lint of(CheckedDraft checked, String file, SortedMap<String, String> texts, Words words) {
        Locale locale = words.locale();
        List<String> lines = texts.getOrDefault(file, "").lines().toList();
        Map<String, Long> counts = new TreeMap<>();
        List<Mark> marks = new ArrayList<>();
        for (Problem problem : checked.problems()) {
            String name = file(problem);
            counts.merge(name, 1L, Long::sum);
            if (name.equals(file)) {
                marks.add(mark(problem, lines, locale));
            }
        }
        return new Lint(
                marks,
                counts,
                file.equals(DraftFile.SCENARIOS) ? tried(checked, locale) : List.of(),
                file.equals(DraftFile.RULES)
                        ? checked.adviser()
                                .map(adviser -> sentences(adviser, words))
                                .orElse(List.of())
                        : List.of());
    }

    static String file(Problem problem) {
        String path = problem.place().file();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Mark mark(Problem problem, List<String> lines, Locale locale) {
        int line = problem.place().line();
        String text = line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
        return new Mark(
                line,
                problem.place().column(),
                problem.isError(),
                problem.code(),
                problem.message().in(locale),
                problem.hint().in(locale),
                QuickFix.of(problem, text).stream().toList());
    }

    private static List<Tried> tried(CheckedDraft checked, Locale locale) {
        return checked.scenarios().stream()
                .map(result -> new Tried(
                        result.scenario().place().line(),
                        result.passed(),
                        String.join(
                                " ",
                                result.mismatches().stream()
                                        .map(text -> text.in(locale))
                                        .toList())))
                .toList();
    }

    private static List<Sentence> sentences(Adviser adviser, Words words) {
        RuleBook book = adviser.ruleBook();
        RuleSentences aloud = new RuleSentences(adviser.edition(), words);
        return IntStream.range(0, book.rules().size())
                .mapToObj(rule -> new Sentence(book.rules().get(rule).place().line(), aloud.of(book.parts(rule))))
                .toList();
    }
}
