package jp.readiness.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LogInPage {

    private static final Set<String> SAYINGS = Set.of(
            "logged-out",
            "expired",
            "form-expired",
            "changed",
            "provider-refused",
            "provider-unreachable",
            "provider-unknown",
            "provider-nameless",
            "provider-taken",
            "provider-closed");
    private static final String VIEW = "account/login";

    private final SignInSettings provider;

    LogInPage(SignInSettings provider) {
        this.provider = provider;
    }

    @GetMapping(LogInPages.ADDRESS)
    String show(
            @AuthenticationPrincipal @Nullable StaffMember member,
            @RequestParam(defaultValue = "") String said,
            Model model) {
        if (member != null) {
            return "redirect:/staff";
        }
        return page(SAYINGS.contains(said) ? said : "", model);
    }

    /** Only by the forward of a refused log-in. */
    @PostMapping(LogInPages.AGAIN)
    String again(
            @RequestAttribute(LogInPages.WAIT) long seconds,
            @RequestParam(defaultValue = "") String username,
            Model model) {
        model.addAttribute("refused", true);
        model.addAttribute("waitMinutes", (seconds + 59) / 60);
        model.addAttribute("username", username);
        return page("", model);
    }

    /** Only by the forward of a log-out. */
    @PostMapping(LogOut.LEAVING)
    String leave(@RequestAttribute(LogOut.THERE) String there, Model model) {
        model.addAttribute("there", there);
        return "account/leaving";
    }

    private String page(String said, Model model) {
        model.addAttribute("said", said);
        if (provider.isOn()) {
            model.addAttribute("provider", provider.name());
            model.addAttribute("providerAddress", ProviderSignIn.ADDRESS);
        }
        return VIEW;
    }
}
