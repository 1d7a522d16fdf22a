package jp.readiness.rulebook;

import java.util.Arrays;
import java.util.Optional;

/** How the two sides of a condition are compared. Every operator has its opposite, so that no condition needs a "not". */
enum Operator {
    EQUAL("=="),
    UNEQUAL("!="),
    LESS("<"),
    AT_LEAST(">="),
    MORE(">"),
    AT_MOST("<="),
    IN("in"),
    NOT_IN("not in"),
    CONTAINS("contains"),
    NOT_CONTAINS("not contains"),
    MEMBER_OF("memberOf"),
    NOT_MEMBER_OF("not memberOf"),
    OVERLAPS("overlaps"),
    NOT_OVERLAPS("not overlaps"),
    MATCHES("matches"),
    NOT_MATCHES("not matches"),
    OPEN("== null"),
    ANSWERED("!= null");

    private final String drl;

    Operator(String drl) {
        this.drl = drl;
    }

    /** As authors write it. */
    String drl() {
        return drl;
    }

    static Optional<Operator> of(String drl) {
        return Arrays.stream(values())
                .filter(operator -> operator.drl.equals(drl))
                .findFirst();
    }

    /** The operator that holds exactly when this one does not, both sides being answered: {@code <} and {@code >=}. */
    Operator negated() {
        return values()[ordinal() ^ 1]; // opposites stand beside each other
    }

    /** The operator that says the same with the sides swapped: {@code <} and {@code >}. */
    Operator mirrored() {
        return switch (this) {
            case LESS -> MORE;
            case MORE -> LESS;
            case AT_LEAST -> AT_MOST;
            case AT_MOST -> AT_LEAST;
            case CONTAINS -> MEMBER_OF;
            case NOT_CONTAINS -> NOT_MEMBER_OF;
            case MEMBER_OF -> CONTAINS;
            case NOT_MEMBER_OF -> NOT_CONTAINS;
            default -> this;
        };
    }

    /** Whether it orders numbers: {@code < <= > >=}. */
    boolean orders() {
        return this == LESS || this == AT_LEAST || this == MORE || this == AT_MOST;
    }

    /** Whether it is one of {@code == !=}. */
    boolean equates() {
        return this == EQUAL || this == UNEQUAL;
    }

    /** Whether it stands for its pair, so that {@link #negated()} is its "not" form. */
    boolean positive() {
        return (ordinal() & 1) == 0;
    }
}
