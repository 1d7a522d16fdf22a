package jp.readiness.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.Role;
import jp.readiness.account.StaffMember;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.answers.AnswerReader;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Example;
import jp.readiness.programme.Scenario;
import jp.readiness.screening.AnswerSheets;
import jp.readiness.screening.FormPreview;
import jp.readiness.wording.Words;
import jp.readiness.workbench.TrialPage.FindingLine;
import jp.readiness.workbench.TrialPage.Outcome;
import jp.readiness.workbench.TrialPage.Start;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Fills the page on which a draft is tried with one applicant. */
@Component
class TrialPages {

    private static final String EXAMPLE = "example-";
    private static final String SCENARIO = "scenario-";

    private final Drafts drafts;
    private final DraftChecks checks;
    private final Impacts impacts;
    private final Cohorts cohorts;
    private final AnswerSheets sheets;
    private final FormPreview preview;
    private final MessageSource messages;

    TrialPages(
            Drafts drafts,
            DraftChecks checks,
            Impacts impacts,
            Cohorts cohorts,
            AnswerSheets sheets,
            FormPreview preview,
            MessageSource messages) {
        this.drafts = drafts;
        this.checks = checks;
        this.impacts = impacts;
        this.cohorts = cohorts;
        this.sheets = sheets;
        this.preview = preview;
        this.messages = messages;
    }

    /** @param from key of a {@link Start}, or {@code <cohort>/<number>}; empty for an empty form */
    TrialPage start(Draft draft, String from, StaffMember member, Locale locale) {
        Optional<Adviser> adviser = adviser(draft);
        Optional<Taken> taken = adviser.flatMap(found -> taken(draft, found.edition(), from, locale));
        return page(
                draft,
                adviser,
                taken.map(Taken::label).orElse(""),
                adviser.map(found -> preview.of(found, taken.map(Taken::answers).orElse(Answers.NONE)))
                        .orElse(List.of()),
                taken.flatMap(found -> adviser.map(a -> outcome(a, found.answers(), locale))),
                member,
                locale);
    }

    TrialPage tried(Draft draft, MultiValueMap<String, String> form, StaffMember member, Locale locale) {
        Optional<Adviser> adviser = adviser(draft);
        return page(
                draft,
                adviser,
                "",
                adviser.map(found -> preview.of(found, form)).orElse(List.of()),
                adviser.map(found -> outcome(found, preview.answers(found.edition(), form), locale)),
                member,
                locale);
    }

    /** Absent while something in the draft has to be put right first. */
    Optional<Adviser> adviser(Draft draft) {
        return checks.glance(draft, drafts.texts(draft)).adviser();
    }

    private TrialPage page(
            Draft draft,
            Optional<Adviser> adviser,
            String started,
            List<FormPreview.Part> parts,
            Optional<Outcome> outcome,
            StaffMember member,
            Locale locale) {
        return new TrialPage(
                draft,
                adviser.map(found -> found.edition().title().in(locale)).orElse(draft.name()),
                adviser.isPresent(),
                adviser.map(found -> starts(found.edition(), locale)).orElse(List.of()),
                impacts.choices(draft),
                started,
                parts,
                outcome,
                draft.isEditable() && member.roles().contains(Role.POLICY_EDITOR));
    }

    private static List<Start> starts(Edition edition, Locale locale) {
        List<Start> starts = new ArrayList<>();
        for (Example example : edition.examples()) {
            starts.add(new Start(EXAMPLE + example.id(), example.title().in(locale), true));
        }
        for (int i = 0; i < edition.scenarios().size(); i++) {
            starts.add(new Start(SCENARIO + i, edition.scenarios().get(i).name(), false));
        }
        return starts;
    }

    /** Somebody's answers, and who that is in words. */
    private record Taken(String label, Answers answers) {}

    private Optional<Taken> taken(Draft draft, Edition edition, String from, Locale locale) {
        if (from.startsWith(EXAMPLE)) {
            return edition.examples().stream()
                    .filter(example -> from.equals(EXAMPLE + example.id()))
                    .map(example -> new Taken(example.title().in(locale), example.answers()))
                    .findFirst();
        }
        if (from.startsWith(SCENARIO)) {
            return number(from.substring(SCENARIO.length()))
                    .filter(index -> index >= 0 && index < edition.scenarios().size())
                    .map(index -> edition.scenarios().get(index))
                    .map(TrialPages::taken);
        }
        return fromCohort(draft, edition, from);
    }

    private static Taken taken(Scenario scenario) {
        return new Taken(scenario.name(), scenario.answers());
    }

    private Optional<Taken> fromCohort(Draft draft, Edition edition, String from) {
        String[] parts = from.split("/", 2);
        return parts.length < 2
                ? Optional.empty()
                : impacts.choices(draft).stream()
                        .map(Impacts.Choice::cohort)
                        .filter(cohort -> cohort.id().toString().equals(parts[0]))
                        .findFirst()
                        .flatMap(cohort -> number(parts[1])
                                .flatMap(position -> member(cohort.id(), position))
                                .flatMap(Member::sheet)
                                .flatMap(this::values)
                                .map(values -> new Taken(
                                        cohort.name() + " " + parts[1],
                                        new AnswerReader()
                                                .sheet(edition.questions(), values.values())
                                                .answers())));
    }

    private Optional<Member> member(UUID cohort, int position) {
        return cohorts.members(cohort).stream()
                .filter(member -> member.position() == position)
                .findFirst();
    }

    private Optional<AnswerSheets.Held> values(UUID sheet) {
        return sheets.held(List.of(sheet)).stream().findFirst();
    }

    private static Optional<Integer> number(String digits) {
        return digits.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private Outcome outcome(Adviser adviser, Answers answers, Locale locale) {
        Words words = new Words(messages, locale);
        Assessment assessment = adviser.assess(answers, adviser.edition().from());
        List<RuleTrace> rules = RuleTrace.of(adviser, answers, words);
        return new Outcome(
                words.say("verdict." + assessment.verdict()),
                words.percent(assessment.risk().overall().probability()),
                assessment.risk().overall().band().name(),
                assessment.findings().stream()
                        .map(finding -> line(finding, words))
                        .toList(),
                rules,
                rules.stream()
                        .filter(rule -> rule.outcome() == RuleTrace.Outcome.FIRED)
                        .count());
    }

    private static FindingLine line(FindingResult finding, Words words) {
        return new FindingLine(
                finding.id(), words.in(finding.title()), finding.state().name(), finding.rules());
    }
}
