package jp.readiness.account;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A real provider of OpenID Connect (Spring Authorization Server) on a port of its own, at {@code localhost}, so that
 * its cookies are not those of the server at {@code 127.0.0.1}. Everybody's password is {@code provider-password}.
 */
final class TestProvider implements AutoCloseable {

    static final String PASSWORD = "provider-password";

    private final Bench bench = new Bench();
    private final ConfigurableApplicationContext context;

    TestProvider() {
        context = new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.SERVLET)
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("bench", bench))
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.config.location=optional:classpath:/none/");
    }

    String issuer() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** The server that people sign in to. */
    void expect(String address) {
        bench.client = RegisteredClient.withId("1")
                .clientId("readiness")
                .clientSecret("{noop}client-secret")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address + ProviderSignIn.DONE)
                .postLogoutRedirectUri(address + LogInPages.LOGGED_OUT)
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
                .build();
    }

    /** Somebody of those groups; a second time changes them. */
    void person(String name, String... groups) {
        bench.people.put(name, List.of(groups));
    }

    /** What is done to what the provider says before it signs it. */
    void falsify(Consumer<JwtClaimsSet.Builder> change) {
        bench.change = change;
    }

    /** Whether it answers nothing but that it cannot now. */
    void beDown(boolean down) {
        bench.down = down;
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the test sets up. */
    static final class Bench implements RegisteredClientRepository {

        private final Map<String, List<String>> people = new ConcurrentHashMap<>();
        private volatile @Nullable RegisteredClient client;
        private volatile Consumer<JwtClaimsSet.Builder> change = claims -> {};
        private volatile boolean down;

        @Override
        public void save(RegisteredClient registered) {
            client = registered;
        }

        @Override
        public @Nullable RegisteredClient findById(String id) {
            return client;
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String clientId) {
            return clientId.equals("readiness") ? client : null;
        }
    }

    @EnableWebSecurity
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
    static class Server {

        @Bean
        FilterRegistrationBean<Filter> closedDoor(Bench bench) {
            FilterRegistrationBean<Filter> door = new FilterRegistrationBean<>((request, response, chain) -> {
                if (bench.down && response instanceof HttpServletResponse answer) {
                    answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                } else {
                    chain.doFilter(request, response);
                }
            });
            door.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return door;
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            OAuth2AuthorizationServerConfigurer provider = new OAuth2AuthorizationServerConfigurer();
            return http.with(provider, server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(who -> who.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .csrf(forms -> forms.ignoringRequestMatchers(provider.getEndpointsMatcher()))
                    .build();
        }

        @Bean
        UserDetailsService people(Bench bench) {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .disabled(!bench.people.containsKey(name))
                    .build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(Bench bench) {
            return context -> {
                if (context.getTokenType().getValue().equals("id_token")) {
                    Authentication person = Objects.requireNonNull(context.getPrincipal());
                    String name = person.getName();
                    context.getClaims()
                            .claim("preferred_username", name)
                            .claim("groups", bench.people.getOrDefault(name, List.of()));
                    bench.change.accept(context.getClaims());
                }
            };
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        JWKSource<SecurityContext> keys() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("test")
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }
    }
}
