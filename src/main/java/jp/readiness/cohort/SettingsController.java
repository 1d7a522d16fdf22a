package jp.readiness.cohort;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Name, edition and days of a cohort, and deleting it. */
@Controller
@RequestMapping("/staff/cohorts/{id}")
class SettingsController {

    private final Cohorts cohorts;
    private final Library library;

    SettingsController(Cohorts cohorts, Library library) {
        this.cohorts = cohorts;
        this.library = library;
    }

    @GetMapping("/settings")
    ModelAndView show(@PathVariable UUID id) {
        Cohort cohort = find(id);
        return form(cohort, CohortForm.of(cohort), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/settings")
    ModelAndView change(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Cohort cohort = find(id);
        CohortForm form = CohortForm.of(sent);
        Map<String, String> problems = form.problems(names());
        if (!problems.isEmpty()) {
            return form(cohort, form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        cohorts.change(staff.id().toString(), id, form.plan());
        next.addFlashAttribute("said", "changed");
        return new ModelAndView("redirect:/staff/cohorts/" + id);
    }

    /** @param sure whether the box was ticked */
    @PostMapping("/delete")
    String delete(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure) {
        if (!sure) {
            return "redirect:/staff/cohorts/" + id + "/settings";
        }
        cohorts.delete(staff.id().toString(), find(id));
        return "redirect:/staff/cohorts";
    }

    private ModelAndView form(Cohort cohort, CohortForm form, Map<String, String> problems, HttpStatus status) {
        return new ModelAndView(
                "cohort/form",
                Map.of(
                        "cohort",
                        cohort,
                        "form",
                        form,
                        "problems",
                        problems,
                        "editions",
                        editions(),
                        "origins",
                        Origin.values(),
                        "action",
                        "/staff/cohorts/" + cohort.id() + "/settings"),
                status);
    }

    private List<Edition> editions() {
        return library.editions().stream().map(adviser -> adviser.edition()).toList();
    }

    private List<String> names() {
        return editions().stream().map(Edition::name).toList();
    }

    private Cohort find(UUID id) {
        return cohorts.find(id).orElseThrow(NoSuchCohort::new);
    }
}
