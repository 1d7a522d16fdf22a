package jp.readiness.workbench;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.advice.Adviser;
import jp.readiness.check.CoverageReport;
import jp.readiness.check.ScenarioText;
import jp.readiness.screening.FormPreview;
import jp.readiness.workbench.Refused.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tries a draft: its form, what comes out for one applicant and by which rule, and what the scenarios leave untried. */
@Controller
@RequestMapping("/staff/drafts/{id}")
class TrialOfDraftController {

    private static final int LONGEST_NAME = 200;

    private final Drafts drafts;
    private final TrialPages pages;
    private final FormPreview preview;
    private final ScenarioAppender scenarios;

    TrialOfDraftController(Drafts drafts, TrialPages pages, FormPreview preview, ScenarioAppender scenarios) {
        this.drafts = drafts;
        this.pages = pages;
        this.preview = preview;
        this.scenarios = scenarios;
    }

    /** @param number of a member, if {@code from} is a cohort */
    @GetMapping("/try")
    String show(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String number,
            Locale locale,
            Model model) {
        String whose = number.isBlank() ? from : from + "/" + number.strip();
        TrialPage page = pages.start(draft(id), whose, member, locale);
        model.addAttribute("page", page);
        model.addAttribute(
                "unknown", !whose.isBlank() && page.sound() && page.started().isEmpty());
        return "workbench/trial";
    }

    @PostMapping("/try")
    String look(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale,
            Model model) {
        model.addAttribute("page", pages.tried(draft(id), form, member, locale));
        return "workbench/trial";
    }

    @PostMapping("/scenarios")
    String keep(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @RequestParam(name = "scenario-name", defaultValue = "") String name,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale,
            RedirectAttributes next,
            Model model) {
        Draft draft = draft(id);
        Adviser adviser = adviser(draft);
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME) {
            model.addAttribute("page", pages.tried(draft, form, member, locale));
            model.addAttribute("unnamed", true);
            model.addAttribute("typedName", kept);
            return "workbench/trial";
        }
        String yaml = ScenarioText.of(adviser, kept, preview.answers(adviser.edition(), form));
        scenarios.append(member.id().toString(), draft, yaml);
        return toScenarios(draft, next);
    }

    /** Which sides of which conditions the scenarios try, and scenarios for those that they do not. */
    @GetMapping("/coverage")
    String coverage(@PathVariable String id, Locale locale, Model model) {
        Draft draft = draft(id);
        model.addAttribute("draft", draft);
        model.addAttribute("lines", pages.adviser(draft).map(found -> CoverageReport.lines(found, locale)));
        return "workbench/coverage";
    }

    @PostMapping("/coverage")
    String fill(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            Locale locale,
            RedirectAttributes next) {
        Draft draft = draft(id);
        List<String> missing = ScenarioText.missing(adviser(draft), locale);
        if (!missing.isEmpty()) {
            scenarios.append(member.id().toString(), draft, String.join("\n", missing) + "\n");
        }
        return toScenarios(draft, next);
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused) {
        ModelAndView page = new ModelAndView("workbench/trial-refused");
        page.addObject("reason", refused.reason().name());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static String toScenarios(Draft draft, RedirectAttributes next) {
        next.addAttribute("file", DraftFile.SCENARIOS);
        next.addAttribute("id", draft.id());
        next.addFlashAttribute("said", "scenario");
        return "redirect:/staff/drafts/{id}";
    }

    private Adviser adviser(Draft draft) {
        return pages.adviser(draft).orElseThrow(() -> new Refused(Reason.NOT_SOUND));
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
