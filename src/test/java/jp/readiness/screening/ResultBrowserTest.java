package jp.readiness.screening;

import static java.util.Map.entry;
import static jp.readiness.Chromium.assertAccessible;
import static jp.readiness.Chromium.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The result in a browser: from the form to the advice, on paper, for everybody, by keyboard. */
@RunningServer
@EnabledIf("jp.readiness.Chromium#isInstalled")
class ResultBrowserTest {

    private static final Pattern SHEET_OF_PAPER = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Screening screening;

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

    private String begin(String example) {
        Visitor visitor = new Visitor(port);
        String path = visitor.target(visitor.post("/programmes/bootcamp/sheets", "example", example));
        return address(path);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Test
    void whoever_fills_the_form_like_the_firm_that_left_in_year_1_reads_not_yet_and_why() {
        Page page = chromium.open(Window.PHONE);
        page.navigate(begin(""));
        Map<String, String> choices = Map.of(
                "applicantKind", "COMPANY",
                "location", "KANTO",
                "executiveCommitment", "NOT_ASKED",
                "reason", "TRY_OUT",
                "dataKept", "NONE");

        for (int section = 0; section < 9 && !page.url().endsWith("/result"); section++) {
            choices.forEach((question, option) -> check(page, question, option));
            fill(page, "participants", "１");
            String answered = page.url();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("次へ|結果を見る")))
                    .last()
                    .click();
            page.waitForURL(url -> !url.equals(answered));
        }

        assertThat(page.locator("h1").textContent()).isEqualTo("まだ準備が必要です");
        assertThat(page.locator(".reason--UNMET").allTextContents())
                .anyMatch(reason -> reason.contains("1名") && reason.contains("2名以上"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("「何名で参加しますか」の回答を直す"))
                .first()
                .click();
        assertThat(page.url()).endsWith("#q-participants");
    }

    private static void check(Page page, String question, String option) {
        Locator radio = page.locator("input[name='a." + question + "'][value='" + option + "']");
        if (radio.count() > 0) {
            radio.check();
        }
    }

    private static void fill(Page page, String question, String value) {
        Locator field = page.locator("input[type=text][name='a." + question + "']");
        if (field.count() > 0) {
            field.fill(value);
        }
    }

