package jp.readiness.cohort;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.readiness.account.StaffMember;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of cohorts, and the page to make one. */
@Controller
@RequestMapping("/staff/cohorts")
class CohortsController {

    private final Cohorts cohorts;
    private final Library library;
    private final Clock clock;

    CohortsController(Cohorts cohorts, Library library, Clock clock) {
        this.cohorts = cohorts;
        this.library = library;
        this.clock = clock;
    }

    /** @param programme title of the edition, or its name while it is withdrawn */
    record Row(Cohort cohort, int members, String programme) {}

    @GetMapping
    ModelAndView list(Locale locale) {
        List<Row> rows = cohorts.all().stream()
                .map(line -> new Row(line.cohort(), line.members(), title(line.cohort(), locale)))
                .toList();
        return new ModelAndView("cohort/list", Map.of("rows", rows));
    }

    private String title(Cohort cohort, Locale locale) {
        return library.edition(cohort.programme(), cohort.edition())
                .map(adviser -> adviser.edition().title().in(locale))
                .orElse(cohort.programme() + "/" + cohort.edition());
    }

    @GetMapping("/new")
    ModelAndView form() {
        String first = library.current(LocalDate.now(clock)).stream()
                .map(adviser -> adviser.edition().name())
                .findFirst()
                .orElse("");
        return form(CohortForm.empty(first), Map.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView create(@AuthenticationPrincipal StaffMember member, @RequestParam Map<String, String> sent) {
        CohortForm form = CohortForm.of(sent);
        Map<String, String> problems = form.problems(names());
        if (!problems.isEmpty()) {
            return form(form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Cohort made = cohorts.create(member.id().toString(), form.plan());
        return new ModelAndView("redirect:/staff/cohorts/" + made.id());
    }

    private ModelAndView form(CohortForm form, Map<String, String> problems, HttpStatus status) {
        return new ModelAndView(
                "cohort/form",
                Map.of(
                        "form",
                        form,
                        "problems",
                        problems,
                        "editions",
                        editions(),
                        "origins",
                        Origin.values(),
                        "action",
                        "/staff/cohorts"),
                status);
    }

    private List<Edition> editions() {
        return library.editions().stream().map(adviser -> adviser.edition()).toList();
    }

    private List<String> names() {
        return editions().stream().map(Edition::name).toList();
    }
}
