package jp.readiness.workbench;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.account.Role;
import jp.readiness.account.StaffMember;
import jp.readiness.account.StaffNames;
import jp.readiness.advice.Adviser;
import jp.readiness.check.CheckedDraft;
import jp.readiness.check.ScenarioResult;
import jp.readiness.library.Library;
import jp.readiness.programme.Problem;
import jp.readiness.wording.Words;
import jp.readiness.workbench.Differences.Change;
import jp.readiness.workbench.DraftPage.Checks;
import jp.readiness.workbench.DraftPage.ImpactLine;
import jp.readiness.workbench.DraftPage.ImpactSummary;
import jp.readiness.workbench.DraftPage.ProblemLine;
import jp.readiness.workbench.DraftPage.ScenarioLine;
import jp.readiness.workbench.DraftPage.Tab;
import jp.readiness.workbench.ImpactRepository.Seen;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fills the page of a draft. */
@Component
class DraftPages {

    private final Drafts drafts;
    private final DraftChecks checks;
    private final Publishing publishing;
    private final Library library;
    private final StaffNames names;
    private final MessageSource messages;
    private final Impacts impacts;
    private final Clock clock;

    DraftPages(
            Drafts drafts,
            DraftChecks checks,
            Publishing publishing,
            Library library,
            StaffNames names,
            MessageSource messages,
            Impacts impacts,
            Clock clock) {
        this.drafts = drafts;
        this.checks = checks;
        this.publishing = publishing;
        this.library = library;
        this.names = names;
        this.messages = messages;
        this.impacts = impacts;
        this.clock = clock;
    }

    /** @param thorough whether to look for dead and doubled rules too, which takes longer */
    DraftPage of(Draft draft, String wanted, boolean thorough, StaffMember member, Locale locale) {
        List<DraftFile> files = drafts.files(draft);
        DraftFile file = files.stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElse(files.get(0));
        SortedMap<String, String> texts = drafts.texts(draft);
        Optional<CheckedDraft> checked = Optional.empty();
        String refusal = "";
        try {
            checked = Optional.of(thorough ? checks.full(draft, texts) : checks.glance(draft, texts));
        } catch (Refused e) {
            refusal = e.reason().name();
        }
        Checks shown = shown(checked, refusal, texts, locale);
        boolean own = !publishing.mayApprove(member.id().toString(), draft);
        return new DraftPage(
                draft,
                title(draft, checked, locale),
                files.stream()
                        .map(each -> new Tab(
                                each.name(),
                                shown.problems().stream()
                                        .filter(problem -> problem.file().equals(each.name()))
                                        .count(),
                                each.equals(file)))
                        .toList(),
                file,
                names.of(file.changedBy()),
                shown,
                drafts.live(draft).equals(draft.base()),
                draft.isEditable() && member.roles().contains(Role.POLICY_EDITOR),
                (draft.state() == Draft.State.SUBMITTED || draft.state() == Draft.State.APPROVED)
                        && member.roles().contains(Role.POLICY_APPROVER),
                own,
                draft.submittedBy().map(names::of).orElse(""),
                changes(draft, checked, locale),
                TextDifference.between(base(draft), withoutBlank(texts)),
                impact(draft, checked));
    }

    private ImpactSummary impact(Draft draft, Optional<CheckedDraft> checked) {
        List<Seen> seen = checked.flatMap(CheckedDraft::resolved)
                .map(resolved -> impacts.seen(draft, resolved.edition().version()))
                .orElse(List.of());
        return new ImpactSummary(
                !impacts.choices(draft).isEmpty(), seen.stream().map(this::line).toList());
    }

    private ImpactLine line(Seen seen) {
        return new ImpactLine(
                seen.cohortName(),
                seen.applicants(),
                seen.flipped(),
                seen.acceptedBefore(),
                seen.acceptedAfter(),
                names.of(seen.by()),
                LocalDateTime.ofInstant(seen.at(), clock.getZone()));
    }

    String name(String actor) {
        return names.of(actor);
    }

    private Checks shown(
            Optional<CheckedDraft> checked, String refusal, SortedMap<String, String> texts, Locale locale) {
        return checked.map(found -> new Checks(
                        "",
                        found.problems().stream()
                                .map(problem -> line(problem, texts, locale))
                                .toList(),
                        found.errors(),
                        found.scenarios().stream()
                                .map(result -> line(result, locale))
                                .toList(),
                        found.passed(),
                        found.isSound()))
                .orElse(new Checks(refusal, List.of(), 0, List.of(), 0, false));
    }

    private static ProblemLine line(Problem problem, Map<String, String> texts, Locale locale) {
        String path = problem.place().file();
        String file = path.substring(path.lastIndexOf('/') + 1);
        String excerpt = texts.getOrDefault(file, "")
                .lines()
                .skip(problem.place().line() - 1L)
                .findFirst()
                .orElse("")
                .strip();
        return new ProblemLine(
                texts.containsKey(file) ? file : path,
                problem.place().line(),
                problem.place().column(),
                problem.isError(),
                problem.code(),
                problem.message().in(locale),
                problem.hint().in(locale),
                excerpt);
    }

    private static ScenarioLine line(ScenarioResult result, Locale locale) {
        return new ScenarioLine(
                result.scenario().name(),
                result.passed(),
                result.scenario().place().line(),
                result.mismatches().stream().map(text -> text.in(locale)).toList());
    }

    private String title(Draft draft, Optional<CheckedDraft> checked, Locale locale) {
        return checked.flatMap(CheckedDraft::resolved)
                .map(resolved -> resolved.edition())
                .or(() -> library.edition(draft.programme(), draft.edition()).map(Adviser::edition))
                .map(edition -> edition.title().in(locale))
                .orElse(draft.name());
    }

    private List<Change> changes(Draft draft, Optional<CheckedDraft> checked, Locale locale) {
        Optional<Adviser> before =
                draft.base().flatMap(base -> library.version(draft.programme(), draft.edition(), base));
        Optional<Adviser> after = checked.flatMap(CheckedDraft::adviser);
        return before.isPresent() && after.isPresent()
                ? Differences.between(before.get(), after.get(), new Words(messages, locale))
                : List.of();
    }

    private Map<String, String> base(Draft draft) {
        return draft.base()
                .flatMap(base -> library.files(draft.programme(), draft.edition(), base))
                .<Map<String, String>>map(files -> files)
                .orElse(Map.of());
    }

    private static Map<String, String> withoutBlank(Map<String, String> texts) {
        Map<String, String> written = new TreeMap<>(texts);
        written.values().removeIf(String::isBlank);
        return written;
    }
}
