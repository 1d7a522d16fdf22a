package jp.readiness.advice;

import jp.readiness.programme.Answer;
import org.jspecify.annotations.Nullable;

/** Judges many sheets one after the other and may remember what it met; each thread has one of its own. */
public interface Briefs {

    /**
     * @param answers one for each question of the edition, in its order; null where it is open. Read before it returns, so
     *     that the array can be used again
     * @return the same as {@link Adviser#brief} gives; sheets that are judged alike may share it
     */
    Brief of(@Nullable Answer[] answers);
}
