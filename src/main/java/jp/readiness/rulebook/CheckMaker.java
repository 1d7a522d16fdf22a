package jp.readiness.rulebook;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.readiness.programme.Option;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Operand.Amount;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.Broken;
import jp.readiness.rulebook.Operand.Constant;
import jp.readiness.rulebook.Operand.Nothing;
import jp.readiness.rulebook.Operand.OneOf;
import jp.readiness.rulebook.Operand.OptionOf;
import jp.readiness.rulebook.Operand.Words;
import jp.readiness.rulebook.Operand.YesNo;

/** Decides which comparisons make sense, and which {@link Check} each of them is. */
final class CheckMaker {

    private static final int LONGEST_PATTERN = 200;

    private final RuleContext context;
    private final int offset;

    /** @param offset of the comparison, for problems */
    CheckMaker(RuleContext context, int offset) {
        this.context = context;
        this.offset = offset;
    }

    /** The comparison with the answer on its left; broken, with a problem in the log, if it makes no sense. */
    Term leaf(Operand left, Operator operator, Operand right, String leftText, String rightText) {
        if (left instanceof Broken || right instanceof Broken) {
            return new Broken();
        }
        if (!left.readsAnswers() && right.readsAnswers()) {
            return leaf(right, operator.mirrored(), left, rightText, leftText);
        }
        if (!left.readsAnswers()) {
            return refuse(TypeComplaints.noQuestion());
        }
        if (right instanceof Nothing) {
            return unanswered(left, operator, leftText);
        }
        Optional<Check> check = check(left, operator, right);
        return check.isPresent()
                ? new Condition.Leaf(left, operator, right, check.get(), leftText, offset)
                : new Broken();
    }

    private Term unanswered(Operand left, Operator operator, String text) {
        if (left instanceof Asked asked && operator.equates()) {
            boolean answered = operator == Operator.UNEQUAL;
            Operator question = answered ? Operator.ANSWERED : Operator.OPEN;
            Check check = new Check.Answered(asked.slot(), answered);
            return new Condition.Leaf(asked, question, new Nothing(), check, text, offset);
        }
        return refuse(TypeComplaints.nullMisused(operator.drl()));
    }

    private Optional<Check> check(Operand left, Operator operator, Operand right) {
        return switch (operator) {
            case EQUAL, UNEQUAL -> left.isNumber() ? numbers(left, operator, right) : equality(left, operator, right);
            case LESS, AT_LEAST, MORE, AT_MOST -> numbers(left, operator, right);
            case IN, NOT_IN -> several(left, operator, right);
            case CONTAINS, NOT_CONTAINS -> contains(left, operator, right);
            case MEMBER_OF, NOT_MEMBER_OF -> memberOf(left, operator, right);
            case OVERLAPS, NOT_OVERLAPS -> overlaps(left, operator, right);
            case MATCHES, NOT_MATCHES -> matches(left, operator, right);
            case OPEN, ANSWERED -> throw new IllegalStateException("made from null only");
        };
    }

    private Optional<Check> numbers(Operand left, Operator operator, Operand right) {
        if (!left.isNumber() || !right.isNumber()) {
            return mismatch(left, operator, right);
        }
        if (left instanceof Asked asked && asked.is(QuestionType.WHOLE) && right instanceof Constant constant) {
            return Optional.of(new Check.Whole(asked.slot(), operator, constant.index()));
        }
        return Optional.of(new Check.Exactly((Amount) left, operator, (Amount) right));
    }

    private Optional<Check> equality(Operand left, Operator operator, Operand right) {
        if (!(left instanceof Asked asked)) {
            return mismatch(left, operator, right);
        }
        Optional<Check> check = switch (asked.question().type()) {
            case YES_NO -> yesNo(asked, right);
            case CHOICE -> choice(asked, right);
            case TEXT -> text(asked, right);
            default -> Optional.empty();
        };
        return check.isPresent()
                ? check.map(found -> operator.positive() ? found : found.negated())
                : mismatch(left, operator, right);
    }

    private Optional<Check> yesNo(Asked asked, Operand right) {
        if (right instanceof YesNo literal) {
            return Optional.of(new Check.Is(asked.slot(), literal.yes() ? 1 : 0, true));
        }
        if (right instanceof Asked other && other.is(QuestionType.YES_NO)) {
            int translation = context.pool().translation(List.of(0, 1));
            return Optional.of(new Check.Same(asked.slot(), other.slot(), translation, true));
        }
        return Optional.empty();
    }

    private Optional<Check> choice(Asked asked, Operand right) {
        Optional<OptionOf> option = optionOf(asked, right);
        if (option.isPresent()) {
            return Optional.of(new Check.Is(asked.slot(), option.get().index(), true));
        }
        if (right instanceof Asked other && other.is(QuestionType.CHOICE)) {
            return translation(asked, other)
                    .map(translation -> new Check.Same(asked.slot(), other.slot(), translation, true));
        }
        return Optional.empty();
    }

