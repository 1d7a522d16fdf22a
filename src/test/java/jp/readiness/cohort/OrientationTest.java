package jp.readiness.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.readiness.RunningServer;
import jp.readiness.SettableClock;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.programme.Answers;
import jp.readiness.screening.AnswerSheets;
import jp.readiness.screening.AnswerSheets.NewSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Handing in under the short address of a cohort, as phones in a room do it. */
@RunningServer
class OrientationTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private AnswerSheets sheets;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TestStaff staff;

    @Autowired
    private SettableClock clock;

    private Cohort cohort;
    private Visitor screener;

    @BeforeEach
    void open() {
        cohort = cohorts.create(
                Audit.SYSTEM,
                new Cohort.Plan(
                        "bootcamp",
                        "2022",
                        "説明会 " + UUID.randomUUID(),
                        Optional.empty(),
                        Origin.REAL,
                        Optional.empty()));
        screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
        screener.get(page("/hand-in"));
        screener.post(page("/hand-in"), "hours", "3");
    }

    private String page(String path) {
        return "/staff/cohorts/" + cohort.id() + path;
    }

    private String address() {
        return "/c/"
                + cohorts.find(cohort.id()).orElseThrow().handIn().orElseThrow().code();
    }

    /** Begins, hands in, and gives the status of each step. */
    private List<Integer> takePart(String company) {
        Visitor phone = new Visitor(port);
        HttpResponse<String> welcome = phone.get(address());
        HttpResponse<String> begun = phone.postWithout(address());
        String sheet = phone.target(begun);
        HttpResponse<String> handedIn = phone.postWithout(
                sheet + "/hand-in", "company", company, "person", "山田", "email", "a@example.jp", "consent", "yes");
        return List.of(welcome.statusCode(), begun.statusCode(), handedIn.statusCode());
    }

    @Test
    void thirty_phones_at_once_from_one_address_are_all_in_the_cohort() throws Exception {
        ExecutorService phones = Executors.newFixedThreadPool(30);
        try {
            List<Future<List<Integer>>> all = IntStream.rangeClosed(1, 30)
                    .mapToObj(i -> phones.submit(() -> takePart("会社 %02d".formatted(i))))
                    .toList();
            for (Future<List<Integer>> each : all) {
                assertThat(each.get()).containsExactly(200, 303, 303);
            }
        } finally {
            phones.shutdown();
        }

        assertThat(cohorts.members(cohort.id()))
                .extracting(Member::name)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 30)
                        .mapToObj("会社 %02d"::formatted)
                        .toList());
        assertThat(screener.get(page("")).body()).contains("会社 01", "会社 30").containsPattern("提出で加わった</dt><dd>30件");
    }

    @Test
    void the_page_tells_of_news_only_when_there_are_any_and_stops_asking_at_the_end() {
        String before = screener.get(page("")).body();
        String news = before.replaceAll("(?s).*hx-get=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(screener.get(news).statusCode()).isEqualTo(204);

        takePart("新しい会社");

        HttpResponse<String> arrived = screener.get(news);
        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.body()).contains("新しい会社").doesNotContain("<html");
        clock.pass(Duration.ofHours(4));
        HttpResponse<String> last = screener.get(news);
        assertThat(last.statusCode()).isEqualTo(286);
        assertThat(last.body()).doesNotContain("hx-get");
    }

    @Test
    void what_is_not_handed_in_is_nobodys_business() {
        Visitor phone = new Visitor(port);
        phone.postWithout(address());
        assertThat(cohorts.members(cohort.id())).isEmpty();
    }

    @Test
    void handing_in_twice_is_one_member() {
        Visitor phone = new Visitor(port);
        String sheet = phone.target(phone.postWithout(address()));
        for (String company : List.of("前の名前", "後の名前")) {
            phone.postWithout(
                    sheet + "/hand-in", "company", company, "person", "山田", "email", "a@example.jp", "consent", "yes");
        }
        assertThat(cohorts.members(cohort.id())).extracting(Member::name).containsExactly("後の名前");
    }

    @Test
    void an_expired_address_begins_nothing_but_who_began_in_time_may_hand_in() {
        Visitor early = new Visitor(port);
        String sheet = early.target(early.postWithout(address()));
        clock.pass(Duration.ofHours(4));

        HttpResponse<String> late = new Visitor(port).postWithout(address());
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("受け付けは終わりました");
        early.postWithout(
                sheet + "/hand-in", "company", "早い会社", "person", "山田", "email", "a@example.jp", "consent", "yes");
        assertThat(cohorts.members(cohort.id())).extracting(Member::name).containsExactly("早い会社");
    }

    @Test
    void staff_close_it_and_open_it_again_under_another_code() {
        String before = address();
        screener.get(page("/hand-in"));
        screener.post(page("/hand-in/close"));
        assertThat(new Visitor(port).get(before).statusCode()).isEqualTo(410);
        screener.get(page("/hand-in"));
        screener.post(page("/hand-in"), "hours", "1");
        assertThat(address()).isNotEqualTo(before);
        assertThat(new Visitor(port).get(before).statusCode()).isEqualTo(404);
    }

    @Test
    void a_code_may_be_typed_small_and_full_width_and_a_wrong_one_leads_nowhere() {
        Visitor phone = new Visitor(port);
        assertThat(phone.get(address().toLowerCase(Locale.ROOT)).statusCode()).isEqualTo(200);
        assertThat(phone.get("/c/ZZZZZZZ").statusCode()).isEqualTo(404);
        assertThat(phone.postWithout("/c/2222222").statusCode()).isEqualTo(404);
    }

    @Test
    void who_has_no_camera_types_the_code_in() {
        Visitor phone = new Visitor(port);
        String code = address().substring(3);
        assertThat(phone.get("/").body()).contains("href=\"/c\"");
        assertThat(phone.get("/c").body()).contains("会場の画面に出ているコード", "name=\"code\"");

        String spaced = code.toLowerCase(Locale.ROOT).substring(0, 3) + "%20" + code.substring(3);
        assertThat(phone.target(phone.get("/c?code=" + spaced))).isEqualTo(address());

        HttpResponse<String> wrong = phone.get("/c?code=%3Cb%3E2222222");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body()).contains("このコードの説明会はありません", "&lt;b&gt;2222222");
    }

    @Test
    void the_form_names_the_orientation_that_it_goes_to() {
        Visitor phone = new Visitor(port);
        String sheet = phone.target(phone.postWithout(address()));
        assertThat(phone.get(sheet + "/hand-in").body()).contains("加わる説明会", cohort.name());

        Visitor other = new Visitor(port);
        String alone =
                other.target(other.postWithout("/programmes/bootcamp/sheets")).replaceAll("^(/sheets/[^/?;]+).*", "$1");
        assertThat(other.get(alone + "/hand-in").body()).doesNotContain("加わる説明会", cohort.name());
    }

    /** What is counted is the cohort, not the address. */
    @Test
    void more_than_a_full_hall_in_a_minute_is_asked_to_wait_and_other_halls_are_not() {
        Visitor crowd = new Visitor(port);
        String full = address();
        int begun = 0;
        HttpResponse<String> late = crowd.postWithout(full);
        while (late.statusCode() == 303 && begun < 2 * Orientation.BEGUN_PER_MINUTE) {
            begun++;
            late = crowd.postWithout(full);
        }

        assertThat(begun).isGreaterThanOrEqualTo(Orientation.BEGUN_PER_MINUTE);
        assertThat(late.statusCode()).isEqualTo(429);
        assertThat(late.body()).contains("少し時間をおいてから");
        open();
        assertThat(crowd.postWithout(address()).statusCode()).isEqualTo(303);
    }

    @Test
    void a_code_serves_no_more_than_its_limit_however_slowly() {
        NewSheet empty = new NewSheet(Answers.NONE, Optional.empty());
        List<UUID> begun = sheets.addAll("bootcamp", "2022", Collections.nCopies(Orientation.MOST_BEGUN - 1, empty));
        jdbc.batchUpdate(
                "insert into cohort_guest (sheet_id, cohort_id, begun_at) values (?, ?, current_timestamp)",
                begun.stream().map(sheet -> new Object[] {sheet, cohort.id()}).toList());

        assertThat(new Visitor(port).postWithout(address()).statusCode()).isEqualTo(303);
        assertThat(new Visitor(port).postWithout(address()).statusCode()).isEqualTo(429);
    }

    @Test
    void the_screen_shows_address_and_code_and_lets_nobody_see_a_name() {
        takePart("秘密の会社");
        String screen = screener.get(page("/screen")).body();
        assertThat(screen).contains(address(), "<path fill=\"#000\"", ">1</b>").doesNotContain("秘密の会社", "山田");
        assertThat(new Visitor(port).get(address()).body()).doesNotContain("秘密の会社");
    }
}
