package jp.readiness.workbench;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.workbench.ImpactPages.Wish;
import jp.readiness.workbench.LongRuns.Run;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who would be judged otherwise by a draft, and what comes of other values of its numbers. */
@Controller
@RequestMapping("/staff/drafts/{id}/impact")
class ImpactController {

    /** What is done by then is shown at once; what takes longer shows how far it has come. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final String IMPACT = "redirect:/staff/drafts/{id}/impact";

    private final Drafts drafts;
    private final ImpactPages pages;

    ImpactController(Drafts drafts, ImpactPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String cohort,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String parameter,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            Model model) {
        Wish wish = new Wish(cohort, group, new CurveForm(parameter, from, to));
        model.addAttribute("page", pages.of(draft(id), wish, member, locale));
        return "workbench/impact";
    }

    /** Asked for every second while something runs; once that is over, the whole page comes anew. */
    @GetMapping("/progress")
    String progress(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String cohort,
            @RequestParam(defaultValue = "") String parameter,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Wish wish = new Wish(cohort, "", new CurveForm(parameter, from, to));
        ImpactPage page = pages.of(draft(id), wish, member, locale);
        if (!page.runs()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("page", page);
        return "workbench/impact :: progress";
    }

    @PostMapping
    String start(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String cohort,
            @RequestParam(defaultValue = "") String group,
            RedirectAttributes next) {
        Draft draft = draft(id);
        next.addAttribute("id", id);
        next.addAttribute("cohort", cohort);
        next.addAttribute("group", group);
        try {
            wait(pages.start(draft, cohort));
        } catch (Refused e) {
            next.addFlashAttribute("refused", e.reason().name());
        }
        return IMPACT;
    }

    @PostMapping("/curve")
    String startCurve(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String cohort,
            @RequestParam(defaultValue = "") String parameter,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes next) {
        Draft draft = draft(id);
        next.addAttribute("id", id);
        next.addAttribute("cohort", cohort);
        next.addAttribute("parameter", parameter);
        next.addAttribute("from", from);
        next.addAttribute("to", to);
        try {
            wait(pages.startCurve(draft, cohort, new CurveForm(parameter, from, to)));
        } catch (Refused e) {
            next.addFlashAttribute("refused", e.reason().name());
        }
        return IMPACT + "#curve";
    }

    private static void wait(Run<?> run) {
        run.await(SHORT);
    }

    private Draft draft(String id) {
        try {
            return drafts.find(UUID.fromString(id))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no draft", e);
        }
    }
}
