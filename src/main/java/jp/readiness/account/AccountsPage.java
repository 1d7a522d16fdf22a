package jp.readiness.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
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

/** Where administrators make accounts and change them. */
@Controller
@RequestMapping("/staff/accounts")
class AccountsPage {

    private static final String VIEW = "account/accounts";
    private static final String BACK = "redirect:/staff/accounts";

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInSettings provider;

    AccountsPage(Accounts accounts, Passwords passwords, SignInSettings provider) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.provider = provider;
    }

    @GetMapping
    String show(Model model) {
        return page("", Set.of(), "", model);
    }

    @PostMapping
    String create(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String[] roles,
            RedirectAttributes next,
            HttpServletResponse response,
            Model model) {
        String folded = Username.fold(username);
        String password = passwords.oneTime();
        String fault = create(member, folded, roles(roles), password);
        if (fault.isEmpty()) {
            return sayPassword(folded, password, next);
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return page(username, roles(roles), fault, model);
    }

    @PostMapping("/{id}/password")
    String resetPassword(@AuthenticationPrincipal StaffMember member, @PathVariable UUID id, RedirectAttributes next) {
        Account account = account(id);
        String password = passwords.oneTime();
        if (accounts.resetPassword(actor(member), account, password)) {
            return sayPassword(account.username(), password, next);
        }
        next.addFlashAttribute("said", "meanwhile");
        return BACK;
    }

    @PostMapping("/{id}")
    String change(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String[] roles,
            @RequestParam(defaultValue = "false") boolean enabled,
            RedirectAttributes next) {
        next.addFlashAttribute("said", change(member, account(id), roles(roles), enabled));
        return BACK;
    }

    /** Only what is closed: whoever is logged in first loses that. */
    @PostMapping("/{id}/delete")
    String delete(@AuthenticationPrincipal StaffMember member, @PathVariable UUID id, RedirectAttributes next) {
        next.addFlashAttribute("said", accounts.delete(actor(member), account(id)) ? "deleted" : "meanwhile");
        return BACK;
    }

    /** @return end of the message's key */
    private String change(StaffMember member, Account account, Set<Role> roles, boolean enabled) {
        if (roles.isEmpty()) {
            return "no-role";
        }
        try {
            return accounts.change(actor(member), account, roles, enabled) ? "kept" : "meanwhile";
        } catch (LastAdministrator e) {
            return "last-administrator";
        }
    }

    /** @return what is wrong, or nothing */
    private String create(StaffMember member, String username, Set<Role> roles, String password) {
        if (!Username.allowed(username)) {
            return "username";
        }
        if (roles.isEmpty()) {
            return "roles";
        }
        try {
            accounts.create(actor(member), username, roles, password);
            return "";
        } catch (DuplicateKeyException e) {
            return "taken";
        }
    }

    /** The password goes to the next page that is shown, and to that one only. */
    private static String sayPassword(String username, String password, RedirectAttributes next) {
        next.addFlashAttribute("madeFor", username);
        next.addFlashAttribute("oneTimePassword", password);
        return BACK;
    }

    private String page(String username, Set<Role> roles, String fault, Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("linked", accounts.linked());
        model.addAttribute("providerGivesRoles", provider.mapsRoles());
        model.addAttribute("allRoles", Role.values());
        model.addAttribute("username", username);
        model.addAttribute("roles", roles);
        model.addAttribute("fault", fault);
        return VIEW;
    }

    private Account account(UUID id) {
        return accounts.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Set<Role> roles(String[] names) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> Arrays.asList(names).contains(role.name()))
                .forEach(roles::add);
        return roles;
    }

    private static String actor(StaffMember member) {
        return member.id().toString();
    }
}
