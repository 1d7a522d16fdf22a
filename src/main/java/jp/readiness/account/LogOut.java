package jp.readiness.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Where a log-out leads: to the log-in page, and for who signed in by a provider to the provider first, which would
 * otherwise let the next person at the same computer in.
 */
@Component
class LogOut implements LogoutSuccessHandler {

    /** Request attribute: where the provider logs people out. */
    static final String THERE = "providersLogOut";

    static final String LEAVING = LogInPages.ADDRESS + "/leaving";

    private final OidcClientInitiatedLogoutSuccessHandler provider;

    LogOut(ProviderSignIn signIn) {
        provider = new OidcClientInitiatedLogoutSuccessHandler(signIn.registrations());
        provider.setPostLogoutRedirectUri("{baseUrl}" + LogInPages.LOGGED_OUT);
        provider.setDefaultTargetUrl(LogInPages.LOGGED_OUT);
        provider.setRedirectStrategy((request, response, target) -> leave(request, response, target));
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException, ServletException {
        if (who != null && who.getDetails() instanceof OAuth2AuthenticationToken signedIn) {
            provider.onLogoutSuccess(request, response, signedIn);
        } else {
            response.sendRedirect(request.getContextPath() + LogInPages.LOGGED_OUT);
        }
    }

    /** By a page that goes on at once: a form may lead to this server only, and so may what it is redirected to. */
    private static void leave(HttpServletRequest request, HttpServletResponse response, String target)
            throws IOException {
        if (target.startsWith("/")) {
            response.sendRedirect(request.getContextPath() + target);
            return;
        }
        request.setAttribute(THERE, target);
        try {
            request.getRequestDispatcher(LEAVING).forward(request, response);
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }
}
