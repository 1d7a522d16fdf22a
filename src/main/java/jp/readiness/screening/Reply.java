package jp.readiness.screening;

import java.util.List;
import jp.readiness.programme.Answer;

/** What somebody gave for one question. */
sealed interface Reply {

    record Given(Answer answer) implements Reply {}

    /** Said 「まだ分からない」: the question is open, and whoever answers has seen it. */
    record Unsure() implements Reply {}

    /** Took the answer back and said nothing instead. */
    record Blank() implements Reply {}

    /** Gave what is no answer, such as 「三、四人」 for a number; the answer given before stays. */
    record Unread(List<String> typed) implements Reply {
        public Unread {
            typed = List.copyOf(typed);
        }
    }
}
