package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.readiness.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form over HTTP, as a browser without scripts uses it. */
@SmallServer
class FormTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SheetStore store;

    private Visitor visitor;
    private String token;
    private String team;

    @BeforeEach
    void begin() {
        visitor = new Visitor(port);
        HttpResponse<String> begun = visitor.postWithout("/programmes/camp/sheets");
        assertThat(begun.statusCode()).isEqualTo(303);
        token = visitor.target(begun).substring("/sheets/".length());
        team = "/sheets/" + token + "/questions/team";
    }

    private Sheet sheet() {
        return store.byEditToken(token).orElseThrow();
    }

    private Map<String, Object> values() {
        return sheet().values();
    }

    @Test
    void begins_at_the_first_section_and_takes_up_where_something_is_left() {
        assertThat(visitor.target(visitor.get("/sheets/" + token))).endsWith("/questions/about");

        visitor.postWithout("/sheets/" + token + "/questions/about", "a.applicantKind", "COMPANY", "go", "next");

        assertThat(visitor.target(visitor.get("/sheets/" + token))).endsWith("/questions/team");
    }

    @Test
    void answers_of_every_kind_are_stored_and_shown_again() {
        HttpResponse<String> sent = visitor.postWithout(
                team,
                "a.participants",
                "３",
                "a.hasData",
                "true",
                "a.share",
                "０．５",
                "a.tools",
                "EXCEL",
                "a.tools",
                "BI",
                "a.note",
                "𠮷野 \"<script>alert(1)</script>\" 😀",
                "go",
                "next");

        assertThat(visitor.target(sent)).endsWith("/sheets/" + token + "/result");
        assertThat(values())
                .containsEntry("participants", 3L)
                .containsEntry("hasData", true)
                .containsEntry("tools", List.of("BI", "EXCEL"));
        String page = visitor.get(team).body();
        assertThat(page)
                .contains("name=\"a.participants\" value=\"3\"", "name=\"a.share\" value=\"0.5\"")
                .contains("𠮷野 &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot; 😀")
                .doesNotContain("<script>alert");
    }

    @Test
    void who_meets_every_condition_is_told_while_it_is_open_whom_the_programme_is_for() {
        visitor.postWithout(team, "a.participants", "3");
        assertThat(visitor.get("/sheets/" + token + "/result").body())
                .contains("準備ができています", "「申込者の種類」が未回答なので、この支援の対象かどうかはまだ分かりません");

        visitor.postWithout("/sheets/" + token + "/questions/about", "a.applicantKind", "COMPANY");
        assertThat(visitor.get("/sheets/" + token + "/result").body())
                .contains("準備ができています")
                .doesNotContain("対象かどうかはまだ分かりません");
    }

    @Test
    void not_knowing_and_none_of_these_are_answers_that_stay() {
        visitor.postWithout(team, "a.participants", "?", "a.tools", "-none-", "go", "next");

        assertThat(values()).containsEntry("tools", List.of()).doesNotContainKey("participants");
        assertThat(sheet().unsure()).containsExactly("participants");
        assertThat(visitor.get(team).body())
                .containsPattern("name=\"a.participants\" value=\"\\?\" checked")
                .containsPattern("name=\"a.tools\" value=\"-none-\" checked");
    }

    @Test
    void what_cannot_be_read_is_shown_with_the_reason_while_the_rest_is_saved() {
        visitor.postWithout(team, "a.participants", "2");
        HttpResponse<String> sent = visitor.postWithout(
                team, "a.participants", "三、四人くらい", "was.participants", "2", "a.hasData", "false", "go", "next");

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(visitor.target(sent)).endsWith("/questions/team");
        assertThat(values()).containsEntry("participants", 2L).containsEntry("hasData", false);
        String page = visitor.get(team).body();
        assertThat(page)
                .contains("<title>エラー: ", "1か所、直していただきたいところがあります")
                .contains("href=\"#q-participants-in\"", "value=\"三、四人くらい\"", "aria-invalid=\"true\"", "＊")
                .contains("aria-describedby=\"q-participants-error\"", "前の回答「2名」を使います");

        visitor.postWithout(
                team,
                "a.participants",
                "4",
                "was.participants",
                "三、四人くらい",
                "a.hasData",
                "false",
                "was.hasData",
                "false");
        assertThat(values()).containsEntry("participants", 4L);
        assertThat(sheet().unread()).isEmpty();
    }

    @Test
    void a_number_out_of_bounds_is_refused_with_the_bounds() {
        visitor.postWithout(team, "a.participants", "51", "a.share", "-0.1");

        assertThat(values()).isEmpty();
        assertThat(visitor.get(team).body()).contains("2か所", "50", "value=\"51\"", "value=\"-0.1\"");
    }

    @Test
    void a_page_sent_twice_or_late_undoes_nothing() {
        visitor.postWithout(team, "a.participants", "2", "go", "next");
        visitor.postWithout(team, "a.participants", "2", "go", "next");
        assertThat(values()).containsEntry("participants", 2L);
        visitor.postWithout(team, "a.participants", "5", "was.participants", "2");

        // an old window, opened when there were 2, sent for another question
        visitor.postWithout(team, "a.participants", "2", "was.participants", "2", "a.hasData", "true");

        assertThat(values()).containsEntry("participants", 5L).containsEntry("hasData", true);
    }

    @Test
    void a_text_can_be_taken_back() {
        visitor.postWithout(team, "a.note", "x", "a.tools", "BI");
        visitor.postWithout(team, "a.note", "", "was.note", "x", "was.tools", "BI");

        assertThat(values()).isEmpty();
    }

    @Test
    void a_number_and_not_knowing_ticked_together_mean_what_was_added_last() {
        visitor.postWithout(team, "a.participants", "?");
        visitor.postWithout(team, "a.participants", "3", "a.participants", "?", "was.participants", "?");
        assertThat(values()).containsEntry("participants", 3L);

        visitor.postWithout(team, "a.participants", "3", "a.participants", "?", "was.participants", "3");
        assertThat(values()).isEmpty();
        assertThat(sheet().unsure()).containsExactly("participants");
    }

    @Test
    void options_and_none_of_these_chosen_at_once_are_asked_about() {
        visitor.postWithout(team, "a.tools", "BI", "a.tools", "-none-");

        assertThat(values()).isEmpty();
        assertThat(sheet().unread()).containsKey("tools");
        assertThat(visitor.get(team).body()).contains("同時に選べません");
    }

    @Test
    void two_windows_at_once_lose_nothing() throws Exception {
        ExecutorService windows = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> sent = IntStream.range(0, 32)
                    .<Callable<Integer>>mapToObj(i -> () -> new Visitor(port)
                            .postWithout(team, i % 2 == 0 ? "a.participants" : "a.share", i % 2 == 0 ? "7" : "0.7")
                            .statusCode())
                    .toList();
            for (Future<Integer> one : windows.invokeAll(sent)) {
                assertThat(one.get()).isEqualTo(303);
            }
        } finally {
            windows.shutdown();
        }
        assertThat(values()).containsOnlyKeys("participants", "share");
    }

    @Test
    void what_is_no_question_here_is_left_aside() {
        HttpResponse<String> sent = visitor.postWithout(
                team,
                "a.nothing",
                "1",
                "a.applicantKind",
                "COMPANY",
                "x",
                "y",
                "a.hasData",
                "true",
                "go",
                "section:nowhere");

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(values()).containsOnlyKeys("hasData");
        assertThat(visitor.target(sent)).endsWith("/questions/team");
    }

    @ParameterizedTest
    @ValueSource(ints = {4_001, 100_000, 1_000_000})
    void a_text_far_too_long_is_refused_and_nothing_of_the_page_is_stored(int length) {
        HttpResponse<String> sent = visitor.postWithout(team, "a.hasData", "true", "a.note", "長".repeat(length));

        assertThat(sent.statusCode()).isEqualTo(413);
        assertThat(sent.body()).contains("大きすぎます").doesNotContain("Exception");
        assertThat(values()).isEmpty();
    }

    @Test
    void an_option_nobody_offered_is_no_answer() {
        visitor.postWithout(team, "a.hasData", "perhaps", "a.tools", "<b>");

        assertThat(values()).isEmpty();
        assertThat(visitor.get(team).body()).contains("2か所").doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sheets/x", "/sheets/AAAAAAAAAAAAAAAAAAAAAA", "/sheets/AAAAAAAAAAAAAAAAAAAAAA/questions/team",
                "/sheets/%27%20or%201=1/questions/team", "/sheets/%F0%9F%98%80", "/programmes/%3Cscript%3E"
            })
    void a_wrong_key_is_told_the_same_whatever_is_wrong_with_it(String path) {
        HttpResponse<String> page = visitor.get(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("ページが見つかりません").doesNotContain("<script>alert", "1=1");
    }

    @Test
    void a_section_that_is_not_there_and_a_key_to_view_open_no_form() {
        assertThat(visitor.get("/sheets/" + token + "/questions/nowhere").statusCode())
                .isEqualTo(404);
        assertThat(visitor.postWithout("/sheets/" + token + "/questions/nowhere", "a.hasData", "true")
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/sheets/" + Tokens.viewToken(token)).statusCode())
                .isEqualTo(404);
        assertThat(values()).isEmpty();
    }

    @Test
    void the_language_changes_without_losing_what_is_typed() {
        HttpResponse<String> sent = visitor.postWithout(team, "a.participants", "2", "a.note", "x", "lang", "en");

        assertThat(visitor.target(sent)).endsWith("/questions/team");
        assertThat(visitor.get(team).body()).contains("<html lang=\"en\"", "Participants", "value=\"2\"");
    }

    @Test
    void the_buttons_lead_where_they_say() {
        String about = "/sheets/" + token + "/questions/about";
        assertThat(visitor.target(visitor.postWithout(team, "go", "back"))).endsWith("/questions/about");
        assertThat(visitor.target(visitor.postWithout(about, "go", "back"))).endsWith("/questions/about");
        assertThat(visitor.target(visitor.postWithout(about, "go", "section:team")))
                .endsWith("/questions/team");
        assertThat(visitor.target(visitor.postWithout(about, "go", "question:participants")))
                .endsWith("/questions/team#q-participants");
        assertThat(visitor.target(visitor.postWithout(about, "go", "result"))).endsWith("/result");
    }

    @Test
    void after_the_last_section_a_bad_answer_elsewhere_comes_before_the_result() {
        visitor.postWithout("/sheets/" + token + "/questions/about", "a.applicantKind", "NOBODY", "go", "section:team");

        assertThat(visitor.target(visitor.postWithout(team, "go", "next"))).endsWith("/questions/about");
    }

    @Test
    void an_example_that_is_not_there_starts_nothing() {
        assertThat(visitor.postWithout("/programmes/camp/sheets", "example", "nowhere")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_estimate_counts_conditions_and_names_the_next_question() {
        assertThat(visitor.get(team).body()).contains("1つのうち満たす0、未達0、未確認1", "question:applicantKind");

        visitor.postWithout(team, "a.participants", "1", "a.hasData", "false");

        assertThat(visitor.get(team).body()).contains("1つのうち満たす0、未達1、未確認0", "高い");
    }
}
