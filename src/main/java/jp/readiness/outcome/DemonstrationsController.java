package jp.readiness.outcome;

import jp.readiness.account.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes the invented cohorts in with one click on the list of cohorts. */
@Controller
class DemonstrationsController {

    private final Demonstrations demonstrations;

    DemonstrationsController(Demonstrations demonstrations) {
        this.demonstrations = demonstrations;
    }

    @PostMapping("/staff/cohorts/demonstrations")
    String load(@AuthenticationPrincipal StaffMember staff) {
        return "redirect:/staff/cohorts?demonstrations="
                + demonstrations.load(staff.id().toString());
    }
}
