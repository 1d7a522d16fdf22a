package jp.readiness.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** Where staff make keys for programs that act for them, and take them back; administrators see everybody's. */
@Controller
@RequestMapping("/staff/tokens")
class TokensPage {

    private static final String VIEW = "account/tokens";
    private static final String BACK = "redirect:/staff/tokens";
    private static final int LONGEST_NAME = 100;

    /** For how many days a key may be made. */
    private static final List<Integer> LIFETIMES = List.of(30, 90, 180, 365);

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final Clock clock;

    TokensPage(ApiTokens tokens, Accounts accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param state of the key; {@code CLOSED} also where its owner may not log in */
    record Row(
            UUID id,
            String name,
            String owner,
            LocalDateTime createdAt,
            LocalDateTime expiresAt,
            Optional<LocalDateTime> lastUsedAt,
            String state) {}

    /** What was typed. */
    record Form(String name, int days, @Nullable UUID account) {}

    @GetMapping
    String show(@AuthenticationPrincipal StaffMember member, Model model) {
        return page(member, new Form("", LIFETIMES.get(1), member.id()), "", model);
    }

    @PostMapping
    String make(
            @AuthenticationPrincipal StaffMember member,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(required = false) @Nullable UUID account,
            RedirectAttributes next,
            HttpServletResponse response,
            Model model) {
        UUID owner = account == null ? member.id() : account;
        String fault = fault(name.strip(), days);
        if (!fault.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(member, new Form(name, days, owner), fault, model);
        }
        if (!mayManage(member, owner) || accounts.byId(owner).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        ApiTokens.Made made = tokens.make(member.id().toString(), owner, name.strip(), Duration.ofDays(days));
        next.addFlashAttribute("madeName", made.token().name());
        next.addFlashAttribute("secret", made.secret());
        return BACK;
    }

    @PostMapping("/{id}/revoke")
    String revoke(@AuthenticationPrincipal StaffMember member, @PathVariable UUID id, RedirectAttributes next) {
        ApiToken token = tokens.byId(id)
                .filter(known -> mayManage(member, known.accountId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        tokens.revoke(member.id().toString(), token);
        next.addFlashAttribute("revoked", token.name());
        return BACK;
    }

    private static boolean mayManage(StaffMember member, UUID owner) {
        return member.id().equals(owner) || member.roles().contains(Role.ADMINISTRATOR);
    }

    /** @return end of the message's key; empty if nothing is wrong */
    private static String fault(String name, int days) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return "name";
        }
        return LIFETIMES.contains(days) ? "" : "days";
    }

    private String page(StaffMember member, Form form, String fault, Model model) {
        Map<UUID, Account> owners = accounts.all().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        Instant now = clock.instant();
        model.addAttribute(
                "tokens",
                tokens.seenBy(member).stream()
                        .map(token -> row(token, owners.get(token.accountId()), now))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("fault", fault);
        model.addAttribute("lifetimes", LIFETIMES);
        model.addAttribute(
                "owners",
                member.roles().contains(Role.ADMINISTRATOR)
                        ? owners.values().stream()
                                .filter(Account::enabled)
                                .sorted(Account.BY_NAME)
                                .toList()
                        : List.of());
        return VIEW;
    }

    private Row row(ApiToken token, @Nullable Account owner, Instant now) {
        boolean closed = owner == null || !owner.enabled();
        return new Row(
                token.id(),
                token.name(),
                owner == null ? "" : owner.username(),
                time(token.createdAt()),
                time(token.expiresAt()),
                token.lastUsedAt().map(this::time),
                closed ? "CLOSED" : token.stateAt(now).name());
    }

    private LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }
}