    /** The option, if it is one of that question's; the two sides of a match may ask the same question. */
    private static Optional<OptionOf> optionOf(Asked asked, Operand right) {
        return right instanceof OptionOf option
                        && option.question()
                                .question()
                                .enumName()
                                .equals(asked.question().enumName())
                ? Vocabulary.option(asked, option.id())
                : Optional.empty();
    }

    private Optional<Check> text(Asked asked, Operand right) {
        return right instanceof Words words
                ? Optional.of(new Check.Says(asked.slot(), context.pool().text(words.text()), true))
                : Optional.empty();
    }

    private Optional<Check> several(Operand left, Operator operator, Operand right) {
        List<Check> checks = new ArrayList<>();
        for (Operand value : ((OneOf) right).values()) {
            if (value.readsAnswers() || value instanceof Nothing) {
                context.problems().add(offset, TypeComplaints.inNeedsConstants());
                return Optional.empty();
            }
            Optional<Check> check = check(left, Operator.EQUAL, value);
            if (check.isEmpty()) {
                return check;
            }
            checks.add(check.get());
        }
        Check any = new Check.Several(checks, true);
        return Optional.of(operator.positive() ? any : any.negated());
    }

    private Optional<Check> contains(Operand left, Operator operator, Operand right) {
        if (left instanceof Asked asked && asked.is(QuestionType.CHOICES)) {
            Optional<OptionOf> option = optionOf(asked, right);
            if (option.isPresent()) {
                return Optional.of(new Check.Has(asked.slot(), option.get().index(), operator.positive()));
            }
            if (right instanceof Asked other && other.is(QuestionType.CHOICE)) {
                return among(other, asked, operator.positive(), () -> mismatch(left, operator, right));
            }
        }
        return mismatch(left, operator, right);
    }

    private Optional<Check> memberOf(Operand left, Operator operator, Operand right) {
        boolean fits = left instanceof Asked asked
                && asked.is(QuestionType.CHOICE)
                && right instanceof Asked other
                && other.is(QuestionType.CHOICES);
        return fits
                ? among((Asked) left, (Asked) right, operator.positive(), () -> mismatch(left, operator, right))
                : mismatch(left, operator, right);
    }

    private Optional<Check> overlaps(Operand left, Operator operator, Operand right) {
        boolean fits = left instanceof Asked asked
                && asked.is(QuestionType.CHOICES)
                && right instanceof Asked other
                && other.is(QuestionType.CHOICES);
        Optional<Check> check = fits ? overlap((Asked) left, (Asked) right, operator.positive()) : Optional.empty();
        return check.isPresent() ? check : mismatch(left, operator, right);
    }

    private Optional<Check> overlap(Asked one, Asked other, boolean positive) {
        return translation(one, other)
                .map(translation -> new Check.Overlap(one.slot(), other.slot(), translation, positive));
    }

    private Optional<Check> among(
            Asked one, Asked several, boolean positive, java.util.function.Supplier<Optional<Check>> otherwise) {
        Optional<Integer> translation = translation(one, several);
        return translation.isPresent()
                ? Optional.of(new Check.Among(one.slot(), several.slot(), translation.get(), positive))
                : otherwise.get();
    }

    /** Options are compared by id; questions that have none in common cannot be compared. */
    private Optional<Integer> translation(Asked from, Asked to) {
        List<String> offered = to.question().options().stream().map(Option::id).toList();
        List<Integer> indexes = from.question().options().stream()
                .map(option -> offered.indexOf(option.id()))
                .toList();
        if (indexes.stream().allMatch(index -> index < 0)) {
            return Optional.empty();
        }
        boolean bothLack = indexes.contains(-1) && !indexes.containsAll(indexesOf(offered));
        if (bothLack && context.vocabulary().isOfMatch()) {
            context.problems().add(offset, TypeComplaints.optionsNotShared(from.question(), to.question()));
        }
        return Optional.of(context.pool().translation(indexes));
    }

    private static List<Integer> indexesOf(List<String> options) {
        return IntStream.range(0, options.size()).boxed().toList();
    }

    private Optional<Check> matches(Operand left, Operator operator, Operand right) {
        if (!(left instanceof Asked asked && asked.is(QuestionType.TEXT) && right instanceof Words words)) {
            return mismatch(left, operator, right);
        }
        try {
            // a counted repetition of a counted repetition would grow beyond bounds; all else takes linear time
            boolean plain =
                    words.text().length() <= LONGEST_PATTERN && words.text().indexOf('{') < 0;
            if (plain) {
                int pattern = context.pool().pattern(Pattern.compile(words.text()));
                return Optional.of(new Check.Fits(asked.slot(), pattern, operator.positive()));
            }
        } catch (PatternSyntaxException e) {
            // said below
        }
        context.problems().add(offset, TypeComplaints.unsafePattern(words.text()));
        return Optional.empty();
    }

    private Optional<Check> mismatch(Operand left, Operator operator, Operand right) {
        context.problems().add(offset, TypeComplaints.mismatch(left, operator, right));
        return Optional.empty();
    }

    private Broken refuse(Complaint complaint) {
        context.problems().add(offset, complaint);
        return new Broken();
    }
}
