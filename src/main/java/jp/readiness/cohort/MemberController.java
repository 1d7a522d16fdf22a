package jp.readiness.cohort;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.account.StaffNames;
import jp.readiness.screening.StaffSheets;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One applicant of a cohort: every reason, what would change, and beside it what the staff decide and note. */
@Controller
@RequestMapping("/staff/cohorts/{id}/members/{memberId}")
class MemberController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Cohorts cohorts;
    private final CohortPages pages;
    private final Judging judging;
    private final Acts acts;
    private final StaffSheets sheets;
    private final StaffNames names;
    private final Clock clock;

    MemberController(
            Cohorts cohorts,
            CohortPages pages,
            Judging judging,
            Acts acts,
            StaffSheets sheets,
            StaffNames names,
            Clock clock) {
        this.cohorts = cohorts;
        this.pages = pages;
        this.judging = judging;
        this.acts = acts;
        this.sheets = sheets;
        this.names = names;
        this.clock = clock;
    }

    /** @param who a username */
    record HistoryLine(
            String at,
            String who,
            Optional<Decision> decision,
            String text,
            Optional<String> verdict,
            boolean overrides) {}

    /** What was typed and could not be kept. @param fault end of the message's key; empty if there is nothing wrong */
    record Typed(String decision, String reason, String note, String fault) {
        static final Typed NOTHING = new Typed("", "", "", "");
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID id,
            @PathVariable UUID memberId,
            Locale locale) {
        return page(staff, id, memberId, Typed.NOTHING, locale);
    }

    @PostMapping("/decision")
    ModelAndView decide(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID id,
            @PathVariable UUID memberId,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            RedirectAttributes next) {
        Member member = member(id, memberId);
        String text = plain(reason);
        Optional<Decision> wanted = Arrays.stream(Decision.values())
                .filter(each -> each.name().equals(decision))
                .findFirst();
        String fault = fault(member, wanted, text);
        if (!fault.isEmpty()) {
            return page(staff, id, memberId, new Typed(decision, text, "", fault), locale);
        }
        acts.decide(staff.id().toString(), member, wanted.orElseThrow(), text);
        return back(id, memberId, "decided", next);
    }

    /** Whoever goes against the advice says why. */
    private static String fault(Member member, Optional<Decision> wanted, String reason) {
        if (wanted.isEmpty()) {
            return "decision";
        }
        if (reason.length() > Acts.LONGEST_REASON) {
            return "reason-too-long";
        }
        boolean overrides = member.projection()
                .filter(said -> wanted.get().overrides(said.verdict()))
                .isPresent();
        return overrides && reason.isEmpty() ? "reason" : "";
    }

    @PostMapping("/notes")
    ModelAndView note(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID id,
            @PathVariable UUID memberId,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            RedirectAttributes next) {
        Member member = member(id, memberId);
        String text = plain(note);
        if (text.isEmpty() || text.length() > Acts.LONGEST_NOTE) {
            String fault = text.isEmpty() ? "note" : "note-too-long";
            return page(staff, id, memberId, new Typed("", "", text, fault), locale);
        }
        acts.note(staff.id().toString(), member, text);
        return back(id, memberId, "noted", next);
    }

    @PostMapping("/answers")
    ModelAndView answer(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID id,
            @PathVariable UUID memberId,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        boolean read = member(id, memberId)
                .sheet()
                .flatMap(sheet -> sheets.answer(staff, sheet, form))
                .orElseThrow(NoSuchCohort::new);
        return back(id, memberId, read ? "answered" : "unread", next);
    }

    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
    }

    private static ModelAndView back(UUID id, UUID member, String said, RedirectAttributes next) {
        next.addFlashAttribute("said", said);
        return new ModelAndView("redirect:/staff/cohorts/" + id + "/members/" + member);
    }

    private ModelAndView page(StaffMember staff, UUID id, UUID memberId, Typed typed, Locale locale) {
        Cohort cohort = cohorts.find(id).orElseThrow(NoSuchCohort::new);
        pages.look(cohort);
        Member member = member(id, memberId);
        Map<String, Object> model = new HashMap<>();
        model.put("cohort", cohort);
        model.put(
                "programme",
                CohortWords.of(cohort, judging.adviser(cohort), locale).programme());
        model.put("member", member);
        model.put("decisions", Decision.values());
        model.put("typed", typed);
        model.put("history", history(memberId));
        member.sheet().flatMap(sheet -> sheets.view(staff, sheet, locale)).ifPresent(view -> model.put("sheet", view));
        boolean bad = !typed.fault().isEmpty();
        return new ModelAndView("cohort/member", model, bad ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private List<HistoryLine> history(UUID member) {
        Map<String, String> byId = names.byId();
        return acts.history(member).stream()
                .map(entry -> new HistoryLine(
                        TIME.format(entry.at().atZone(clock.getZone())),
                        byId.getOrDefault(entry.actor(), entry.actor()),
                        entry.decision(),
                        entry.text(),
                        entry.verdict(),
                        entry.overrides()))
                .toList();
    }

    private Member member(UUID cohort, UUID member) {
        return cohorts.member(cohort, member).orElseThrow(NoSuchCohort::new);
    }
}
