package jp.readiness.trackrecord;

import java.util.Optional;

/** How it ended for an applicant who took part. */
public sealed interface Outcome {

    record Finished() implements Outcome {}

    /** @param step id of the step in which the applicant left; empty where nobody noted it */
    record Left(Optional<String> step) implements Outcome {}

    default boolean isLeft() {
        return this instanceof Left;
    }
}
