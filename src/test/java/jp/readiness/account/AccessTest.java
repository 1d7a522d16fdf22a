package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.audit.Audit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** What everybody may open, what nobody may, and the headers of every kind of answer. */
@RunningServer
class AccessTest {

    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    private static String pathOf(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", TOKEN);
    }

    private List<String> staffPages() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(Set::stream)
                .filter(pattern -> pattern.startsWith("/staff") && !pattern.equals(LogInPages.ADDRESS))
                .map(AccessTest::pathOf)
                .toList();
    }

    @Test
    void every_staff_page_asks_for_a_log_in() {
        assertThat(staffPages()).contains("/staff/password", "/staff/accounts", "/staff/audit", "/staff/rules");
        for (String page : staffPages()) {
            assertThat(visitor.target(visitor.get(page))).as(page).startsWith("/staff/login");
            assertThat(visitor.postWithout(page).statusCode()).as(page).isEqualTo(403);
        }
    }

    @Test
    void every_page_that_is_no_staff_page_is_open_without_a_log_in_or_a_form_key() {
        List<String> open = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .map(RequestMappingInfo::getPatternValues)
                .flatMap(Set::stream)
                .filter(pattern ->
                        !pattern.startsWith("/staff") && !pattern.startsWith("/actuator") && !pattern.contains("error"))
                .filter(pattern -> !isForPrograms(pattern))
                .toList();
        for (String pattern : open) {
            HttpResponse<String> shown = visitor.get(pathOf(pattern));
            HttpResponse<String> sent = visitor.postWithout(pathOf(pattern));
            assertThat(shown.statusCode()).as(pattern).isNotIn(401, 403);
            assertThat(sent.statusCode()).as(pattern).isNotIn(401, 403);
            assertThat(visitor.target(shown)).as(pattern).doesNotContain("/staff/login");
            assertThat(shown.headers().firstValue("Set-Cookie")).as(pattern).isEmpty();
            assertThat(sent.headers().firstValue("Set-Cookie")).as(pattern).isEmpty();
        }
    }

    private static boolean isForPrograms(String pattern) {
        return Stream.concat(
                        Stream.of(SecurityConfiguration.STAFF_API), Stream.of(SecurityConfiguration.TRACK_RECORD_API))
                .map(PathPatternParser.defaultInstance::parse)
                .anyMatch(staff -> staff.matches(PathContainer.parsePath(pathOf(pattern))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/h2-console",
                "/swagger-ui.html",
                "/staffs",
                "/WEB-INF/web.xml",
                "/db/migration/V3__account.sql",
                "/application.yaml"
            })
    void what_does_not_exist_says_so_in_words(String path) {
        HttpResponse<String> missing = visitor.get(path);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("ページが見つかりません");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/heapdump",
                "/actuator/shutdown"
            })
    void nothing_of_the_machine_is_shown_to_the_public(String path) {
        assertThat(visitor.target(visitor.get(path))).startsWith("/staff/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void health_is_public_without_details(String path) {
        assertThat(visitor.get(path).body()).contains("\"status\"").doesNotContain("H2", "edition", "details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff/sheets/" + TOKEN, "/staff?token=" + TOKEN, "/staff/rules;jsessionid=" + TOKEN})
    void the_key_of_an_answer_sheet_opens_no_staff_page(String path) {
        HttpResponse<String> refused = visitor.get(path);
        assertThat(refused.statusCode()).isIn(302, 400);
        assertThat(refused.body()).doesNotContain("staff-bar");
    }

    @Test
    void every_kind_of_answer_has_the_security_headers() {
        Visitor member = new Visitor(port);
        String username = "headers" + UUID.randomUUID().toString().substring(0, 8);
        accounts.create(Audit.SYSTEM, username, Set.of(Role.SCREENER), "unimportant-password");
        List<HttpResponse<String>> answers = List.of(
                visitor.get("/staff"),
                visitor.get("/staff/login"),
                visitor.get("/nowhere"),
                visitor.get("/"),
                visitor.get("/css/app.css"),
                visitor.get("/actuator/health"),
                visitor.postWithout("/staff/login"),
                visitor.postWithout("/staff/accounts"),
                visitor.logIn("nobody-at-all", "x"),
                visitor.get("/api/v1/nothing"),
                visitor.send(visitor.request("/api/v1/programmes/x/assessments")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{"))
                        .build()),
                member.logIn(username, "unimportant-password"),
                member.get("/staff/password"));
        for (HttpResponse<String> answer : answers) {
            String what = answer.request().method() + " " + answer.uri() + " " + answer.statusCode();
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(what)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'");
            assertThat(header(answer, "Referrer-Policy")).as(what).isEqualTo("no-referrer");
            assertThat(header(answer, "X-Content-Type-Options")).as(what).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).as(what).isEqualTo("DENY");
            if (!answer.uri().getPath().startsWith("/css")) {
                assertThat(header(answer, "Cache-Control")).as(what).isEqualTo("no-store");
            }
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return String.join("|", response.headers().allValues(name));
    }

    @Test
    void the_cookie_of_a_log_in_is_out_of_reach_of_scripts_and_of_other_sites() {
        String cookie = header(visitor.get("/staff/login"), "Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    }
}
