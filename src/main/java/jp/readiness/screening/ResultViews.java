package jp.readiness.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.Change;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.GrantAmount;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.screening.ResultView.ChangeLine;
import jp.readiness.screening.ResultView.GrantLine;
import jp.readiness.screening.ResultView.OpenLine;
import jp.readiness.screening.ResultView.Reason;
import jp.readiness.screening.ResultView.ReferralLine;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts assessments into words. */
@Component
class ResultViews {

    private final MessageSource messages;

    ResultViews(MessageSource messages) {
        this.messages = messages;
    }

    ResultView of(Assessment assessment, Edition edition, Locale locale) {
        Words words = new Words(messages, locale);
        return new ResultViewMaker(assessment, edition, words).make();
    }

    /** The findings as staff read them: all of them, in the edition's order, with the names of the rules. */
    List<Reason> forStaff(Assessment assessment, Edition edition, Locale locale) {
        ReasonWords reasons = new ReasonWords(edition, new Words(messages, locale), ReasonWords.Reader.STAFF);
        return assessment.findings().stream().map(reasons::reason).toList();
    }

    /** One assessment being put into words. */
    private record ResultViewMaker(Assessment assessment, Edition edition, Words words, ReasonWords reasons) {

        ResultViewMaker(Assessment assessment, Edition edition, Words words) {
            this(assessment, edition, words, new ReasonWords(edition, words, ReasonWords.Reader.APPLICANT));
        }

        ResultView make() {
            return new ResultView(
                    new BannerWords(assessment, edition, words).banner(),
                    new FirstSteps(assessment, edition, words, reasons).todos(),
                    assessment.changes().stream().map(this::change).toList(),
                    new RiskWords(edition, words).risk(assessment.risk()),
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
            boolean required = decided.stream().anyMatch(FindingResult::required);
            return reasons.links(Set.of(open.question())).stream()
                    .findFirst()
                    .map(link -> new OpenLine(link, names, required));
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

        private ChangeLine change(Change change) {
            List<Evidence> set = change.set().entrySet().stream()
                    .flatMap(entry -> edition.question(entry.getKey()).stream()
                            .map(question -> new Evidence(
                                    words.in(question.label()),
                                    new ValueWords(words).value(entry.getValue(), Optional.of(question)),
                                    Optional.empty(),
                                    List.of(question.id()))))
                    .toList();
            return new ChangeLine(
                    set, words.say("verdict." + change.verdict()), words.say("band." + change.riskBand()));
        }
    }
}
