package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.advice.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The result under both links, handing in and deleting, with the programmes that are shipped. */
@RunningServer
class ResultPagesTest {

    private static final String[] CONTACT = {
        "company", "A製作所", "person", "山田 太郎", "email", "yamada@example.jp", "phone", "", "message", "", "consent", "yes"
    };

    @LocalServerPort
    private int port;

    @Autowired
    private SheetStore store;

    private Visitor visitor;
    private String sheet;

    @BeforeEach
    void begin() {
        visitor = new Visitor(port);
        sheet = begin("lone-taster");
    }

    private String begin(String example) {
        return visitor.target(visitor.post("/programmes/bootcamp/sheets", "example", example));
    }

    private String token() {
        return sheet.substring("/sheets/".length());
    }

    private String viewLink() {
        return "/results/" + Tokens.viewToken(token());
    }

    @Test
    void a_firm_like_the_one_that_left_in_year_1_reads_what_is_missing_and_what_to_do() {
        String page = visitor.get(sheet + "/result").body();

        assertThat(page)
                .contains("まだ準備が必要です", "募集終了・参考", "まずすること", "較正されていない")
                .contains("<b class=\"evidence__answer\">1名</b>")
                .contains("(条件: 2名以上)")
                .contains("rel=\"noreferrer\"")
                .doesNotContain("??");
    }

    @Test
    void a_firm_that_meets_everything_is_told_that_it_is_ready() {
        assertThat(visitor.get(begin("ready-maker") + "/result").body()).contains("準備ができています", "すべて満たしています");
    }

    @Test
    void a_stage_of_support_and_another_programme_come_with_what_to_do_next() {
        String firm = visitor.target(
                visitor.post("/programmes/kitakyushu-user/sheets", "example", "bakery-at-the-beginning"));

        assertThat(visitor.get(firm + "/result").body())
                .contains("次の段階は専門家の派遣です", "経営者に、この講座の内容を見てもらいましょう。")
                .doesNotContain("見込み");
    }

    @Test
    void an_english_visitor_reads_english() {
        visitor.get(sheet + "/result?lang=en");

        assertThat(visitor.get(sheet + "/result").body())
                .contains("Not ready yet", "What to do first", "(required: at least 2 people)")
                .doesNotContain("??");
    }

    @Test
    void nobody_learns_the_names_of_rules() {
        assertThat(visitor.get(sheet + "/result").body()).doesNotContain("too-few-participants", "reason__rules");
    }

    @Test
    void the_owner_can_change_hand_in_and_delete() {
        assertThat(visitor.get(sheet + "/result").body())
                .contains("href=\"" + sheet + "\"")
                .contains("href=\"" + sheet + "/hand-in\"")
                .contains("href=\"" + sheet + "/delete\"")
                .contains("#q-participants\"")
                .contains(viewLink());
    }

    @Test
    void a_change_can_be_tried_without_losing_an_answer_and_then_be_kept() {
        String result = visitor.get(sheet + "/result").body();
        Matcher link = Pattern.compile("href=\"(" + sheet + "/try/[^\"]+)\"").matcher(result);
        assertThat(link.find()).isTrue();
        String trial = link.group(1);

        assertThat(visitor.get(trial).body())
                .contains("試算", "保存した回答は、まだ変わっていません。", "1名", "2名以上", "この回答にする")
                .doesNotContain("??", "/delete");
        assertThat(visitor.get(sheet + "/result").body()).contains("(条件: 2名以上)");

        assertThat(visitor.target(visitor.post(trial))).isEqualTo(sheet + "/result");
        assertThat(visitor.get(sheet + "/result").body())
                .contains("支援を受けながらの参加がおすすめです")
                .doesNotContain("まだ準備が必要です");
        assertThat(visitor.target(visitor.get(trial))).isEqualTo(sheet + "/result");
    }

    @Test
    void the_link_to_view_shows_the_same_advice_and_no_way_to_change_anything() {
        String page = visitor.get(viewLink()).body();

        assertThat(page).contains("まだ準備が必要です").doesNotContain(token(), "/sheets/");
        for (String way : List.of("", "/result", "/hand-in", "/handed-in", "/delete")) {
            assertThat(visitor.get("/sheets/" + Tokens.viewToken(token()) + way).statusCode())
                    .as(way)
                    .isEqualTo(404);
        }
        assertThat(visitor.post("/sheets/" + Tokens.viewToken(token()) + "/hand-in", CONTACT)
                        .statusCode())
                .isEqualTo(404);
        visitor.post("/sheets/" + Tokens.viewToken(token()) + "/delete");
        assertThat(visitor.get(sheet + "/result").statusCode()).isEqualTo(200);
    }

