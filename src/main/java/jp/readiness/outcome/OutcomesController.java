package jp.readiness.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where staff note how it ended for the members of a cohort: many at once in a list, or one with a reason in words. */
@Controller
@RequestMapping("/staff/cohorts/{cohort}/outcomes")
class OutcomesController {

    private static final int PER_PAGE = 50;

    /** No choice of the form has this value. */
    private static final String NOT_SHOWN = "-";

    private final Cohorts cohorts;
    private final Outcomes outcomes;
    private final Library library;
    private final MessageSource messages;

    OutcomesController(Cohorts cohorts, Outcomes outcomes, Library library, MessageSource messages) {
        this.cohorts = cohorts;
        this.outcomes = outcomes;
        this.library = library;
        this.messages = messages;
    }

    /** A member in the list. @param shown what was chosen, for the two lists of choices */
    record Row(Member member, String result, String finding, boolean hasReason) {}

    @GetMapping
    String list(@PathVariable UUID cohort, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        Cohort shown = cohort(cohort);
        List<Member> members = cohorts.members(cohort);
        int pages = Math.max(1, (members.size() + PER_PAGE - 1) / PER_PAGE);
        int at = Math.max(1, Math.min(page, pages));
        Map<UUID, Noted> noted = outcomes.latest(cohort);
        List<Row> rows = members.subList((at - 1) * PER_PAGE, Math.min(members.size(), at * PER_PAGE)).stream()
                .map(member -> row(member, Optional.ofNullable(noted.get(member.id()))))
                .toList();
        common(shown, locale, model);
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
        model.addAttribute("counts", outcomes.counts(List.of(shown)));
        return "outcome/outcomes";
    }

    private static Row row(Member member, Optional<Noted> noted) {
        Result result = noted.map(Noted::result).orElse(Result.OPEN);
        return new Row(
                member,
                OutcomeForm.value(result),
                result.finding().orElse(""),
                !result.reason().isEmpty());
    }

    /** Saves those rows of the list that were changed; what a row was when the page was made is sent along with it. */
    @PostMapping
    String save(
            @PathVariable UUID cohort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember staff) {
        Cohort shown = cohort(cohort);
        Edition edition = edition(shown);
        Map<Member, Result> changed = new LinkedHashMap<>();
        Map<UUID, Noted> noted = outcomes.latest(cohort);
        for (Member member : cohorts.members(cohort)) {
            String result = sent.getOrDefault("result-" + member.id(), NOT_SHOWN);
            String finding = sent.getOrDefault("finding-" + member.id(), "");
            String was = sent.getOrDefault("was-" + member.id(), "");
            if (!result.equals(NOT_SHOWN) && !was.equals(result + "|" + finding)) {
                String reason = Optional.ofNullable(noted.get(member.id()))
                        .map(before -> before.result().reason())
                        .orElse("");
                changed.put(
                        member,
                        OutcomeForm.read(edition, result, finding, reason).orElseThrow(OutcomesController::bad));
            }
        }
        int saved = outcomes.noteAll(staff.id().toString(), shown, changed);
        return "redirect:/staff/cohorts/" + cohort + "/outcomes?page=" + page + "&saved=" + saved;
    }

    @GetMapping("/{member}")
    String one(@PathVariable UUID cohort, @PathVariable UUID member, Locale locale, Model model) {
        Cohort shown = cohort(cohort);
        Member of = cohorts.member(cohort, member).orElseThrow(OutcomesController::notThere);
        List<Noted> history = outcomes.history(member);
        Result now = history.stream().findFirst().map(Noted::result).orElse(Result.OPEN);
        common(shown, locale, model);
        model.addAttribute("member", of);
        model.addAttribute("result", OutcomeForm.value(now));
        model.addAttribute("finding", now.finding().orElse(""));
        model.addAttribute("reason", now.reason());
        model.addAttribute("history", history(history, edition(shown), locale));
        return "outcome/outcome";
    }

    /** What was noted once, in words. */
    record HistoryLine(Noted noted, String result, String finding) {}

    private List<HistoryLine> history(List<Noted> history, Edition edition, Locale locale) {
        List<HistoryLine> lines = new ArrayList<>();
        for (Noted noted : history) {
            Result result = noted.result();
            lines.add(new HistoryLine(
                    noted,
                    label(OutcomeForm.results(edition, messages, locale), OutcomeForm.value(result)),
                    result.finding()
                            .map(id -> label(OutcomeForm.reasons(edition, messages, locale), id))
                            .orElse("")));
        }
        return lines;
    }

    /** What an edition does not have any more is shown by its id. */
    private static String label(List<OutcomeForm.Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .map(OutcomeForm.Option::label)
                .orElse(value);
    }

    @PostMapping("/{member}")
    String saveOne(
            @PathVariable UUID cohort,
            @PathVariable UUID member,
            @RequestParam String result,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffMember staff) {
        Cohort shown = cohort(cohort);
        Member of = cohorts.member(cohort, member).orElseThrow(OutcomesController::notThere);
        Result read = OutcomeForm.read(edition(shown), result, finding, reason).orElseThrow(OutcomesController::bad);
        outcomes.noteAll(staff.id().toString(), shown, Map.of(of, read));
        return "redirect:/staff/cohorts/" + cohort + "/outcomes/" + member + "?saved=1";
    }

    private void common(Cohort cohort, Locale locale, Model model) {
        Edition edition = edition(cohort);
        model.addAttribute("cohort", cohort);
        model.addAttribute("edition", edition);
        model.addAttribute("results", OutcomeForm.results(edition, messages, locale));
        model.addAttribute("reasons", OutcomeForm.reasons(edition, messages, locale));
    }

    private Cohort cohort(UUID id) {
        return cohorts.find(id).orElseThrow(OutcomesController::notThere);
    }

    private Edition edition(Cohort cohort) {
        return library.edition(cohort.programme(), cohort.edition())
                .map(adviser -> adviser.edition())
                .orElseThrow(OutcomesController::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseStatusException bad() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
