package jp.readiness.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person takes a file in a browser, says what its columns are for, and gets the results without reloading. */
@RunServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class RunLooksTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Test
    void from_the_file_to_the_results_on_a_desk_and_on_a_phone() {
        try (Chromium chromium = new Chromium()) {
            walk(chromium.open(Window.DESKTOP), "ja", Window.DESKTOP);
            walk(chromium.open(Window.PHONE), "en", Window.PHONE);
        }
    }

    private void walk(Page page, String language, Window window) {
        String look = "-" + language + "-" + window.name().toLowerCase(Locale.ROOT);
        page.navigate("http://127.0.0.1:" + port + "/staff/runs?lang=" + language);
        page.locator("input[name=username]").fill(staff.member(Role.SCREENER));
        page.locator("input[name=password]").fill(TestStaff.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/staff/runs"));
        look(page, "runs" + look);

        String table = "会社,なん人で来るか,hasData,備考\n例示製作所,3,はい," + UUID.randomUUID() + "\nB食品,たくさん,×,\n";
        page.locator("input[name=file]")
                .setInputFiles(new FilePayload("令和3年度.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button[type=submit]").click();
        look(page, "run-columns" + look);

        page.locator("select[name='column.0']").selectOption("applicant");
        page.locator("select[name='column.1']").selectOption("participants");
        page.locator("button[value=start]").click();
        page.waitForSelector("#results");
        assertThat(page.content()).contains("results.csv", "rejects.xlsx");
        look(page, "run-done" + look);
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
