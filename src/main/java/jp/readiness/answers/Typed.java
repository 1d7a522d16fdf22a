package jp.readiness.answers;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.readiness.answers.AnswerReader.Read;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Text;

/** Reads what a person typed or ticked for one question. */
final class Typed {

    private static final Set<String> OPEN_WORDS = Set.of(
            AnswerReader.OPEN_VALUE, "-", "わからない", "分からない", "わかりません", "未定", "不明", "未回答", "unknown", "don't know");
    private static final Set<String> YES = Set.of("はい", "yes", "y", "true", "○", "◯", "〇", "有", "有り", "あり", "1");
    private static final Set<String> NO = Set.of("いいえ", "no", "n", "false", "×", "✕", "無", "無し", "なし", "0");

    /** More than any label or number needs; what is longer is refused before it is looked at. */
    private static final int LONGEST = 10_000;

    private static final int SHOWN = 40;

    private final Question question;

    Typed(Question question) {
        this.question = question;
    }

    Read read(Collection<String> values) {
        List<String> typed =
                values.stream().filter(value -> !value.isBlank()).distinct().toList();
        if (typed.isEmpty()) {
            return Read.OPEN;
        }
        if (typed.stream().anyMatch(value -> value.length() > LONGEST)) {
            return Read.problem(new Text("入力が長すぎます。", "What you typed is too long."));
        }
        if (question.type() == QuestionType.CHOICES) {
            return new Options(question).several(typed);
        }
        if (typed.size() > 1) {
            return Read.problem(new Text("答えは1つだけにしてください。", "Please give one answer only."));
        }
        return one(typed.get(0));
    }

    private Read one(String value) {
        return switch (question.type()) {
            case YES_NO -> yesNo(value);
            case WHOLE, DECIMAL -> isOpen(value) ? Read.OPEN : new NumberWords(question).read(value);
            case CHOICE -> new Options(question).one(value);
            case TEXT -> value.strip().equals(AnswerReader.OPEN_VALUE) ? Read.OPEN : ShortTexts.read(question, value);
            case CHOICES -> throw new IllegalArgumentException("several choices are read together");
        };
    }

    private static Read yesNo(String value) {
        String word = folded(value);
        if (YES.contains(word)) {
            return Read.of(new Answer.YesNo(true));
        }
        if (NO.contains(word)) {
            return Read.of(new Answer.YesNo(false));
        }
        return isOpen(value)
                ? Read.OPEN
                : Read.problem(new Text(
                        "「はい」か「いいえ」で答えてください(入力:" + shown(value) + ")。",
                        "Please answer yes or no (you gave: " + shown(value) + ")."));
    }

    static boolean isOpen(String value) {
        return OPEN_WORDS.contains(folded(value));
    }

    /** Width, case, invisible characters and surrounding spaces do not matter in what people type. */
    static String folded(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** A value inside a message: on one line and not longer than a glance. */
    static String shown(String value) {
        String line = value.substring(
                        0, value.offsetByCodePoints(0, Math.min(SHOWN, value.codePointCount(0, value.length()))))
                .replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", " ")
                .strip();
        return value.codePointCount(0, value.length()) > SHOWN ? line + "…" : line;
    }
}
