package jp.readiness.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.library.Library;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Example;
import jp.readiness.screening.AnswerSheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff see who goes together, of the sheets handed in and of two files. */
@RunningServer
class MatchesPageTest {

    private static final String COMPANIES = """
            会社名,themes,location,jointMonths,inHouseTalent
            桑名の老舗,MARKETING,KUWANA,６,NOBODY
            北見の農家,DRONES_ROBOTS_3D,KITAMI,5,SOME
            """;
    private static final String TALENTS = """
            氏名,themeSkills,regions,jointMonths,digitalRecord
            甲野,MARKETING,KUWANA,6,LED
            乙野,DRONES_ROBOTS_3D,,5,BUILT
            丙野,DRONES_ROBOTS_3D,KITAMI,たくさん,BUILT
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private AnswerSheets sheets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Library library;

    @Autowired
    private Audit audit;

    @TempDir
    private Path temp;

    private HandedIn handedIn;
    private final String company = "<b>例示食品</b> " + UUID.randomUUID();
    private final String talent = "=例示 " + UUID.randomUUID();

    @BeforeEach
    void handIn() {
        handedIn = new HandedIn(sheets, jdbc);
        handedIn.to("co-lead-company", company, example("co-lead-company", "pickle-maker"));
        handedIn.to("co-lead-talent", talent, example("co-lead-talent", "marketing-lead"));
    }

    @AfterEach
    void clear() {
        jdbc.sql("delete from answer_sheet where programme in ('co-lead-company', 'co-lead-talent')")
                .update();
    }

    private Answers example(String programme, String id) {
        return library.inForce(programme, LocalDate.now()).edition().examples().stream()
                .filter(example -> example.id().equals(id))
                .findFirst()
                .map(Example::answers)
                .orElseThrow();
    }

    private Visitor member(Role role) {
        return staff.loggedIn(new Visitor(port), role);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SCREENER", "ADMINISTRATOR"})
    void those_who_screen_see_the_pairs_with_both_answers_and_leave_a_trace(Role role) {
        Visitor member = member(role);

        assertThat(member.get("/staff/matches").body()).contains("/staff/matches/co-lead");
        String page = member.get("/staff/matches/co-lead").body();

        assertThat(page).contains("&lt;b&gt;例示食品", talent, "三重県桑名市", "7点", "推定").doesNotContain("<b>例示食品");
        assertThat(audit.newest(1))
                .anyMatch(event -> event.action().equals("PAIRS_VIEWED")
                        && event.subject().id().equals("co-lead"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"POLICY_EDITOR", "POLICY_APPROVER"})
    void those_who_do_not_screen_see_no_applicants(Role role) {
        assertThat(member(role).get("/staff/matches/co-lead").body()).doesNotContain(talent);
        assertThat(member(role).get("/staff/matches/co-lead/pairs.csv").body()).doesNotContain(talent);
    }

    @Test
    void nobody_sees_them_without_a_log_in() {
        assertThat(new Visitor(port).get("/staff/matches/co-lead/pairs.csv").body())
                .doesNotContain(talent);
    }

    @Test
    void for_each_talent_there_are_the_best_companies() {
        String page =
                member(Role.SCREENER).get("/staff/matches/co-lead?by=right").body();

        assertThat(page.indexOf(talent)).isPositive().isLessThan(page.indexOf("&lt;b&gt;例示食品"));
    }

    @Test
    void an_answer_that_is_open_is_said_to_be() {
        handedIn.to(
                "co-lead-talent",
                "未定さん",
                example("co-lead-talent", "marketing-lead").without("regions"));

        assertThat(member(Role.SCREENER).get("/staff/matches/co-lead").body()).contains("未定さん", "まだ決まらない", "未回答");
    }

    @Test
    void the_pairs_can_be_taken_away_as_a_table_without_formulas() {
        HttpResponse<String> csv = member(Role.SCREENER).get("/staff/matches/co-lead/pairs.csv");

        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        assertThat(csv.body())
                .startsWith("\uFEFFrank,Company,")
                .contains("theme region period field-work marketing", "三重県桑名市")
                .doesNotContain("," + talent);
        assertThat(csv.body()).contains(talent.substring(1));
    }

    @Test
    void a_match_that_is_not_there_is_not_found() {
        assertThat(member(Role.SCREENER).get("/staff/matches/bootcamp").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"ja, DESKTOP", "en, PHONE"})
    @EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
    void two_files_are_matched_and_every_page_is_accessible_and_fits(String language, Window window)
            throws IOException {
        handedIn.to(
                "co-lead-talent",
                "未定さん",
                example("co-lead-talent", "marketing-lead")
                        .without("regions")
                        .with("fieldWork", new Answer.YesNo(false)));
        handedIn.to(
                "co-lead-company",
                "相手のいない会社",
                example("co-lead-company", "pickle-maker").with("themes", new Answer.Choices(Set.of())));
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.open(window);
            page.navigate(address("/staff?lang=" + language));
            page.locator("input[name=username]").fill(staff.member(Role.SCREENER));
            page.locator("input[name=password]").fill(TestStaff.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/staff") && !url.contains("login"));

            page.navigate(address("/staff/matches"));
            look(page, "matches", language, window);
            page.navigate(address("/staff/matches/co-lead"));
            look(page, "match-closed", language, window);
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            look(page, "match", language, window);

            choose(page, COMPANIES, TALENTS);
            assertThat(page.content()).contains("桑名の老舗", "甲野", "乙野", "たくさん").doesNotContain("丙野");
            look(page, "match-files", language, window);

            choose(page, "何か,別の表\n1,2\n", TALENTS);
            assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
            look(page, "match-files-refused", language, window);
        }
    }

    private void choose(Page page, String companies, String talents) throws IOException {
        page.setInputFiles(
                "#left", Files.write(temp.resolve("会社.csv"), companies.getBytes(Charset.forName("windows-31j"))));
        page.setInputFiles("#right", Files.writeString(temp.resolve("人材.csv"), talents));
        page.locator("button[value=show]").click();
        page.waitForLoadState();
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
