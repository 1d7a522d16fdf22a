package jp.readiness.screening;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form in a browser: saved as one goes, by keyboard alone, and without scripts. */
@SmallServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class FormBrowserTest {

    private static final int MORE_THAN_A_PAGE_HAS = 80;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private SheetStore store;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Begins a sheet and opens its section with a question of every kind. */
    private Page team(Page page) {
        page.navigate(address("/programmes/camp"));
        page.locator("form.start button").click();
        page.locator(".steps button").nth(1).click();
        page.waitForURL(Pattern.compile(".*/questions/team"));
        return page;
    }

    private Sheet sheet(Page page) {
        String token = page.url().replaceFirst(".*/sheets/([^/]+).*", "$1");
        return store.byEditToken(token).orElseThrow();
    }

    private static void autosaved(Page page, Runnable change) {
        Response saved =
                page.waitForResponse(response -> response.request().method().equals("POST"), change);
        assertThat(saved.status()).isEqualTo(200);
    }

    private static Locator control(Page page, String name, String value) {
        return page.locator("input[name='a." + name + "'][value='" + value + "']");
    }

    @Test
    void each_change_is_saved_at_once_and_moves_the_estimate() {
        Page page = team(chromium.open(Window.DESKTOP));

        autosaved(page, () -> control(page, "hasData", "true").check());
        assertThat(sheet(page).values()).containsEntry("hasData", true);
        page.locator("#q-participants-in").fill("１");
        autosaved(page, () -> page.keyboard().press("Tab"));
        assertThat(page.locator("#estimate")).containsText("未達1");
        assertThat(page.locator("#saved")).containsText("保存済み 9:00");

        page.reload();

        assertThat(page.locator("#q-participants-in")).hasValue("1");
        assertThat(control(page, "hasData", "true")).isChecked();
    }

    @Test
    void what_is_being_typed_is_saved_without_anything_moving() {
        Page page = team(chromium.open(Window.PHONE));

        autosaved(page, () -> page.locator("#q-participants-in").pressSequentially("３名"));

        assertThat(sheet(page).unread()).isEmpty();
        assertThat(sheet(page).values()).containsEntry("participants", 3L);
        autosaved(page, () -> page.locator("#q-participants-in").fill("多い"));
        assertThat(sheet(page).unread()).containsKey("participants");
        assertThat(page.locator(".field__error")).hasCount(0);
        autosaved(page, () -> page.keyboard().press("Tab"));
        assertThat(page.locator("#q-participants .field__error")).containsText("＊");
        autosaved(page, () -> page.locator("#q-participants-in").fill("2"));
        autosaved(page, () -> page.keyboard().press("Tab"));
        assertThat(page.locator(".field__error")).hasCount(0);
    }

    @Test
    void answers_that_exclude_each_other_do_so_on_the_page() {
        Page page = team(chromium.open(Window.DESKTOP));

        autosaved(page, () -> control(page, "tools", "BI").check());
        autosaved(page, () -> control(page, "tools", "-none-").check());
        assertThat(control(page, "tools", "BI")).not().isChecked();
        assertThat(sheet(page).values()).containsEntry("tools", List.of());
        autosaved(page, () -> control(page, "tools", "?").check());
        assertThat(control(page, "tools", "-none-")).not().isChecked();
        assertThat(sheet(page).unsure()).containsExactly("tools");

        autosaved(page, () -> control(page, "participants", "?").check());
        page.locator("#q-participants-in").pressSequentially("2");
        assertThat(control(page, "participants", "?")).not().isChecked();
    }

    @Test
    void a_change_while_the_server_was_out_of_reach_is_sent_with_the_next_one() {
        Page page = team(chromium.open(Window.DESKTOP));
        page.route("**/questions/team", route -> route.abort());
        control(page, "hasData", "true").check();
        page.waitForTimeout(200);
        page.unroute("**/questions/team");

        autosaved(page, () -> control(page, "tools", "BI").check());

        assertThat(sheet(page).values()).containsEntry("hasData", true).containsEntry("tools", List.of("BI"));
    }

    @Test
    void what_does_not_reach_the_server_is_said_and_saved_once_it_does() {
        Page page = team(chromium.open(Window.PHONE));
        page.context().setOffline(true);

        control(page, "hasData", "true").check();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("保存できませんでした。通信を確かめてください。");
        assertThat(page.locator("#saved")).hasText("未保存");
        Chromium.assertAccessible(page);
        autosaved(page, () -> page.context().setOffline(false));
        assertThat(page.locator("#unsaved")).isEmpty();
        assertThat(page.locator("#saved")).containsText("保存済み 9:00");
        assertThat(sheet(page).values()).containsEntry("hasData", true);
    }

    @Test
    void going_on_without_a_connection_loses_nothing() {
        Page page = team(chromium.open(Window.DESKTOP));
        String address = page.url();
        page.context().setOffline(true);
        page.locator("#q-participants-in").fill("3");

        page.locator(".form-page__buttons button[value=next]").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("保存できませんでした。");
        assertThat(page).hasURL(address);
        assertThat(page.locator("#q-participants-in")).hasValue("3");
        page.context().setOffline(false);
        page.locator(".form-page__buttons button[value=next]").click();
        page.waitForURL(Pattern.compile(".*/result"));
        assertThat(sheet(page).values()).containsEntry("participants", 3L);
    }

    @Test
    void a_server_that_fails_is_said_and_the_next_change_brings_everything() {
        Page page = team(chromium.open(Window.DESKTOP));
        page.navigate(page.url() + "?lang=en");
        page.route("**/questions/team", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        control(page, "hasData", "true").check();
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("This could not be saved. Please check your connection.");
        page.waitForResponse(
                answer -> answer.status() == 503, page.locator(".form-page__buttons button[value=next]")::click);
        assertThat(page.locator("#saved")).hasText("Not saved");
        page.unroute("**/questions/team");

        autosaved(page, () -> control(page, "tools", "BI").check());

        assertThat(page.locator("#unsaved")).isEmpty();
        assertThat(sheet(page).values()).containsEntry("hasData", true).containsEntry("tools", List.of("BI"));
    }

    @Test
    void a_sheet_that_was_deleted_meanwhile_says_so() {
        Page page = team(chromium.open(Window.PHONE));
        store.delete(sheet(page).id());

        control(page, "hasData", "true").check();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("すでに削除された");
        assertThat(page.locator("#saved")).hasText("未保存");
    }

    @Test
    void a_value_that_was_not_taken_is_no_saved_one() {
        Page page = team(chromium.open(Window.DESKTOP));

        autosaved(page, () -> page.locator("#q-participants-in").fill("-1"));

        assertThat(page.locator("#saved")).hasText("1か所を除いて保存済み 9:00");
        page.reload();
        assertThat(page.locator("#saved")).hasText("1か所を除いて保存済み 9:00");
    }

    @Test
    void the_back_button_shows_what_is_stored() {
        Page page = team(chromium.open(Window.DESKTOP));
        page.locator("#q-participants-in").fill("4");
        page.locator("button[value=back]").click();
        page.waitForURL(Pattern.compile(".*/questions/about"));

        page.goBack();

        assertThat(page.locator("#q-participants-in")).hasValue("4");
        assertThat(sheet(page).values()).containsEntry("participants", 4L);
    }

    @Test
    void an_error_takes_the_focus_and_leads_to_its_field() {
        Page page = team(chromium.open(Window.PHONE));
        page.locator("#q-participants-in").fill("たくさん");
        page.locator(".form-page__buttons button[value=next]").click();

        Locator banner = page.locator("#problems");
        assertThat(banner).isFocused();
        Chromium.assertAccessible(page);
        banner.locator("a").click();
        assertThat(page.locator("#q-participants-in")).isFocused();
        assertThat(page.locator("#q-participants-in")).hasValue("たくさん");
    }

    @ParameterizedTest
    @EnumSource(Window.class)
    void the_whole_form_can_be_done_by_keyboard(Window window) {
        Page page = chromium.open(window);
        page.navigate(address("/programmes/camp"));
        tabTo(page, "form.start button");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/questions/about"));

        tabTo(page, "input[name='a.applicantKind']");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        tabTo(page, ".form-page__buttons button[value=next]");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/questions/team"));

        tabTo(page, "#q-participants-in");
        page.keyboard().type("３");
        tabTo(page, "input[name='a.hasData']");
        page.keyboard().press("Space");
        tabTo(page, "#q-share-in");
        page.keyboard().type("0.5");
        tabTo(page, "input[name='a.tools'][value='BI']");
        page.keyboard().press("Space");
        tabTo(page, "details:has(#q-note-in) summary");
        page.keyboard().press("Enter");
        tabTo(page, "#q-note-in");
        page.keyboard().type("よろしく");
        tabTo(page, ".form-page__buttons button[value=next]");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/result"));

        assertThat(sheet(page).values())
                .containsEntry("applicantKind", "COMPANY")
                .containsEntry("participants", 3L)
                .containsEntry("hasData", true)
                .containsEntry("tools", List.of("BI"))
                .containsEntry("note", "よろしく");
    }

    @Test
    void everything_on_the_page_can_be_reached_by_tab_and_shows_the_focus() {
        Page page = team(chromium.open(Window.PHONE));
        List<String> hidden = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_A_PAGE_HAS; i++) {
            page.keyboard().press("Tab");
            Object state = page.evaluate("""
                    () => {
                      const at = document.activeElement;
                      if (at === document.body) return 'end';
                      const style = getComputedStyle(at);
                      const box = at.getBoundingClientRect();
                      const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                      const shown = seen && (at.contains(seen) || seen.contains(at));
                      return style.outlineStyle === 'solid' && style.outlineWidth === '4px' && shown ? '' : at.outerHTML;
                    }
                    """);
            if (state.equals("end")) {
                break;
            }
            if (!state.toString().isEmpty()) {
                hidden.add(state.toString());
            }
        }
        assertThat(hidden).isEmpty();
    }

    @Test
    void without_scripts_nothing_is_missing() {
        Page page = team(chromium.openWithoutScripts(Window.PHONE));
        control(page, "hasData", "false").check();
        page.locator("#q-participants-in").fill("1");

        page.locator("button[lang=en]").click();

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#q-participants-in")).hasValue("1");
        assertThat(page.locator("#estimate")).containsText("high");
        page.locator("#q-participants-in").fill("2");
        page.locator("#q-participants-in").press("Enter");
        page.waitForURL(Pattern.compile(".*/result"));
        assertThat(sheet(page).values()).containsAllEntriesOf(Map.of("participants", 2L, "hasData", false));
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MORE_THAN_A_PAGE_HAS; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                return;
            }
        }
        throw new AssertionError("no Tab leads to " + selector);
    }
}
