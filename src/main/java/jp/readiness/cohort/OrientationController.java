package jp.readiness.cohort;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** For the staff at an orientation: opens handing in, and shows the QR code for the screen in the room. */
@Controller
@RequestMapping("/staff/cohorts/{id}")
class OrientationController {

    private static final List<Integer> HOURS = List.of(1, 3, 8, 24, 168);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Cohorts cohorts;
    private final CohortPages pages;
    private final MemberQueries queries;
    private final Orientation orientation;
    private final Clock clock;

    OrientationController(
            Cohorts cohorts, CohortPages pages, MemberQueries queries, Orientation orientation, Clock clock) {
        this.cohorts = cohorts;
        this.pages = pages;
        this.queries = queries;
        this.orientation = orientation;
        this.clock = clock;
    }

    @GetMapping("/hand-in")
    ModelAndView show(@PathVariable UUID id) {
        return page("cohort/hand-in", find(id));
    }

    @PostMapping("/hand-in")
    String open(
            @AuthenticationPrincipal StaffMember staff,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "3") int hours) {
        Cohort cohort = find(id);
        orientation.open(staff.id().toString(), cohort, Duration.ofHours(HOURS.contains(hours) ? hours : 3));
        return "redirect:/staff/cohorts/" + id + "/hand-in";
    }

    @PostMapping("/hand-in/close")
    String close(@AuthenticationPrincipal StaffMember staff, @PathVariable UUID id) {
        orientation.close(staff.id().toString(), find(id));
        return "redirect:/staff/cohorts/" + id + "/hand-in";
    }

    /** The whole screen of the room: address, QR code, and how many have handed in. */
    @GetMapping("/screen")
    ModelAndView screen(@PathVariable UUID id) {
        return page("cohort/screen", find(id));
    }

    @GetMapping("/screen/live")
    ModelAndView screenNews(@PathVariable UUID id) {
        return page("cohort/screen :: live", find(id));
    }

    private ModelAndView page(String view, Cohort cohort) {
        boolean open = orientation.isOpen(cohort);
        Map<String, Object> model = new HashMap<>();
        model.put("cohort", cohort);
        model.put("programme", pages.programme(cohort));
        model.put("open", open);
        model.put("hours", HOURS);
        model.put("begun", orientation.begun(cohort));
        model.put("handedIn", queries.counts(cohort.id()).handedIn());
        cohort.handIn().filter(handIn -> open).ifPresent(handIn -> {
            String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/c/" + handIn.code())
                    .toUriString();
            model.put("address", address);
            model.put("shown", address.replaceFirst("^https?://", ""));
            model.put("qr", QrCode.of(address));
            model.put("until", TIME.format(handIn.until().atZone(clock.getZone())));
        });
        return new ModelAndView(view, model);
    }

    private Cohort find(UUID id) {
        return cohorts.find(id).orElseThrow(NoSuchCohort::new);
    }
}
