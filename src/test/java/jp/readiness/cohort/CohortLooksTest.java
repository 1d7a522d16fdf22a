package jp.readiness.cohort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import jp.readiness.screening.AnswerSheets.NewSheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of a cohort in a browser: pictures, accessible, fitting their window; and live without reloading. */
@RunningServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class CohortLooksTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

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

    private Cohort cohort(String name) {
        return cohorts.create(
                Audit.SYSTEM,
                new Cohort.Plan("bootcamp", "2022", name, Optional.empty(), Origin.REAL, Optional.empty()));
    }

    /** The examples of the programme, a few times over. */
    private Cohort filled(String name) {
        Cohort cohort = cohort(name);
        Edition edition = library.edition("bootcamp", "2022").orElseThrow().edition();
        List<NewSheet> sheets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            edition.examples()
                    .forEach(example -> sheets.add(new NewSheet(
                            example.answers(),
                            Optional.of("株式会社例示" + example.title().ja()))));
        }
        cohorts.add(Audit.SYSTEM, cohort, sheets);
        cohorts.judge(cohort);
        return cohort;
    }

    private Page loggedIn(Window window, String language) {
        Page page = chromium.open(window);
        page.navigate(address("/staff?lang=" + language));
        page.locator("input[name=username]").fill(staff.member(Role.SCREENER));
        page.locator("input[name=password]").fill(TestStaff.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/staff") && !url.contains("login"));
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @ParameterizedTest
    @CsvSource({"ja, PHONE", "en, DESKTOP"})
    void every_page_is_accessible_and_fits(String language, Window window) {
        lookAtEveryPage(language, window);
    }

    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"ja, DESKTOP", "en, PHONE"})
    void so_it_is_in_the_other_windows(String language, Window window) {
        lookAtEveryPage(language, window);
    }

    private void lookAtEveryPage(String language, Window window) {
        Cohort full = filled("令和4年度 第1回 説明会");
        Cohort empty = cohort("令和4年度 第2回 説明会");
        String member = cohorts.members(full.id()).get(0).id().toString();
        Page page = loggedIn(window, language);
        page.navigate(address("/staff/cohorts/" + full.id() + "/hand-in"));
        page.locator("form[action$='hand-in'] button").first().click();
        page.waitForLoadState();
        look(page, "hand-in", language, window);
        page.navigate(address("/staff/cohorts/" + full.id() + "/members/" + member));
        page.locator("input[value=DECLINE]").check(); // against the advice, and without a reason
        page.locator("form[action$='decision'] button").click();
        look(page, "member-decided", language, window);
        for (String path : List.of(
                "",
                "/new",
                "/" + empty.id(),
                "/" + full.id(),
                "/" + full.id() + "?verdict=NOT_YET",
                "/" + full.id() + "/members/" + member,
                "/" + full.id() + "/compare?edition=bootcamp/2021",
                "/" + full.id() + "/settings",
                "/" + full.id() + "/upload",
                "/" + full.id() + "/screen")) {
            page.navigate(address("/staff/cohorts" + path));
            String name = path.replace(full.id().toString(), "full")
                    .replace(empty.id().toString(), "empty")
                    .replace(member, "one")
                    .replaceAll("\\W+", "-");
            look(page, "cohorts" + name, language, window);
        }
        String code =
                cohorts.find(full.id()).orElseThrow().handIn().orElseThrow().code();
        page.navigate(address("/c/" + code));
        look(page, "welcome", language, window);
        page.navigate(address("/c?code=2222222"));
        look(page, "code", language, window);
        bringFile(page, empty, language, window);
        page.navigate(address("/staff/cohorts/" + full.id() + "/hand-in"));
        page.locator("form[action$='close'] button").click();
        page.waitForLoadState();
        page.navigate(address("/c/" + code));
        look(page, "welcome-closed", language, window);
    }

    /** From a file with a column of its own to the rows that could not be taken in. */
    private void bringFile(Page page, Cohort cohort, String language, Window window) {
        String table = "会社名,何人くらいで参加できそうか,executiveCommitment,備考\n"
                + "株式会社例示製作所,3,COMMITTED,午前中に電話\n例示食品,たくさん,COMMITTED,\n例示商店,1,たぶん,\n";
        page.navigate(address("/staff/cohorts/" + cohort.id() + "/upload"));
        page.locator("input[name=file]")
                .setInputFiles(new FilePayload("令和3年度.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button").click();
        look(page, "upload-columns", language, window);
        page.locator("select[name='column.1']").selectOption("participants");
        page.locator("form[action*='/upload/'] button").first().click();
        look(page, "upload-result", language, window);
    }

    private static void look(Page page, String name, String language, Window window) {
        page.waitForLoadState();
        Chromium.picture(page, name + "-" + language + "-" + window.name().toLowerCase(Locale.ROOT));
        Chromium.assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s scrolls sideways", name)
                .isEqualTo(true);
    }

    @Test
    void answers_appear_on_the_page_without_reloading() {
        Cohort cohort = cohort("生の説明会");
        Page page = loggedIn(Window.DESKTOP, "ja");
        page.navigate(address("/staff/cohorts/" + cohort.id() + "/hand-in"));
        page.locator("form[action$='hand-in'] button").first().click();
        page.waitForLoadState();
        page.navigate(address("/staff/cohorts/" + cohort.id()));
        page.evaluate("window.sameDocument = true");

        String code =
                cohorts.find(cohort.id()).orElseThrow().handIn().orElseThrow().code();
        Visitor phone = new Visitor(port);
        String sheet = phone.target(phone.postWithout("/c/" + code));
        phone.postWithout(
                sheet + "/hand-in", "company", "いま届いた会社", "person", "山田", "email", "a@example.jp", "consent", "yes");

        assertThat(page.locator("table.desk")).containsText("いま届いた会社");
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        Chromium.assertAccessible(page);
    }
}