    @Test
    void a_result_with_everything_against_it_is_printed_on_one_sheet_of_a4() {
        Map<String, Answer> worst = Map.ofEntries(
                entry("applicantKind", new Answer.Choice("COMPANY")),
                entry("location", new Answer.Choice("KANTO")),
                entry("dxStage", new Answer.Choice("NOT_PLANNED")),
                entry("problemStatement", new Answer.Choice("UNCLEAR")),
                entry("executiveCommitment", new Answer.Choice("NOT_ASKED")),
                entry("participants", Answer.Number.of(0)),
                entry("team", new Answer.Choice("CANNOT_FORM")),
                entry("otherDepartments", new Answer.Choice("DECLINED")),
                entry("monthsAvailable", Answer.Number.of(0)),
                entry("dataKept", new Answer.Choice("NONE")),
                entry("dataMonths", Answer.Number.of(0)),
                entry("expectation", new Answer.Choice("PAPERLESS")),
                entry("reason", new Answer.Choice("TRY_OUT")),
                entry("dataWork", new Answer.Choice("STOP")),
                entry("orientation", new Answer.Choice("ABSENT")));
        assertThat(screening.programme("bootcamp").edition().questions())
                .extracting(Question::id)
                .containsAll(worst.keySet());

        printedOnOneSheet(address("/sheets/" + store.create("bootcamp", "2022", new Answers(worst))));
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(strings = {"ready-maker", "lone-taster", "system-seeker", "inn-half-filled", "maker-elsewhere", ""})
    void every_result_is_printed_on_one_sheet_of_a4(String example) {
        printedOnOneSheet(begin(example));
    }

    private static void printedOnOneSheet(String sheet) {
        Page page = chromium.open(Window.DESKTOP);
        for (String language : new String[] {"ja", "en"}) {
            page.navigate(sheet + "/result?lang=" + language);
            byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));

            assertThat(SHEET_OF_PAPER
                            .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                            .results())
                    .as(language)
                    .hasSize(1);
        }
    }

    @Test
    void everybody_can_use_the_result_and_its_pages() {
        everybody_can_use_the_result_and_its_pages(Window.PHONE, "ja");
    }

    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"PHONE, en", "DESKTOP, ja", "DESKTOP, en"})
    void everybody_can_use_the_result_and_its_pages(Window window, String language) {
        Page page = chromium.open(window);
        String sheet = begin("lone-taster");
        look(page, sheet + "/result?lang=" + language, "result", window, language);
        page.locator("details").all().forEach(details -> details.evaluate("details => details.open = true"));
        assertAccessible(page);
        String view = page.locator(".keep-link").first().textContent();
        String trial = page.locator(".change__try a").first().getAttribute("href");
        look(page, address(trial), "trial", window, language);
        look(page, view, "view", window, language);
        look(page, sheet + "/hand-in", "hand-in", window, language);
        page.locator("form button").last().click();
        assertAccessible(page);
        picture(page, name("hand-in-problems", window, language));
        fillIn(page);
        page.locator("form button").last().click();
        assertThat(page.url()).endsWith("/handed-in");
        look(page, page.url(), "handed-in", window, language);
        look(page, sheet + "/delete", "delete", window, language);
        page.locator("form button").click();
        look(page, page.url(), "deleted", window, language);
        assertThat(page.navigate(view).status()).isEqualTo(404);
        look(page, sheet + "/result", "gone", window, language);
    }

    @Tag("soak")
    @ParameterizedTest
    @CsvSource({
        "ready-maker, PHONE, ja",
        "ready-maker, DESKTOP, ja",
        "inn-half-filled, DESKTOP, ja",
        "maker-elsewhere, DESKTOP, en",
        "system-seeker, DESKTOP, ja"
    })
    void every_verdict_can_be_read_by_everybody(String example, Window window, String language) {
        Page page = chromium.open(window);
        look(page, begin(example) + "/result?lang=" + language, "result-" + example, window, language);
    }

    private static void look(Page page, String address, String name, Window window, String language) {
        page.navigate(address);
        assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out of %s", page.url())
                .isEqualTo(true);
        picture(page, name(name, window, language));
    }

    private static String name(String name, Window window, String language) {
        return name + "-" + language + "-" + window.name().toLowerCase(Locale.ROOT);
    }

    private static void fillIn(Page page) {
        page.fill("#hand-in-company", "𠮷野 <製作所>");
        page.fill("#hand-in-person", "山田 太郎");
        page.fill("#hand-in-email", "yamada@example.jp");
        page.check("#hand-in-consent");
    }

    @Test
    void handing_in_works_by_keyboard_and_an_error_leads_to_its_field() {
        Page page = chromium.open(Window.DESKTOP);
        page.navigate(begin("ready-maker") + "/hand-in");
        page.focus("#hand-in-company");
        page.keyboard().type("A製作所");
        page.keyboard().press("Tab");
        page.keyboard().type("山田");
        page.keyboard().press("Enter");

        page.locator("#problems:focus").waitFor();
        page.keyboard().press("Tab");
        page.locator("#problems a:focus").waitFor();
        page.keyboard().press("Enter");
        page.locator("#hand-in-email:focus").waitFor();
        page.keyboard().type("yamada@example.jp");
        for (int field = 0; field < 3; field++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        page.waitForURL("**/handed-in");
    }

    @Test
    void the_print_button_shows_with_a_script_and_prints() {
        Page page = chromium.open(Window.DESKTOP);
        page.navigate(begin("ready-maker") + "/result");
        page.evaluate("window.print = () => { document.title = 'printed'; }");

        page.locator("[data-print]").click();

        assertThat(page.title()).isEqualTo("printed");
    }
}
