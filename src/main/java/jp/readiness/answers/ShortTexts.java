package jp.readiness.answers;

import java.text.Normalizer;
import java.util.regex.Pattern;
import jp.readiness.answers.AnswerReader.Read;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;

/** Reads short text, kept as typed apart from its normal form (NFC). */
final class ShortTexts {

    /** Control characters, halves of characters, and marks that turn the reading direction of what follows. */
    private static final Pattern REFUSED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private static final int DEFAULT_MAX = 200;

    private ShortTexts() {}

    static Read read(Question question, String typed) {
        int max = question.max().map(Number::intValue).orElse(DEFAULT_MAX);
        // one composed character has few parts: what is much longer cannot become short enough
        if (typed.length() > max * 10) {
            return tooLong(max);
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC);
        if (text.codePointCount(0, text.length()) > max) {
            return tooLong(max);
        }
        if (REFUSED.matcher(text).find()) {
            return Read.problem(new Text(
                    "改行や見えない制御文字は使えません。1行の文字で答えてください。",
                    "Line breaks and invisible control characters cannot be used: please answer on one line."));
        }
        return Read.of(new Answer.ShortText(text));
    }

    private static Read tooLong(int max) {
        return Read.problem(new Text(max + "文字以内で答えてください。", "Please use at most " + max + " characters."));
    }
}