    @Test
    void an_edit_link_opens_no_view() {
        assertThat(visitor.get("/results/" + token()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAAAAAAAAAAAAAAAAAAAA", "%F0%9F%98%80", "'or'1'='1"})
    void a_wrong_key_is_a_page_that_is_not_there(String token) {
        assertThat(visitor.get("/sheets/" + token + "/result").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/results/" + token).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/sheets/" + token + "/hand-in").statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_is_kept_by_nobody_and_passed_on_to_nobody() {
        HttpResponse<String> page = visitor.get(sheet + "/result");

        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body())
                .contains("<meta name=\"robots\" content=\"noindex\"")
                .doesNotContain("style=");
    }

    @Test
    void the_advice_is_kept_once_for_the_same_answers() {
        visitor.get(sheet + "/result");
        visitor.get(sheet + "/result");

        Sheet stored = store.byEditToken(token()).orElseThrow();
        StoredAssessment kept = store.latest(stored.id()).orElseThrow();
        assertThat(kept.sequence()).isEqualTo(1);
        assertThat(AssessmentJson.read(kept.result()).verdict()).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void handing_in_leads_to_a_confirmation_that_can_be_reloaded_and_handing_in_again_replaces() {
        HttpResponse<String> sent = visitor.post(sheet + "/hand-in", CONTACT);

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(visitor.target(sent)).isEqualTo(sheet + "/handed-in");
        assertThat(visitor.get(sheet + "/handed-in").body()).contains("提出しました", "A製作所");
        assertThat(visitor.get(sheet + "/result").body()).contains("提出した内容を直す");
        assertThat(visitor.get(sheet + "/hand-in").body()).contains("value=\"A製作所\"");

        visitor.post(
                sheet + "/hand-in",
                "company",
                "B製作所",
                "person",
                "佐藤",
                "email",
                "ｂ＠example.jp",
                "phone",
                "０３ー１２３４",
                "consent",
                "yes");

        HandedIn handedIn =
                store.handedIn(store.byEditToken(token()).orElseThrow().id()).orElseThrow();
        assertThat(handedIn.contact()).isEqualTo(new Contact("B製作所", "佐藤", "b@example.jp", "03-1234", ""));
    }

    @Test
    void nothing_is_handed_in_while_something_is_missing_and_what_was_typed_stays() {
        HttpResponse<String> page = visitor.post(
                sheet + "/hand-in", "company", "A製作所", "person", " ", "email", "yamada", "message", "一行目\r\n二行目");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("直していただきたい箇所が3か所あります")
                .contains("href=\"#hand-in-person\"", "href=\"#hand-in-email\"", "href=\"#hand-in-consent\"")
                .contains("value=\"A製作所\"", "value=\"yamada\"", "一行目\n二行目")
                .doesNotContain("href=\"#hand-in-company\"");
        assertThat(visitor.target(visitor.get(sheet + "/handed-in"))).isEqualTo(sheet + "/hand-in");
    }

    @Test
    void switching_the_language_keeps_what_was_typed_and_hands_nothing_in() {
        HttpResponse<String> page = visitor.post(sheet + "/hand-in", "company", "A製作所", "consent", "yes", "lang", "en");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Hand in to the office", "value=\"A製作所\"", "checked");
        assertThat(visitor.target(visitor.get(sheet + "/handed-in"))).isEqualTo(sheet + "/hand-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "𠮷野家 🍣", "O'Brien & \"Söhne\""
            })
    void names_are_kept_as_typed_and_shown_as_text(String name) {
        visitor.post(
                sheet + "/hand-in",
                "company",
                name,
                "person",
                name,
                "email",
                "a@example.jp",
                "message",
                name,
                "consent",
                "yes");

        HandedIn handedIn =
                store.handedIn(store.byEditToken(token()).orElseThrow().id()).orElseThrow();
        assertThat(handedIn.contact().company()).isEqualTo(name);
        for (String page : List.of("/handed-in", "/hand-in")) {
            String shown = visitor.get(sheet + page).body();
            assertThat(shown).doesNotContain("<script>alert", "<img src=x");
            assertThat(shown.replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&"))
                    .contains(name);
        }
    }

    @Test
    void a_text_that_is_too_long_is_refused_with_its_length() {
        HttpResponse<String> page = visitor.post(
                sheet + "/hand-in",
                "company",
                "あ".repeat(201),
                "person",
                "a",
                "email",
                "a@example.jp",
                "consent",
                "yes");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("200文字までです。いまは201文字です。");
    }

    @Test
    void a_character_that_no_database_takes_is_refused() {
        HttpResponse<String> page = visitor.post(
                sheet + "/hand-in", "company", "A\u0000", "person", "a", "email", "a@example.jp", "consent", "yes");

        assertThat(page.statusCode()).isEqualTo(422);
    }

    @Test
    void deleting_asks_first_and_then_everything_is_gone() {
        visitor.get(sheet + "/result");
        visitor.post(sheet + "/hand-in", CONTACT);
        Sheet stored = store.byEditToken(token()).orElseThrow();

        assertThat(visitor.get(sheet + "/delete").body()).contains("回答と結果を削除しますか", "連絡先も消えます");
        assertThat(store.byEditToken(token())).isPresent();
        HttpResponse<String> first = visitor.post(sheet + "/delete");
        HttpResponse<String> second = visitor.post(sheet + "/delete");

        assertThat(List.of(visitor.target(first), visitor.target(second)))
                .containsExactly("/sheets/deleted", "/sheets/deleted");
        assertThat(visitor.get("/sheets/deleted").body()).contains("削除しました");
        for (String page : List.of(sheet, sheet + "/result", sheet + "/hand-in", viewLink())) {
            HttpResponse<String> gone = visitor.get(page);
            assertThat(gone.statusCode()).as(page).isEqualTo(404);
            assertThat(gone.body()).contains("削除されたようです");
        }
        assertThat(store.latest(stored.id())).isEmpty();
        assertThat(store.handedIn(stored.id())).isEmpty();
    }
}
