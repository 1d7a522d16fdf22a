package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.cohort.Cohorts;
import jp.readiness.library.Library;
import jp.readiness.workbench.Draft.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A policy officer asks what comes of three participants at the boot camp, in both of its reconstructed cohorts. */
@Tag("soak")
@RunningServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class ImpactJourneyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Library library;

    @Autowired
    private Cohorts cohorts;

    @AfterEach
    void leaveNothing() {
        cohorts.all().forEach(line -> cohorts.delete("system", line.cohort()));
        drafts.open().forEach(draft -> drafts.discard("system", draft.id()));
    }

    private Draft threeParticipants() {
        String live =
                library.edition("bootcamp", "2022").orElseThrow().edition().version();
        SortedMap<String, String> files =
                new TreeMap<>(library.files("bootcamp", "2022", live).orElseThrow());
        files.computeIfPresent(
                DraftFile.PROGRAMME,
                (name, text) -> text.replaceFirst("(minimumParticipants:[\\s\\S]*?value: )2", "$13"));
        return drafts.make("system", "bootcamp", "2022", Optional.of(live), Origin.ONLINE, files);
    }

    @Test
    void the_flips_and_the_curve_are_seen_in_both_cohorts_with_the_keyboard_alone() {
        Visitor administrator = staff.loggedIn(new Visitor(port), Role.ADMINISTRATOR);
        administrator.get("/staff/password");
        administrator.post("/staff/cohorts/demonstrations");
        Draft draft = threeParticipants();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.open(Window.DESKTOP);
            page.navigate("http://127.0.0.1:" + port + "/staff?lang=ja");
            page.locator("input[name=username]").fill(staff.member(Role.POLICY_EDITOR));
            page.locator("input[name=password]").fill(TestStaff.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/staff") && !url.contains("login"));
            page.navigate("http://127.0.0.1:" + port + DraftSteps.address(draft) + "/impact");
            List<String> all = page.locator("#cohort option").all().stream()
                    .map(option -> option.getAttribute("value"))
                    .toList();
            assertThat(all).as("both years").hasSize(2);
            for (int i = 0; i < all.size(); i++) {
                look(page, all.get(i));
                Chromium.picture(page, "impact-bootcamp-" + i);
                Chromium.assertAccessible(page);
            }
        }
    }

    private static void look(Page page, String cohort) {
        Locator choice = page.locator("#cohort");
        choice.focus();
        choice.selectOption(new SelectOption().setValue(cohort));
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.locator("#sum").waitFor();
        assertThat(page.locator("#sum").textContent()).doesNotContain(" 0件の結果");
        assertThat(page.locator("#main").textContent()).contains("再現したもの", "（架空・invented）", "too-few-participants");
        page.locator("#parameter").focus();
        page.locator("#parameter").selectOption("minimumParticipants");
        page.keyboard().press("Tab");
        page.keyboard().type("1");
        page.keyboard().press("Tab");
        page.keyboard().type("5");
        page.keyboard().press("Enter");
        page.locator("svg.curve").waitFor();
        assertThat(page.locator(".impact-curve tbody tr").count()).isEqualTo(5);
    }
}
