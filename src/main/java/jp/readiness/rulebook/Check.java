package jp.readiness.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import jp.readiness.rulebook.Operand.Amount;

/**
 * How one condition is decided: which test of {@link Facts} it is. Generated code says {@link #drl()}, explanations call
 * {@link #holds}; the two stand side by side here, so that they are the same test.
 */
sealed interface Check {

    /** The call in generated code, made of our own names and of numbers alone. */
    String drl();

    /** Whether it holds; false while an operand is open. */
    boolean holds(Facts facts);

    /** The check that holds exactly when this one does not, all operands being answered. */
    Check negated();

    /** A whole-number question against a constant, without decimals. */
    record Whole(int question, Operator operator, int constant) implements Check {
        @Override
        public String drl() {
            String call = switch (operator) {
                case EQUAL -> "equal";
                case UNEQUAL -> "unequal";
                case LESS -> "below";
                case AT_LEAST -> "atLeast";
                case MORE -> "above";
                case AT_MOST -> "atMost";
                default -> throw new IllegalStateException(operator.drl());
            };
            return call + "(" + question + ", " + constant + ")";
        }

        @Override
        public boolean holds(Facts facts) {
            return switch (operator) {
                case EQUAL -> facts.equal(question, constant);
                case UNEQUAL -> facts.unequal(question, constant);
                case LESS -> facts.below(question, constant);
                case AT_LEAST -> facts.atLeast(question, constant);
                case MORE -> facts.above(question, constant);
                case AT_MOST -> facts.atMost(question, constant);
                default -> throw new IllegalStateException(operator.drl());
            };
        }

        @Override
        public Check negated() {
            return new Whole(question, operator.negated(), constant);
        }
    }

    /** Any two numbers, exactly. */
    record Exactly(Amount left, Operator operator, Amount right) implements Check {
        @Override
        public String drl() {
            String call = switch (operator) {
                case EQUAL -> "exactlyEqual";
                case UNEQUAL -> "exactlyUnequal";
                case LESS -> "exactlyBelow";
                case AT_LEAST -> "exactlyAtLeast";
                case MORE -> "exactlyAbove";
                case AT_MOST -> "exactlyAtMost";
                default -> throw new IllegalStateException(operator.drl());
            };
            return call + "(" + left.drl() + ", " + right.drl() + ")";
        }

        @Override
        public boolean holds(Facts facts) {
            var a = left.value(facts);
            var b = right.value(facts);
            return switch (operator) {
                case EQUAL -> facts.exactlyEqual(a, b);
                case UNEQUAL -> facts.exactlyUnequal(a, b);
                case LESS -> facts.exactlyBelow(a, b);
                case AT_LEAST -> facts.exactlyAtLeast(a, b);
                case MORE -> facts.exactlyAbove(a, b);
                case AT_MOST -> facts.exactlyAtMost(a, b);
                default -> throw new IllegalStateException(operator.drl());
            };
        }

        @Override
        public Check negated() {
            return new Exactly(left, operator.negated(), right);
        }
    }

    /** The option chosen; yes is option 1 of a yes/no question and no is option 0. */
    record Is(int question, int option, boolean is) implements Check {
        @Override
        public String drl() {
            return (is ? "is(" : "isNot(") + question + ", " + option + ")";
        }

        @Override
        public boolean holds(Facts facts) {
            return is ? facts.is(question, option) : facts.isNot(question, option);
        }

        @Override
        public Check negated() {
            return new Is(question, option, !is);
        }
    }

    /** An option among the several chosen. */
    record Has(int question, int option, boolean has) implements Check {
        @Override
        public String drl() {
            return (has ? "has(" : "hasNot(") + question + ", " + option + ")";
        }

        @Override
        public boolean holds(Facts facts) {
            return has ? facts.has(question, option) : facts.hasNot(question, option);
        }

        @Override
        public Check negated() {
            return new Has(question, option, !has);
        }
    }

    /** Two questions answered by the same option. */
    record Same(int question, int other, int translation, boolean same) implements Check {
        @Override
        public String drl() {
            return (same ? "same(" : "different(") + question + ", " + other + ", " + translation + ")";
        }

        @Override
        public boolean holds(Facts facts) {
            return same ? facts.same(question, other, translation) : facts.different(question, other, translation);
        }

        @Override
        public Check negated() {
            return new Same(question, other, translation, !same);
        }
    }

    /** The option chosen for one question among the several chosen for another. */
    record Among(int question, int several, int translation, boolean among) implements Check {
        @Override
        public String drl() {
            return (among ? "among(" : "notAmong(") + question + ", " + several + ", " + translation + ")";
        }

        @Override
        public boolean holds(Facts facts) {
            return among ? facts.among(question, several, translation) : facts.notAmong(question, several, translation);
        }

        @Override
        public Check negated() {
            return new Among(question, several, translation, !among);
        }
    }

    /** An option chosen for both of two questions that take several. */
    record Overlap(int question, int other, int translation, boolean overlap) implements Check {
        @Override
        public String drl() {
            return (overlap ? "overlap(" : "overlapNot(") + question + ", " + other + ", " + translation + ")";
        }

        @Override
        public boolean holds(Facts facts) {
            return overlap
                    ? facts.overlap(question, other, translation)
                    : facts.overlapNot(question, other, translation);
        }

        @Override
        public Check negated() {
            return new Overlap(question, other, translation, !overlap);
        }
    }

    record Says(int question, int text, boolean says) implements Check {
        @Override
        public String drl() {
            return (says ? "says(" : "saysNot(") + question + ", " + text + ")";
        }

        @Override
        public boolean holds(Facts facts) {
            return says ? facts.says(question, text) : facts.saysNot(question, text);
        }

        @Override
        public Check negated() {
            return new Says(question, text, !says);
        }
    }

    record Fits(int question, int pattern, boolean fits) implements Check {
        @Override
        public String drl() {
            return (fits ? "fits(" : "fitsNot(") + question + ", " + pattern + ")";
        }

        @Override
        public boolean holds(Facts facts) {
            return fits ? facts.fits(question, pattern) : facts.fitsNot(question, pattern);
        }

        @Override
        public Check negated() {
            return new Fits(question, pattern, !fits);
        }
    }

    /** Whether there is an answer: the one check that an open question can pass. */
    record Answered(int question, boolean answered) implements Check {
        @Override
        public String drl() {
            return (answered ? "isAnswered(" : "isOpen(") + question + ")";
        }

        @Override
        public boolean holds(Facts facts) {
            return answered ? facts.isAnswered(question) : facts.isOpen(question);
        }

        @Override
        public Check negated() {
            return new Answered(question, !answered);
        }
    }

    /** {@code in (a, b)} is one condition for the reader and an "or" of equalities for the machine. */
    record Several(List<Check> checks, boolean any) implements Check {
        @Override
        public String drl() {
            return checks.stream().map(Check::drl).collect(Collectors.joining(any ? " || " : " && ", "(", ")"));
        }

        @Override
        public boolean holds(Facts facts) {
            return any
                    ? checks.stream().anyMatch(check -> check.holds(facts))
                    : checks.stream().allMatch(check -> check.holds(facts));
        }

        @Override
        public Check negated() {
            return new Several(checks.stream().map(Check::negated).toList(), !any);
        }
    }
}
