package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The compiled rules of one edition. Immutable and safe for many threads.
 *
 * <p>Rules are named by their index in {@link #rules()}, questions by their index in {@link Edition#questions()}.
 */
public interface RuleBook {

    Edition edition();

    List<Rule> rules();

    /** An answer sheet as facts; answers to questions that the edition does not ask are ignored. */
    Facts facts(Answers answers);

    /** @param inOrder one for each question of the edition; null where it is open */
    Facts facts(@Nullable Answer[] inOrder);

    /**
     * The classes of sheets that some rules can tell apart.
     *
     * @return empty if there are more than {@code most}, and for rules that are not {@link #exact} or look at texts
     */
    Optional<AnswerClasses> classes(BitSet rules, int most);

    /** The inside of a rule; made anew at every call. */
    RuleParts parts(int rule);

    /** Whether a rule fires. */
    boolean fires(int rule, Facts facts);

    /** Indexes of all rules that fire. */
    BitSet fired(Facts facts);

    /** The conditions that hold and made the rule fire; empty if it does not fire. */
    List<Comparison> because(int rule, Facts facts);

    /** The first condition that failed or, if none failed, those that are open; empty if the rule fires. */
    List<Comparison> whyNot(int rule, Facts facts);

    /** Every condition of a rule, whether or not it fires: what holds, what failed, and what is open. */
    List<Comparison> conditions(int rule, Facts facts);

    /**
     * The amount that a rule gives to a grant, whether or not the rule fires; empty if an operand is open or a divisor
     * is zero.
     */
    Optional<BigDecimal> amount(int rule, String grant, Facts facts);

    /**
     * One answer out of every class of answers that the given rules cannot tell apart, in ascending order (options in
     * their order). Exact for comparisons with constants and parameters; where a rule compares two questions or
     * computes, they are refined at the numbers where its sides meet, as far as bounds on the search allow. Computed
     * anew at every call.
     */
    List<Answer> witnesses(int question, BitSet rules);

    /**
     * As {@link #witnesses(int, BitSet)}, for the answers that a sheet gives to the other questions: where a rule compares
     * two questions or computes, the numbers at which its sides meet on this sheet are among them.
     */
    List<Answer> witnesses(int question, BitSet rules, Facts sheet);

    /**
     * As {@link #witnesses}, but of every class the answer nearest to the one that the sheet gives, so that the sheet's own
     * is among them. Options are as near as they stand to each other; of several options as many as can be stay as they
     * are; between two thresholds that the answer lies outside of, a decimal gets no more decimals than it needs. Where a
     * rule compares two questions or computes, the other answers of the sheet are taken into account too.
     *
     * @return empty for a question that is open on the sheet, and for short text
     */
    List<Answer> nearest(int question, BitSet rules, Facts sheet);

    /**
     * Whether the witnesses of all questions together show everything that these rules can do: true unless they compare
     * two number questions, calculate, or match a pattern.
     */
    boolean exact(BitSet rules);

    /**
     * The same rules with other values of the policy, without compiling. Facts belong to the rule book that made them.
     *
     * @param changed by id; each has the form of the parameter it stands for (a number, or a table of the same options)
     */
    RuleBook withParameters(Map<String, Parameter> changed);
}
