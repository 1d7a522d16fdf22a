package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.audit.Audit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    /** What a role has no business with; administrators may do all. */
    private static final Map<Role, List<String>> CLOSED = Map.of(
            Role.SCREENER,
            List.of("/staff/workbench", "/staff/drafts", "/staff/accounts", "/staff/audit", "/staff/retention"),
            Role.POLICY_EDITOR,
            List.of(
                    "/staff/sheets",
                    "/staff/cohorts",
                    "/staff/matches",
                    "/staff/runs",
                    "/staff/accounts",
                    "/staff/audit",
                    "/staff/retention"),
            Role.POLICY_APPROVER,
            List.of(
                    "/staff/sheets",
                    "/staff/cohorts",
                    "/staff/matches",
                    "/staff/runs",
                    "/staff/accounts",
                    "/staff/audit",
                    "/staff/retention"));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void every_page_of_other_roles_is_refused_to_a_role(Role role) {
        String username = "role" + UUID.randomUUID().toString().substring(0, 8);
        accounts.create(Audit.SYSTEM, username, Set.of(role), "unimportant-password");
        accounts.changePassword(accounts.byUsername(username).orElseThrow(), "soba-udon-ramen");
        visitor.logIn(username, "soba-udon-ramen");
        visitor.get("/staff/password"); // for the key of its form
        for (String area : Objects.requireNonNull(CLOSED.get(role))) {
            List<String> pages = staffPages().stream()
                    .filter(page -> page.equals(area) || page.startsWith(area + "/"))
                    .toList();
            assertThat(pages).as(area).isNotEmpty();
            for (String page : pages) {
                assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(403);
                assertThat(visitor.post(page).statusCode())
                        .as("sent to " + page)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void one_applicant_gets_at_nothing_of_another() {
        String own = handedIn("A製作所");
        String others = handedIn("秘密のB食品");
        String view = visitor.get(others + "/result").body().replaceAll("(?s).*(/results/[A-Za-z0-9_-]{22}).*", "$1");
        assertThat(visitor.get(view).statusCode()).isEqualTo(200);

        String ownKey = own.substring("/sheets/".length());
        String viewKey = view.substring("/results/".length());
        for (String path : List.of("", "/result", "/hand-in", "/handed-in", "/delete")) {
            assertThat(visitor.get(own + path).body()).as(path).doesNotContain("秘密のB食品");
            assertThat(visitor.get("/sheets/" + viewKey + path).statusCode())
                    .as("by the key to view: " + path)
                    .isEqualTo(404);
        }
        assertThat(visitor.get("/results/" + ownKey).statusCode()).isEqualTo(404);
        assertThat(visitor.get(view).body()).doesNotContain("秘密のB食品", "山田");
        visitor.postWithout("/sheets/" + viewKey + "/delete");
        assertThat(visitor.get(others + "/handed-in").body()).contains("秘密のB食品");
    }

    /** Address of a sheet that was handed in, with the key to it. */
    private String handedIn(String company) {
        String sheet = visitor.target(visitor.postWithout("/programmes/bootcamp/sheets"))
                .replaceAll("^(/sheets/[^/?;]+).*", "$1");
        HttpResponse<String> sent = visitor.postWithout(
                sheet + "/hand-in", "company", company, "person", "山田", "email", "a@example.jp", "consent", "yes");
        assertThat(sent.statusCode()).isEqualTo(303);
        return sheet;
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
