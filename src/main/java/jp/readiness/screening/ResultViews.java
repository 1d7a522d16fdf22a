package jp.readiness.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.GrantAmount;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.screening.ResultView.GrantLine;
import jp.readiness.screening.ResultView.OpenLine;
import jp.readiness.screening.ResultView.Reason;
import jp.readiness.screening.ResultView.ReferralLine;
import jp.readiness.screening.ResultView.TrialView;
import jp.readiness.screening.RuleWords.RuleLine;
import jp.readiness.trackrecord.Calibration;
import jp.readiness.wording.ValueWords;
import jp.readiness.wording.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts assessments into words. */
@Component
class ResultViews {

    private final MessageSource messages;
    private final Calibration calibration;

    ResultViews(MessageSource messages, Calibration calibration) {
        this.messages = messages;
        this.calibration = calibration;
    }

    /** @param answers that it was given on */
    ResultView of(Assessment assessment, Edition edition, Answers answers, Locale locale) {
        Words words = new Words(messages, locale);
        int outcomes = calibration.outcomes(edition.programme(), edition.id());
        return new ResultViewMaker(assessment, edition, answers, words, outcomes).make();
    }

    TrialView of(Trial trial, Locale locale) {
        Edition edition = trial.sheet().edition();
        Answers answers = trial.sheet().answers();
        return new TrialView(
                new ChangeWords(trial.now(), edition, answers, new Words(messages, locale)).line(trial.change()),
                of(trial.then(), edition, answers, locale));
    }

    /** Every rule of the edition, held against the answers, for staff. */
    List<RuleLine> rules(OpenSheet sheet, Locale locale) {
        RuleWords words = new RuleWords(sheet.edition(), new Words(messages, locale));
        return sheet.adviser().explain(sheet.answers()).stream()
                .map(words::rule)
                .toList();
    }

    /** The findings as staff read them: all of them, in the edition's order, with the names of the rules. */
    List<Reason> forStaff(Assessment assessment, Edition edition, Locale locale) {
        ReasonWords reasons = new ReasonWords(edition, new Words(messages, locale), ReasonWords.Reader.STAFF);
        return assessment.findings().stream().map(reasons::reason).toList();
    }

    /** One assessment being put into words. */
    private record ResultViewMaker(
            Assessment assessment, Edition edition, Answers answers, Words words, ReasonWords reasons, int outcomes) {

        ResultViewMaker(Assessment assessment, Edition edition, Answers answers, Words words, int outcomes) {
            this(
                    assessment,
                    edition,
                    answers,
                    words,
                    new ReasonWords(edition, words, ReasonWords.Reader.APPLICANT),
                    outcomes);
        }

        ResultView make() {
            return new ResultView(
                    new BannerWords(assessment, edition, words).banner(),
                    new FirstSteps(assessment, edition, words, reasons).todos(),
                    new ChangeWords(assessment, edition, answers, words).changes(),
                    new RiskWords(edition, words, outcomes).risk(assessment.risk()),
                    Stream.concat(in(State.UNMET, Kind.CRITERION), in(State.FIRED, Kind.SIGNAL))
                            .toList(),
                    assessment.open().stream()
                            .flatMap(open -> open(open).stream())
                            .toList(),
                    Stream.concat(in(State.MET, Kind.CRITERION), in(State.FIRED, Kind.STRENGTH))
                            .toList(),
                    in(State.NOT_FIRED, Kind.SIGNAL).toList(),
                    in(State.FIRED, Kind.PLACEMENT).toList(),
                    referrals(),
                    grants(),
                    reasons.sources(),
                    words.in(edition.contact()),
                    assessment.searchedFully());
        }

        /** Required criteria come before recommended ones, else the edition's order stays. */
        private Stream<Reason> in(State state, Kind... kinds) {
            Set<Kind> wanted = Set.of(kinds);
            List<FindingResult> found = assessment.findings().stream()
                    .filter(finding -> finding.state() == state && wanted.contains(finding.kind()))
                    .toList();
            return Stream.concat(
                            found.stream().filter(FindingResult::required),
                            found.stream().filter(finding -> !finding.required()))
                    .map(reasons::reason);
        }

        private Optional<OpenLine> open(OpenQuestion open) {
            List<FindingResult> decided = open.decides().stream()
                    .flatMap(id -> assessment.finding(id).stream())
                    .toList();
            String names = words.quoted(
                    decided.stream().map(finding -> words.in(finding.title())).toList());
            boolean meant = decided.isEmpty();
            boolean required = meant || decided.stream().anyMatch(FindingResult::required);
            return reasons.links(Set.of(open.question())).stream()
                    .findFirst()
                    .map(link -> new OpenLine(
                            link, meant ? words.say("open.meant") : words.say("open.decides", names), required));
        }

        private List<ReferralLine> referrals() {
            return assessment.referrals().stream()
                    .flatMap(id -> assessment.finding(id).stream())
                    .flatMap(result -> edition
                            .finding(result.id())
                            .filter(Finding.Referral.class::isInstance)
                            .map(Finding.Referral.class::cast)
                            .map(referral -> new ReferralLine(referral.programme(), reasons.reason(result)))
                            .stream())
                    .toList();
        }

        private List<GrantLine> grants() {
            return assessment.grants().stream()
                    .filter(grant -> grant.state() != State.NOT_FIRED)
                    .flatMap(
                            grant -> assessment
                                    .finding(grant.id())
                                    .map(result -> new GrantLine(amount(grant), reasons.reason(result)))
                                    .stream())
                    .toList();
        }

        private String amount(GrantAmount grant) {
            return grant.amount()
                    .map(amount -> new ValueWords(words).number(amount, words.in(grant.unit())))
                    .orElseGet(() -> words.say("grant.open"));
        }
    }
}
