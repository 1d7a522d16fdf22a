package jp.readiness.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a member chooses a password. */
@Controller
@RequestMapping(PasswordPage.ADDRESS)
class PasswordPage {

    static final String ADDRESS = "/staff/password";

    private static final String VIEW = "account/password";

    private final Accounts accounts;
    private final Passwords passwords;
    private final LogInThrottle throttle;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    PasswordPage(Accounts accounts, Passwords passwords, LogInThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @GetMapping
    String show(@AuthenticationPrincipal StaffMember member, Model model) {
        return page(member, Map.of(), model);
    }

    @PostMapping
    String change(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Account account = accounts.byId(member.id()).orElseThrow();
        Map<String, String> faults = faults(account, current, chosen, repeated, request.getRemoteAddr());
        if (faults.isEmpty()) {
            Optional<StaffMember> changed = accounts.changePassword(account, chosen);
            if (changed.isPresent()) {
                continueAs(changed.get(), request, response);
                return "redirect:/staff?said=password-changed";
            }
            faults.put("current", "meanwhile");
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(member, faults, model);
    }

    private static String page(StaffMember member, Map<String, String> faults, Model model) {
        model.addAttribute("member", member);
        model.addAttribute("faults", faults);
        return VIEW;
    }

    /** @return field → what is wrong in it, in the order of the form */
    private Map<String, String> faults(
            Account account, String current, String chosen, String repeated, String address) {
        Map<String, String> faults = new LinkedHashMap<>();
        currentFault(account, current, address).ifPresent(fault -> faults.put("current", fault));
        PasswordRules.faultOf(chosen, account.username())
                .map(fault -> fault.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .or(() -> chosen.equals(current) ? Optional.of("same") : Optional.empty())
                .ifPresent(fault -> faults.put("chosen", fault));
        if (!chosen.equals(repeated)) {
            faults.put("repeated", "different");
        }
        return faults;
    }

    /** Guessing here is slowed down like guessing at the log-in. */
    private Optional<String> currentFault(Account account, String current, String address) {
        Optional<Duration> wait = throttle.ask(account.username(), address);
        if (wait.isPresent()) {
            return Optional.of("wait");
        }
        if (!passwords.fits(current, account)) {
            return Optional.of("wrong");
        }
        throttle.succeeded(account.username(), address);
        return Optional.empty();
    }

    /** The change ends every other log-in of this account; this one goes on, under a new session id. */
    private void continueAs(StaffMember member, HttpServletRequest request, HttpServletResponse response) {
        Authentication before =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(LogIn.authenticated(member, before.getDetails()));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        sessions.saveContext(context, request, response);
    }
}
