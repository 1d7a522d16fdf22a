package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pictures of the pages up to the result, each of which must be accessible and fit its window. */
@RunningServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class PageLooksTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"ja, PHONE", "ja, DESKTOP", "en, PHONE", "en, DESKTOP"})
    void every_page_up_to_the_result_is_accessible_and_fits(String language, Window window) {
        Page page = chromium.open(window);
        String name = "-" + language + "-" + window.name().toLowerCase(Locale.ROOT);
        page.navigate("http://127.0.0.1:" + port + "/?lang=" + language);
        look(page, "start" + name);
        page.locator(".programme .button").first().click();
        look(page, "programme" + name);
        page.locator("form.start button").click();
        int sections = page.locator(".step").count();
        for (int i = 1; i <= sections; i++) {
            page.locator("input[type=radio]").first().check();
            look(page, "form-" + i + name);
            String answered = page.url();
            page.locator(".form-page__buttons button[value=next]").click();
            page.waitForURL(url -> !url.equals(answered));
        }
        page.navigate("http://127.0.0.1:" + port + "/?lang=" + language);
        page.locator(".hero__find button").click();
        for (int i = 1; i <= 4; i++) {
            look(page, "finder-" + i + name);
            page.locator("input[type=radio]").first().check();
            page.locator("#answers button").first().click();
        }
        page.navigate("http://127.0.0.1:" + port + "/nowhere");
        look(page, "error" + name);
    }

    private static void look(Page page, String name) {
        page.waitForLoadState();
        Chromium.picture(page, name);
        Chromium.assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s scrolls sideways", name)
                .isEqualTo(true);
    }
}
