package jp.readiness.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.util.unit.DataSize;

/**
 * Who may open what. Staff pages ask for a log-in and a role. Applicants' pages know no log-in: the unguessable link is
 * the key, so they have no session and need no form key. Whatever is named nowhere does not exist for anybody.
 *
 * <p>The security headers of every answer are set in {@code system}, for the pages that never get here too.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SecurityConfiguration {

    /** Every address that is open to everybody. */
    private static final String[] OPEN = {
        "/",
        "/programmes/**",
        "/find",
        "/find/**",
        "/sheets/**",
        "/results/**",
        "/c",
        "/c/*",
        "/language",
        "/v3/api-docs/**",
        "/css/**",
        "/js/**",
        "/images/**",
        "/webjars/**",
        "/favicon.ico",
        "/robots.txt"
    };

    /** What programs may read for any member of the staff. */
    static final String TRACK_RECORD_API = "/api/v1/programmes/*/track-record";

    /** What of the API is for staff: it asks for a key and for a role. */
    static final String[] STAFF_API = {"/api/v1/programmes/*/batches/**", "/api/v1/batches/**"};

    @Bean
    @Order(1)
    SecurityFilterChain staff(
            HttpSecurity http,
            LogInPages pages,
            ProviderSignIn provider,
            LogOut logOut,
            Accounts accounts,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize maxUpload,
            Environment environment) {
        provider.configure(http);
        return http.securityMatcher("/staff/**", "/actuator/**")
                .authorizeHttpRequests(who -> who.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(LogInPages.ADDRESS, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(operators(environment))
                        .requestMatchers("/staff/sheets/**", "/staff/cohorts/**", "/staff/matches/**", "/staff/runs/**")
                        .hasAnyRole(Role.SCREENER.name(), Role.ADMINISTRATOR.name())
                        .requestMatchers(
                                HttpMethod.POST,
                                "/staff/drafts/*/approve",
                                "/staff/drafts/*/send-back",
                                "/staff/workbench/*/*/history/*/go-back")
                        .hasRole(Role.POLICY_APPROVER.name())
                        .requestMatchers(
                                HttpMethod.POST,
                                "/staff/drafts/*/impact",
                                "/staff/drafts/*/impact/curve",
                                "/staff/drafts/*/try")
                        .hasAnyRole(Role.POLICY_EDITOR.name(), Role.POLICY_APPROVER.name())
                        .requestMatchers(HttpMethod.POST, "/staff/drafts/**", "/staff/workbench/**")
                        .hasRole(Role.POLICY_EDITOR.name())
                        .requestMatchers("/staff/workbench/**", "/staff/drafts/**")
                        .hasAnyRole(Role.POLICY_EDITOR.name(), Role.POLICY_APPROVER.name(), Role.ADMINISTRATOR.name())
                        .requestMatchers("/staff/accounts/**", "/staff/audit/**", "/staff/retention/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .requestMatchers("/staff", PasswordPage.ADDRESS)
                        .authenticated()
                        .anyRequest()
                        .hasAnyRole(Stream.of(Role.values()).map(Role::name).toArray(String[]::new)))
                .formLogin(form -> form.loginPage(LogInPages.ADDRESS)
                        .successHandler(pages.succeeded())
                        .failureHandler(pages::failed))
                .logout(out -> out.logoutUrl("/staff/log-out")
                        .addLogoutHandler(pages::loggedOut)
                        .logoutSuccessHandler(logOut))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(pages::ask).accessDeniedHandler(pages::refused))
                .requestCache(target -> target.requestCache(pageAskedFor()))
                .addFilterBefore(new UploadGuard(maxUpload), CsrfFilter.class)
                .addFilterBefore(new AccountGuard(accounts), AuthorizationFilter.class)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http,
            ApiTokens tokens,
            @Value("${readiness.api.requests-per-token-per-minute:600}") int perMinute) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(who -> who.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(STAFF_API)
                        .hasAnyRole(Role.SCREENER.name(), Role.ADMINISTRATOR.name())
                        .requestMatchers(TRACK_RECORD_API)
                        .authenticated()
                        .requestMatchers("/api/v1/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(SecurityConfiguration::askForToken)
                        .accessDeniedHandler(
                                (request, response, why) -> response.sendError(HttpServletResponse.SC_FORBIDDEN)))
                .addFilterBefore(new TokenFilter(tokens, perMinute), AuthorizationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /** An address outside the published interface is not there for anybody, with a key or without. */
    private static void askForToken(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/")) {
            TokenFilter.askForToken(response, "Bearer");
        } else {
            notThere(response);
        }
    }

    @Bean
    @Order(3)
    SecurityFilterChain everybody(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        who -> who.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint((request, response, why) -> notThere(response))
                                .accessDeniedHandler((request, response, why) -> notThere(response)))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /** By which the provider's word on who somebody is has to be signed. */
    @Bean
    OidcIdTokenDecoderFactory idTokenDecoderFactory(SignInSettings settings) {
        OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();
        factory.setJwsAlgorithmResolver(registration -> SignatureAlgorithm.from(settings.algorithm()));
        return factory;
    }

    private static void notThere(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /**
     * After the log-in the page that was asked for is shown, if it was one (and not a form that was sent), under its
     * plain address: null means that, though the setter does not declare it.
     */
    @SuppressWarnings("NullAway")
    private static HttpSessionRequestCache pageAskedFor() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request ->
                "GET".equals(request.getMethod()) && request.getRequestURI().startsWith("/staff"));
        return cache;
    }

    /**
     * Metrics: for administrators, or for whoever reaches the port set aside for them
     * ({@code management.server.port}), which is to be kept from the public.
     */
    private static AuthorizationManager<RequestAuthorizationContext> operators(Environment environment) {
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            return (who, what) -> new AuthorizationDecision(true);
        }
        return AuthorityAuthorizationManager.hasRole(Role.ADMINISTRATOR.name());
    }
}
