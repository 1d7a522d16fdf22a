package jp.readiness.retention;

import jp.readiness.account.StaffMember;
import jp.readiness.run.Runs;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells what is kept how long, shows whose names go next, and lets administrators remove them at once. */
@Controller
@RequestMapping("/staff/retention")
class RetentionPage {

    private final Retention retention;
    private final Runs runs;

    RetentionPage(Retention retention, Runs runs) {
        this.retention = retention;
        this.runs = runs;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("due", retention.due());
        model.addAttribute("kept", retention.kept());
        model.addAttribute("handedInDays", retention.handedInDays());
        model.addAttribute("runDays", runs.keep().toDays());
        return "retention/retention";
    }

    @PostMapping
    String remove(@AuthenticationPrincipal StaffMember member, RedirectAttributes next) {
        next.addFlashAttribute("removed", retention.remove(member.id().toString()));
        return "redirect:/staff/retention";
    }
}
