package jp.readiness.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What all pages share: language, files, headers and words for errors. */
@RunningServer
class PagesTest {

    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/(?:css|js|webjars|images)/[^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Clock clock;

    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = new Visitor(port);
    }

    @Test
    void pages_are_in_japanese_until_somebody_chooses_english_and_stay_so() {
        assertThat(visitor.get("/").body()).contains("<html lang=\"ja\"", "準備度アドバイザー");

        HttpResponse<String> chosen = visitor.get("/?lang=en");

        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(visitor.target(chosen)).isEqualTo("/");
        assertThat(visitor.get("/").body()).contains("<html lang=\"en\"", "Readiness Advisor");
        visitor.get("/?lang=ja");
        assertThat(visitor.get("/").body()).contains("<html lang=\"ja\"");
    }

    @Test
    void the_switch_keeps_what_else_the_address_says() {
        HttpResponse<String> chosen = visitor.get("/staff/login?expired&lang=en&next=%E6%AC%A1");

        assertThat(visitor.target(chosen)).isEqualTo("/staff/login?expired&next=%E6%AC%A1");
        assertThat(visitor.get("/?a=1&lang=xx&b=%E6%AC%A1").body())
                .contains("href=\"?a=1&amp;b=%E6%AC%A1&amp;lang=en\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/?lang=en", "/%5Cevil.example/?lang=en", "///evil.example?lang=en"})
    void the_switch_never_leads_to_another_host(String path) {
        assertThat(visitor.target(visitor.get(path))).doesNotStartWith("//").doesNotStartWith("/\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "xx-", "%00", "en'\"<script>"})
    void a_language_nobody_speaks_here_is_japanese(String cookie) {
        HttpResponse<String> page = visitor.send(visitor.request("/")
                .header("Cookie", "language=" + cookie)
                .GET()
                .build());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"ja\"");
    }

    @Test
    void every_file_a_page_names_is_there_and_may_be_kept() {
        Matcher file = FILE.matcher(visitor.get("/").body());
        int files = 0;
        while (file.find()) {
            HttpResponse<String> response = visitor.get(file.group(1));
            assertThat(response.statusCode()).as(file.group(1)).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control"))
                    .as(file.group(1))
                    .hasValueSatisfying(
                            value -> assertThat(value).contains("max-age").doesNotContain("no-store"));
            files++;
        }
        assertThat(files).isGreaterThan(5);
    }

    @Test
    void a_page_is_kept_nowhere_passes_its_address_on_to_nobody_and_runs_only_our_scripts() {
        HttpResponse<String> page = visitor.get("/");

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(page.body()).doesNotContain("<style", " style=", "onclick", "<script>");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404, ページが見つかりません",
        "/programmes/nowhere, 404, ページが見つかりません",
        "/sheets/AAAAAAAAAAAAAAAAAAAAAA, 404, ページが見つかりません",
        "/programmes/bootcamp/sheets, 405, このアドレスは直接開けません"
    })
    void an_error_is_told_in_words(String path, int status, String title) {
        HttpResponse<String> page = visitor.get(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains("<h1>" + title).doesNotContain("Exception", "\tat ", "springframework");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void an_error_is_told_in_english_too_and_leads_to_the_same_page_in_the_other_language() {
        visitor.get("/?lang=en");

        String page = visitor.get("/nowhere?a=1").body();

        assertThat(page).contains("We cannot find this page", "href=\"?a=1&amp;lang=ja\"");
    }

    @Test
    void a_form_that_is_far_too_large_is_refused_in_words() {
        HttpResponse<String> page = visitor.send(visitor.request("/programmes/bootcamp/sheets")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("example=" + "x".repeat(1_000_000)))
                .build());

        assertThat(page.statusCode()).isBetween(400, 413);
        assertThat(page.body()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void days_are_days_in_japan() {
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }
}
