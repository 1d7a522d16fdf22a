package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.RunningServer;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Origin;
import jp.readiness.programme.Answers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pictures of the pages of the staff, each of which must be accessible and fit its window. */
@RunningServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class StaffLooksTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Screening screening;

    @Autowired
    private Results results;

    @Autowired
    private Cohorts cohorts;

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
    void every_page_of_the_staff_is_accessible_and_fits(String language, Window window) {
        OpenSheet sheet = screening.toEdit(screening.begin("bootcamp", Optional.of("lone-taster")));
        results.handIn(sheet, new Contact("株式会社例示製菓", "例示 花子", "hanako@example.jp", "", ""));
        keepNames("令和3年度 説明会", Optional.of(LocalDate.of(2026, 3, 31)));
        keepNames("令和4年度 第1回 説明会", Optional.empty());
        Page page = chromium.open(window);
        page.navigate(address("/staff?lang=" + language));
        look(page, "log-in", language, window);
        page.locator("input[name=username]").fill(staff.member(Role.ADMINISTRATOR));
        page.locator("input[name=password]").fill(TestStaff.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/staff") && !url.contains("login"));

        for (String path : List.of(
                "",
                "/sheets/" + sheet.sheet().id(),
                "/rules",
                "/workbench",
                "/workbench/bootcamp/2022",
                "/accounts",
                "/audit",
                "/password",
                "/tokens",
                "/runs",
                "/retention")) {
            page.navigate(address("/staff" + path));
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            look(page, "staff" + path.replaceAll("/sheets.*", "/sheet").replace('/', '-'), language, window);
        }
    }

    private void keepNames(String name, Optional<LocalDate> until) {
        Cohort cohort = cohorts.create(
                Audit.SYSTEM, new Cohort.Plan("bootcamp", "2022", name, Optional.empty(), Origin.REAL, until));
        cohorts.add(Audit.SYSTEM, cohort, List.of(new AnswerSheets.NewSheet(Answers.NONE, Optional.of("株式会社例示製作所"))));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void look(Page page, String name, String language, Window window) {
        page.waitForLoadState();
        Chromium.picture(page, name + "-" + language + "-" + window.name().toLowerCase(Locale.ROOT));
        Chromium.assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s scrolls sideways", name)
                .isEqualTo(true);
    }
}
