package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.audit.Audit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Sign-in at a real provider of OpenID Connect. */
@RunningServer
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:provider-sign-in",
            "readiness.rules=src/test/resources/small-rules",
            "readiness.sign-in.client-id=readiness",
            "readiness.sign-in.client-secret=client-secret",
            "readiness.sign-in.name=県庁アカウント",
            "readiness.sign-in.groups.screener=dx-office",
            "readiness.sign-in.groups.administrator=dx-chiefs, it-chiefs"
        })
@TestMethodOrder(OrderAnnotation.class)
class ProviderSignInTest {

    private static final TestProvider PROVIDER = new TestProvider();
    private static final Pattern FORM_KEY = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Map<String, Consumer<JwtClaimsSet.Builder>> FALSE = Map.of(
            "nonce", claims -> claims.claim("nonce", "of-another-log-in"),
            "audience", claims -> claims.audience(List.of("another-server")),
            "issuer", claims -> claims.issuer("http://localhost:1/another"),
            "time",
                    claims -> claims.expiresAt(Instant.parse("2020-01-02T00:00:00Z"))
                            .issuedAt(Instant.parse("2020-01-01T00:00:00Z")));

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("readiness.sign-in.issuer", PROVIDER::issuer);
    }

    @BeforeEach
    void expect() {
        PROVIDER.expect(host());
        PROVIDER.falsify(claims -> {});
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    private String host() {
        return "http://127.0.0.1:" + port;
    }

    /** Somebody with a browser of their own. */
    private final class Person {

        private final HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        }

        HttpResponse<String> get(String path) throws Exception {
            return send(HttpRequest.newBuilder(URI.create(host() + path)));
        }

        /** From the log-in page's button to wherever it leads. */
        HttpResponse<String> signIn(String name) throws Exception {
            HttpResponse<String> asked = get(ProviderSignIn.ADDRESS);
            assertThat(asked.uri().toString()).startsWith(PROVIDER.issuer());
            Matcher key = FORM_KEY.matcher(asked.body());
            assertThat(key.find()).isTrue();
            return send(HttpRequest.newBuilder(asked.uri())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("username=" + name + "&password=" + TestProvider.PASSWORD + "&_csrf="
                            + URLEncoder.encode(key.group(1), StandardCharsets.UTF_8))));
        }
    }

    /** The first of all, before the server has heard from the provider. */
    @Test
    @Order(1)
    void while_the_provider_cannot_be_reached_passwords_are_taken_and_later_nothing_has_to_be_restarted()
            throws Exception {
        PROVIDER.person("kato", "dx-office");
        PROVIDER.beDown(true);

        HttpResponse<String> refused = new Person().get(ProviderSignIn.ADDRESS);

        assertThat(refused.uri().toString()).isEqualTo(host() + "/staff/login?said=provider-unreachable");
        assertThat(refused.body())
                .contains("組織の認証サービスにつながりません", "name=\"password\"")
                .doesNotContain("Exception");
        PROVIDER.beDown(false);
        assertThat(new Person().signIn("kato").uri().getPath()).isEqualTo("/staff");
    }

    @Test
    void groups_at_the_provider_give_roles_at_every_log_in() throws Exception {
        PROVIDER.person("sato", "dx-office", "football");
        assertThat(new Person().signIn("sato").uri().getPath()).isEqualTo("/staff");
        assertThat(accounts.byUsername("sato").orElseThrow().roles()).containsExactly(Role.SCREENER);

        PROVIDER.person("sato", "it-chiefs");
        Person sato = new Person();
        sato.signIn("sato");
        assertThat(accounts.byUsername("sato").orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(sato.get("/staff/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void somebody_without_a_role_sees_nothing() throws Exception {
        PROVIDER.person("guest", "football");
        Person guest = new Person();

        assertThat(guest.signIn("guest").body()).contains("権限がまだ付いていません");

        for (String page :
                List.of("/staff/rules", "/staff/tokens", "/staff/accounts", "/staff/audit", "/staff/sheets/1")) {
            assertThat(guest.get(page).statusCode()).as(page).isEqualTo(403);
        }
    }

    @Test
    void an_account_that_was_closed_here_stays_closed_whatever_the_provider_says() throws Exception {
        PROVIDER.person("suzuki", "dx-chiefs");
        new Person().signIn("suzuki");
        Account suzuki = accounts.byUsername("suzuki").orElseThrow();
        accounts.create(Audit.SYSTEM, "another-chief", Set.of(Role.ADMINISTRATOR), "unimportant-password");
        accounts.change(Audit.SYSTEM, suzuki, suzuki.roles(), false);

        HttpResponse<String> refused = new Person().signIn("suzuki");

        assertThat(refused.uri().getPath()).isEqualTo("/staff/login");
        assertThat(refused.body()).contains("この登録は停止されています");
    }

    @Test
    void nobody_gets_into_an_account_in_use_by_bearing_its_name() throws Exception {
        PROVIDER.person("tanaka", "dx-chiefs");
        accounts.create(Audit.SYSTEM, "tanaka", Set.of(Role.ADMINISTRATOR), "unimportant-password");
        accounts.changePassword(accounts.byUsername("tanaka").orElseThrow(), "soba-udon-ramen");

        Person stranger = new Person();

        assertThat(stranger.signIn("tanaka").body()).contains("同じユーザー名の職員が、すでにいます");
        assertThat(stranger.get("/staff/accounts").uri().getPath()).isEqualTo("/staff/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "audience", "issuer", "time"})
    void what_the_provider_says_must_be_meant_for_this_log_in(String claim) throws Exception {
        String name = "forger-" + claim;
        PROVIDER.person(name, "dx-chiefs");
        PROVIDER.falsify(Objects.requireNonNull(FALSE.get(claim)));
        Person forger = new Person();

        HttpResponse<String> refused = forger.signIn(name);

        assertThat(refused.uri().toString()).isEqualTo(host() + "/staff/login?said=provider-refused");
        assertThat(forger.get("/staff/accounts").uri().getPath()).isEqualTo("/staff/login");
        assertThat(accounts.byUsername(name)).isEmpty();

        PROVIDER.falsify(claims -> {});
        assertThat(new Person().signIn(name).uri().getPath()).isEqualTo("/staff");
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() throws Exception {
        Person person = new Person();
        for (String answer : List.of("?code=x&state=made-up", "?error=access_denied&state=made-up", "")) {
            assertThat(person.get(ProviderSignIn.DONE + answer).uri().getPath())
                    .as(answer)
                    .isEqualTo("/staff/login");
        }
    }

    @Test
    void passwords_of_this_system_go_on_working() throws Exception {
        Visitor local = new Visitor(port);
        accounts.create(Audit.SYSTEM, "local-sato", Set.of(Role.SCREENER), "unimportant-password");
        assertThat(local.get("/staff/login").body()).contains("県庁アカウントでログイン");
        assertThat(local.target(local.logIn("local-sato", "unimportant-password")))
                .isEqualTo("/staff");
    }

    @Test
    @EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
    void in_a_browser_one_is_led_there_and_back_and_logged_out_at_both() {
        PROVIDER.person("browser", "dx-office");
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.open(Window.DESKTOP);
            page.navigate(host() + "/staff/rules");
            Chromium.assertAccessible(page);
            Chromium.picture(page, "provider-log-in");
            page.getByText("県庁アカウントでログイン").click();
            page.locator("input[name=username]").fill("browser");
            page.locator("input[name=password]").fill(TestProvider.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(host() + "/staff/rules");

            page.getByText("ログアウト").click();
            page.waitForURL(host() + LogInPages.LOGGED_OUT);

            page.getByText("県庁アカウントでログイン").click();
            page.waitForURL(url -> url.startsWith(PROVIDER.issuer() + "/login"));
        }
    }
}
