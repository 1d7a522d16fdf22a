package jp.readiness.trackrecord;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that outcomes show, or why they are too few to show it. */
public sealed interface Conclusion<T> {

    record Known<T>(T value) implements Conclusion<T> {}

    /** @param needed how many of those are needed at least */
    record TooFew<T>(Shortage of, int have, int needed) implements Conclusion<T> {}

    /** What there are too few of. */
    enum Shortage {
        /** Outcomes altogether. */
        OUTCOMES,
        /** Applicants in the group of which it would be said. */
        GROUP,
        /** Applicants who left. */
        LEFT,
        /** Applicants with the finding. */
        WITH,
        /** Applicants without the finding. */
        WITHOUT,
        /** Applicants about whom one version is right and the other is not. */
        CHANGED
    }

    default Optional<T> known() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /** The conclusion if there are enough. */
    static <T> Conclusion<T> of(Shortage of, int have, int needed, Supplier<T> value) {
        return have < needed ? new TooFew<>(of, have, needed) : new Known<>(value.get());
    }

    /** One more thing that there must be enough of. */
    static <T> Conclusion<T> also(Shortage of, int have, int needed, Supplier<Conclusion<T>> then) {
        return have < needed ? new TooFew<>(of, have, needed) : then.get();
    }
}
