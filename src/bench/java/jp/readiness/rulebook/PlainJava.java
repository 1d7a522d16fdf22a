package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code bootcamp/2022} as somebody would write them in plain Java on a plain bean, in the order of the
 * file: the yardstick for what a comparison has to cost.
 */
final class PlainJava {

    private static final int MINIMUM_PARTICIPANTS = 2;
    private static final int MINIMUM_MONTHS = 7;
    private static final int MONTHS_OF_DATA_FOR_TRIAL = 12;

    /** The bean; null is open. */
    static final class Applicant {
        @Nullable
        String executiveCommitment;

        @Nullable
        Integer participants;

        @Nullable
        Integer dataMonths;

        @Nullable
        Integer monthsAvailable;

        @Nullable
        String team;

        @Nullable
        String otherDepartments;

        @Nullable
        String dxStage;

        @Nullable
        String orientation;

        @Nullable
        String expectation;

        @Nullable
        String dataKept;

        @Nullable
        String reason;

        @Nullable
        String dataWork;

        @Nullable
        String problemStatement;

        @Nullable
        String digitalEase;

        @Nullable
        String someoneDriven;

        @Nullable
        String introducedBy;

        @Nullable
        String partnerDrive;

        @Nullable
        Boolean partnerCoordinator;

        @Nullable
        Boolean partnerStaff;

        @Nullable
        Boolean asksQuestions;

        static Applicant of(Answers answers) {
            Applicant a = new Applicant();
            a.executiveCommitment = choice(answers, "executiveCommitment");
            a.participants = whole(answers, "participants");
            a.dataMonths = whole(answers, "dataMonths");
            a.monthsAvailable = whole(answers, "monthsAvailable");
            a.team = choice(answers, "team");
            a.otherDepartments = choice(answers, "otherDepartments");
            a.dxStage = choice(answers, "dxStage");
            a.orientation = choice(answers, "orientation");
            a.expectation = choice(answers, "expectation");
            a.dataKept = choice(answers, "dataKept");
            a.reason = choice(answers, "reason");
            a.dataWork = choice(answers, "dataWork");
            a.problemStatement = choice(answers, "problemStatement");
            a.digitalEase = choice(answers, "digitalEase");
            a.someoneDriven = choice(answers, "someoneDriven");
            a.introducedBy = choice(answers, "introducedBy");
            a.partnerDrive = choice(answers, "partnerDrive");
            a.partnerCoordinator = yes(answers, "partnerCoordinator");
            a.partnerStaff = yes(answers, "partnerStaff");
            a.asksQuestions = yes(answers, "asksQuestions");
            return a;
        }

        /** One object for each option, so that comparing options is comparing references, as with enums. */
        private static @Nullable String choice(Answers answers, String question) {
            return answers.get(question)
                    .map(answer -> ((Answer.Choice) answer).option().intern())
                    .orElse(null);
        }

        private static @Nullable Integer whole(Answers answers, String question) {
            return answers.get(question)
                    .map(answer -> ((Answer.Number) answer).value())
                    .map(BigDecimal::intValueExact)
                    .orElse(null);
        }

        private static @Nullable Boolean yes(Answers answers, String question) {
            return answers.get(question)
                    .map(answer -> ((Answer.YesNo) answer).yes())
                    .orElse(null);
        }
    }

    static final List<Predicate<Applicant>> RULES = List.of(
            a -> isNot(a.executiveCommitment, "COMMITTED"),
            a -> a.participants != null && a.participants < MINIMUM_PARTICIPANTS,
            a -> is(a.team, "CANNOT_FORM"),
            a -> is(a.otherDepartments, "DECLINED"),
            a -> isNot(a.dxStage, "UNDERWAY") && isNot(a.dxStage, "PLANNED"),
            a -> is(a.orientation, "ABSENT"),
            a -> isNot(a.expectation, "USE_OWN_DATA"),
            a -> is(a.dataKept, "PAPER") || is(a.dataKept, "NONE"),
            a -> is(a.team, "CANNOT_FORM"),
            a -> isNot(a.otherDepartments, "AGREED") && isNot(a.otherDepartments, "NO_OTHERS"),
            a -> a.dataMonths != null && a.dataMonths < MONTHS_OF_DATA_FOR_TRIAL,
            a -> is(a.dataKept, "NONE"),
            a -> is(a.reason, "TRY_OUT"),
            a -> a.participants != null && a.participants < MINIMUM_PARTICIPANTS,
            a -> is(a.executiveCommitment, "NOT_ASKED") || is(a.executiveCommitment, "DECLINED"),
            a -> is(a.dataWork, "STOP"),
            a -> is(a.problemStatement, "UNCLEAR"),
            a -> is(a.digitalEase, "AVERSE") && isNot(a.someoneDriven, "ACTED"),
            a -> a.monthsAvailable != null && a.monthsAvailable < MINIMUM_MONTHS,
            a -> isNot(a.introducedBy, "NOBODY") && is(a.partnerDrive, "LOW"),
            a -> isNot(a.introducedBy, "NOBODY") && Boolean.FALSE.equals(a.partnerCoordinator),
            a -> isNot(a.introducedBy, "NOBODY") && Boolean.FALSE.equals(a.partnerStaff),
            a -> is(a.someoneDriven, "ACTED"),
            a -> is(a.problemStatement, "PRECISE"),
            a -> is(a.dxStage, "UNDERWAY"),
            a -> Boolean.TRUE.equals(a.asksQuestions),
            a -> is(a.digitalEase, "EASE"));

    private PlainJava() {}

    @SuppressWarnings("ReferenceEquality") // options are interned
    private static boolean is(@Nullable String answer, String option) {
        return answer == option;
    }

    @SuppressWarnings("ReferenceEquality") // options are interned
    private static boolean isNot(@Nullable String answer, String option) {
        return answer != null && answer != option;
    }

    static BitSet fired(Applicant applicant) {
        BitSet fired = new BitSet();
        for (int rule = 0; rule < RULES.size(); rule++) {
            if (RULES.get(rule).test(applicant)) {
                fired.set(rule);
            }
        }
        return fired;
    }
}
