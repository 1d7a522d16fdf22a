package jp.readiness.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the account again at each request of a member who is logged in. A log-in ends at once when the account is
 * closed or gets another password or other roles; and whoever has still to choose a password gets to no other page.
 */
class AccountGuard extends OncePerRequestFilter {

    private final Accounts accounts;

    AccountGuard(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<StaffMember> member = loggedIn();
        if (member.isPresent() && !stillValid(member.get())) {
            end(request);
            response.sendRedirect(request.getContextPath() + LogInPages.ADDRESS + "?said=changed");
        } else if (member.isPresent() && member.get().mustChangePassword() && !allowedBefore(request)) {
            response.sendRedirect(request.getContextPath() + PasswordPage.ADDRESS);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<StaffMember> loggedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof StaffMember member ? Optional.of(member) : Optional.empty();
    }

    private boolean stillValid(StaffMember member) {
        return accounts.byId(member.id())
                .filter(account -> account.enabled() && account.revision() == member.revision())
                .isPresent();
    }

    private static boolean allowedBefore(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(PasswordPage.ADDRESS) || path.startsWith("/actuator/health");
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
