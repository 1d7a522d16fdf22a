package jp.readiness.cohort;

import java.net.URI;
import java.util.Map;
import jp.readiness.screening.StaffSheets.Begun;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The short address of a cohort, open to everybody: one begins a sheet there, and learns of no other. */
@Controller
@RequestMapping("/c/{code}")
class GuestController {

    private final Orientation orientation;
    private final CohortPages pages;

    GuestController(Orientation orientation, CohortPages pages) {
        this.orientation = orientation;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView welcome(@PathVariable String code) {
        Cohort cohort = find(code);
        boolean open = orientation.isOpen(cohort);
        return new ModelAndView(
                "cohort/welcome",
                Map.of("cohort", cohort, "programme", pages.programme(cohort), "open", open),
                open ? HttpStatus.OK : HttpStatus.GONE);
    }

    @PostMapping
    Object begin(@PathVariable String code) {
        Cohort cohort = find(code);
        if (!orientation.isOpen(cohort)) {
            return welcome(code);
        }
        Begun begun =
                orientation.begin(cohort).orElseThrow(() -> new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(begun.address()))
                .build();
    }

    private Cohort find(String code) {
        return orientation.find(code).orElseThrow(NoSuchCohort::new);
    }
}
