package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.cohort.Origin;
import jp.readiness.outcome.Outcomes;
import jp.readiness.outcome.Result;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.screening.AnswerSheets.NewSheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pictures of the impact of a draft, of what waits for its day, of going back, and of export and import. */
@WorkbenchServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class ImpactLooksTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private DraftSteps steps;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private Outcomes outcomes;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @AfterEach
    void noCohorts() {
        cohorts.all().forEach(line -> cohorts.delete("system", line.cohort()));
        steps.clear();
    }

    private void cohort() {
        Cohort cohort = cohorts.create(
                "system",
                new Cohort.Plan("camp", "2022", "第1回 説明会", Optional.empty(), Origin.RECONSTRUCTED, Optional.empty()));
        List<NewSheet> sheets = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            sheets.add(new NewSheet(
                    Answers.NONE
                            .with("applicantKind", new Answer.Choice(i % 9 == 8 ? "PERSON" : "COMPANY"))
                            .with("participants", Answer.Number.of(1 + i % 5))
                            .with("hasData", new Answer.YesNo(i % 3 > 0)),
                    Optional.of("株式会社見本" + (i + 1) + "製作所")));
        }
        cohorts.add("system", cohort, sheets);
        List<Member> members = cohorts.members(cohort.id());
        for (int i = 0; i < members.size(); i++) {
            outcomes.note(
                    "system",
                    cohort,
                    members.get(i),
                    i % 5 < 2 ? Result.left(Optional.empty(), Optional.empty(), "") : Result.FINISHED);
        }
    }

    @ParameterizedTest
    @CsvSource({"ja, DESKTOP", "en, PHONE"})
    void every_page_is_accessible_and_fits(String language, Window window) {
        lookAtEveryPage(language, window);
    }

    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"ja, PHONE", "en, DESKTOP"})
    void so_it_is_in_the_other_windows(String language, Window window) {
        lookAtEveryPage(language, window);
    }

    private void lookAtEveryPage(String language, Window window) {
        cohort();
        Page page = chromium.open(window);
        page.navigate(address("/staff?lang=" + language));
        page.locator("input[name=username]").fill(staff.member(Role.POLICY_EDITOR));
        page.locator("input[name=password]").fill(TestStaff.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/staff") && !url.contains("login"));

        Draft draft = steps.threeParticipants();
        page.navigate(address(DraftSteps.address(draft) + "/impact"));
        look(page, "empty", language, window);
        page.locator("form[action$='/impact'] button").first().click();
        page.waitForLoadState();
        page.locator("form[action$='/curve'] button").click();
        look(page, "seen", language, window);
        page.navigate(address(DraftSteps.address(draft)));
        look(page, "summary", language, window);
        page.locator("#reason").fill("3年目の実績から。");
        page.locator("#from").fill("2026-12-15");
        page.locator("form[action$=submit] button").click();
        page.waitForLoadState();
        drafts.approve("system", draft.id(), steps.now(draft).revision());
        page.reload();
        look(page, "approved", language, window);
        page.navigate(address("/staff/workbench/exchange"));
        look(page, "exchange", language, window);
        page.navigate(address("/staff/workbench"));
        look(page, "drafts", language, window);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void look(Page page, String name, String language, Window window) {
        page.waitForLoadState();
        Chromium.picture(
                page, "impact-" + name + "-" + language + "-" + window.name().toLowerCase(Locale.ROOT));
        Chromium.assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s scrolls sideways", name)
                .isEqualTo(true);
    }
}
