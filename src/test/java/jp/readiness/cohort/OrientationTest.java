package jp.readiness.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Handing in under the short address of a cohort, as phones in a room do it. */
@RunningServer
class OrientationTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Cohorts cohorts;

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
    void the_screen_shows_address_and_code_and_lets_nobody_see_a_name() {
        takePart("秘密の会社");
        String screen = screener.get(page("/screen")).body();
        assertThat(screen).contains(address(), "<path fill=\"#000\"", ">1</b>").doesNotContain("秘密の会社", "山田");
        assertThat(new Visitor(port).get(address()).body()).doesNotContain("秘密の会社");
    }
}
