package jp.readiness.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sign-in at a provider of OpenID Connect. The provider is first asked when somebody wants to sign in by it: while it
 * cannot be reached, the server runs and passwords are taken.
 */
@Component
class ProviderSignIn {

    /** Where the log-in page's button leads. */
    static final String ADDRESS = LogInPages.ADDRESS + "/provider/go";

    /** Where the provider sends people back to: to be registered there. */
    static final String DONE = LogInPages.ADDRESS + "/done";

    private static final Logger log = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final String ID = "go";
    private static final Set<String> OWN_REFUSALS = Stream.of(ProviderAccounts.Refusal.values())
            .map(why -> why.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final SignInSettings settings;
    private final ProviderAccounts accounts;
    private final LogInPages pages;
    private final OidcUserService users = new OidcUserService();
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final ClientRegistrationRepository registrations =
            new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(registration()));

    ProviderSignIn(SignInSettings settings, ProviderAccounts accounts, LogInPages pages) {
        this.settings = settings;
        this.accounts = accounts;
        this.pages = pages;
    }

    void configure(HttpSecurity http) {
        if (settings.isOn()) {
            http.oauth2Login(this::configure);
        }
    }

    ClientRegistrationRepository registrations() {
        return registrations;
    }

    private void configure(OAuth2LoginConfigurer<HttpSecurity> signIn) {
        signIn.loginPage(LogInPages.ADDRESS)
                .loginProcessingUrl(DONE)
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .authorizationEndpoint(ask -> ask.authorizationRequestResolver(resolver()))
                .userInfoEndpoint(info -> info.oidcUserService(this::user))
                .successHandler(this::succeeded)
                .failureHandler(ProviderSignIn::failed)
                .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(ProviderSignIn::failed);
                        return filter;
                    }
                });
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(Stream.concat(Stream.of("openid"), settings.scopes().stream())
                        .toList())
                .redirectUri("{baseUrl}" + DONE)
                .build();
    }

    private DefaultOAuth2AuthorizationRequestResolver resolver() {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, LogInPages.ADDRESS + "/provider");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /** Somebody whom the provider has let in, with our account. */
    private static final class Known extends DefaultOidcUser {

        private final transient StaffMember member;

        Known(OidcUser user, StaffMember member) {
            super(List.of(), user.getIdToken(), user.getUserInfo());
            this.member = member;
        }
    }

    private OidcUser user(OidcUserRequest request) {
        OidcUser user = users.loadUser(request);
        String issuer = String.valueOf(user.getIdToken().getIssuer());
        ProviderClaims claims = ProviderClaims.of(issuer, user.getName(), user.getClaims(), settings);
        try {
            return new Known(user, accounts.logIn(claims));
        } catch (ProviderAccounts.Refused e) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(e.why().name().toLowerCase(Locale.ROOT)), e.getMessage(), e);
        }
    }

    /** From here on it is a log-in like any other; what the provider said is kept beside it for the log-out. */
    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        if (!(signedIn.getPrincipal() instanceof Known known)) {
            throw new IllegalStateException("signed in by another way");
        }
        Authentication member = LogIn.authenticated(known.member, signedIn);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(member);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        pages.succeeded().onAuthenticationSuccess(request, response, member);
    }

    /** Says on the log-in page why; what the provider or the network said goes to the log. */
    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String code = why instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "unreachable";
        if (!OWN_REFUSALS.contains(code)) {
            log.warn("A sign-in by the provider failed: {} {}", code, why.getMessage());
        }
        String said = OWN_REFUSALS.contains(code) || code.equals("unreachable") ? code : "refused";
        response.sendRedirect(request.getContextPath() + LogInPages.ADDRESS + "?said=provider-" + said);
    }
}
