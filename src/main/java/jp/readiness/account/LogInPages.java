package jp.readiness.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.readiness.system.ErrorWords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Where one is led before, at and after a log-in, and what the log-in page then says. */
@Component
class LogInPages {

    static final String ADDRESS = "/staff/login";
    static final String LOGGED_OUT = ADDRESS + "?said=logged-out";
    static final String AGAIN = ADDRESS + "/again";

    /** Request attribute of a refused log-in: seconds to wait, 0 if the username or the password was wrong. */
    static final String WAIT = "logInWait";

    private static final int TOO_MANY_REQUESTS = 429;

    private final Accounts accounts;

    LogInPages(Accounts accounts) {
        this.accounts = accounts;
    }

    AuthenticationSuccessHandler succeeded() {
        SavedRequestAwareAuthenticationSuccessHandler handler = new SavedRequestAwareAuthenticationSuccessHandler();
        handler.setDefaultTargetUrl("/staff");
        return handler;
    }

    /** Shows the page again in the same answer, so that the username stays typed. */
    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        long wait = why instanceof TooManyAttempts tooMany ? tooMany.seconds() : 0;
        response.setStatus(wait > 0 ? TOO_MANY_REQUESTS : HttpServletResponse.SC_UNAUTHORIZED);
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
        }
        request.setAttribute(WAIT, wait);
        request.getRequestDispatcher(AGAIN).forward(request, response);
    }

    void loggedOut(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        if (who != null && who.getPrincipal() instanceof StaffMember member) {
            accounts.loggedOut(member);
        }
    }

    /** Somebody who is not logged in asks for a staff page. */
    void ask(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(request.getContextPath() + ADDRESS + (ended(request) ? "?said=expired" : ""));
    }

    /**
     * Somebody may not do this, or sends a form whose key is no longer valid. If the log-in has ended, the log-in page
     * says that the form was not received.
     */
    void refused(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && ended(request)) {
            response.sendRedirect(request.getContextPath() + ADDRESS + "?said=form-expired");
            return;
        }
        if (why instanceof CsrfException) {
            request.setAttribute(ErrorWords.PAGE_EXPIRED, true);
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static boolean ended(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
