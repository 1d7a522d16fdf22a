package jp.readiness.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.RunningServer;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Origin;
import jp.readiness.library.Library;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pictures of the pages of outcomes and track records, each of which must be accessible and fit its window. */
@RunningServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class OutcomeLooksTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Demonstrations demonstrations;

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private Library library;

    @Autowired
    private TestStaff staff;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"ja, DESKTOP", "en, PHONE"})
    void every_page_of_outcomes_is_accessible_and_fits(String language, Window window) {
        demonstrations.load(Audit.SYSTEM);
        Cohort cohort = outcomes.cohorts(
                        library.edition("bootcamp", "2021").orElseThrow().edition(), Origin.RECONSTRUCTED)
                .get(0);
        String list = "/cohorts/" + cohort.id() + "/outcomes";
        String one = list + "/" + cohorts.members(cohort.id()).get(0).id();
        Page page = chromium.open(window);
        page.navigate("http://127.0.0.1:" + port + "/staff?lang=" + language);
        page.locator("input[name=username]").fill(staff.member(Role.ADMINISTRATOR));
        page.locator("input[name=password]").fill(TestStaff.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/staff") && !url.contains("login"));

        for (String path : List.of(
                "/track-record",
                "/track-record/bootcamp/2021?data=RECONSTRUCTED",
                "/track-record/bootcamp/2022?data=RECONSTRUCTED",
                list,
                one)) {
            page.navigate("http://127.0.0.1:" + port + "/staff" + path);
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            page.waitForLoadState();
            String name = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replaceAll("[^a-z0-9]+", "-");
            Chromium.picture(
                    page,
                    "outcome" + name + "-" + language + "-" + window.name().toLowerCase(Locale.ROOT));
            Chromium.assertAccessible(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s scrolls sideways", path)
                    .isEqualTo(true);
        }
    }
}
