package jp.readiness.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.ZipBomb;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bringing a file into a cohort, from the browser's side. */
@RunningServer
class UploadTest {

    private static final String GOOD = "会社名,participants\nA製作所,３名\nB食品,1\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private TestStaff staff;

    private Cohort cohort;
    private Visitor screener;

    @BeforeEach
    void make() {
        cohort = cohorts.create(
                Audit.SYSTEM,
                new Cohort.Plan("bootcamp", "2022", "取り込み", Optional.empty(), Origin.REAL, Optional.empty()));
        screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
    }

    private String page() {
        return "/staff/cohorts/" + cohort.id() + "/upload";
    }

    private HttpResponse<String> upload(String name, byte[] content) {
        return upload(screener, name, content);
    }

    private HttpResponse<String> upload(Visitor visitor, String name, byte[] content) {
        String key = visitor.get(page()).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        String query = key.length() < 200 ? "?_csrf=" + key : "";
        return visitor.send(visitor.request(page() + query)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() {
        return cohorts.members(cohort.id()).stream().map(Member::name).toList();
    }

    @Test
    void a_file_with_known_columns_is_taken_in_in_its_order() {
        HttpResponse<String> sent = upload("去年.csv", utf8(GOOD));
        assertThat(screener.get(screener.target(sent)).body()).contains("2件を取り込みました", "去年.csv");
        assertThat(names()).containsExactly("A製作所", "B食品");
        cohorts.judge(cohort);
        assertThat(cohorts.members(cohort.id())
                        .get(1)
                        .projection()
                        .orElseThrow()
                        .unmet())
                .isNotEmpty();
    }

    @Test
    void windows_31j_is_recognised() {
        upload("sjis.csv", GOOD.getBytes(Charset.forName("windows-31j")));
        assertThat(names()).containsExactly("A製作所", "B食品");
    }

    @Test
    void a_bad_row_is_explained_and_comes_back_as_a_file_to_be_corrected() {
        String result = screener.target(upload("bad.csv", utf8(GOOD + "C商店,たくさん\n")));
        assertThat(names()).containsExactly("A製作所", "B食品");
        assertThat(screener.get(result).body()).contains("取り込めなかった行: 1", "たくさん", "participants", ">4行目<");

        String rejects = screener.get(result + "/rejects.csv").body();
        assertThat(rejects).contains("C商店,たくさん", "取り込めない理由");
        String again = screener.target(upload("rejects.csv", utf8(rejects.replace("たくさん", "4"))));

        assertThat(screener.get(again).body()).contains("1件を取り込みました");
        assertThat(names()).containsExactly("A製作所", "B食品", "C商店");
        assertThat(screener.get(result + "/rejects.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void a_column_that_is_not_recognised_is_asked_about() {
        String mapping = screener.target(upload("own.csv", utf8("会社名,何人くらい\nA製作所,2\n")));
        assertThat(names()).isEmpty();
        String body = screener.get(mapping).body();
        assertThat(body).contains("何人くらい", "要確認", "name=\"column.1\"");

        screener.post(mapping, "column.0", "applicant", "column.1", "participants");

        assertThat(names()).containsExactly("A製作所");
        assertThat(screener.get(mapping).body()).contains("1件を取り込みました");
    }

    @Test
    void the_same_file_a_second_time_is_noticed_and_taken_in_only_if_one_insists() {
        upload("one.csv", utf8(GOOD));
        String again = screener.target(upload("two.csv", utf8(GOOD)));
        assertThat(names()).hasSize(2);
        assertThat(screener.get(again).body()).contains("同じファイルを、前に取り込んでいます", "それでも取り込む");

        screener.post(again, "column.0", "applicant", "column.1", "participants");
        screener.post(again, "column.0", "applicant", "column.1", "participants");

        assertThat(names()).hasSize(4);
    }

    @Test
    void what_is_no_table_is_refused_in_words_and_leaves_nothing() {
        for (byte[] content : List.of(utf8("%PDF-1.7"), new byte[0], new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 1, 2})) {
            HttpResponse<String> refused = upload("x.xlsx", content);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("取り込めませんでした");
        }
        assertThat(names()).isEmpty();
        assertThat(screener.get(page()).body()).doesNotContain("これまでのファイル");
    }

    @Test
    void a_file_that_is_too_large_is_refused_in_words() {
        for (int megabytes : List.of(9, 100)) {
            HttpResponse<String> refused = upload("large.csv", new byte[megabytes << 20]);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("送られた内容が大きすぎます", "ファイルを分けて");
        }
    }

    @Test
    void more_applicants_than_a_cohort_holds_are_refused_and_none_of_them_is_taken_in() {
        String rows = "x,1\n".repeat(Cohorts.MOST_MEMBERS);
        upload("some.csv", utf8(GOOD));

        HttpResponse<String> refused = upload("many.csv", utf8("会社名,participants\n" + rows));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("取り込めませんでした", "20,000件まで", "一括判定");
        assertThat(names()).hasSize(2);
    }

    @Test
    void a_zip_bomb_is_refused_in_words() throws IOException {
        HttpResponse<String> refused = upload("bomb.xlsx", ZipBomb.workbook());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("取り込めませんでした");
        assertThat(names()).isEmpty();
    }

    @Test
    void a_template_that_was_filled_in_is_taken_in_without_a_question() {
        String base = page().replace("/upload", "");
        assertThat(screener.get(base + "/template.xlsx").statusCode()).isEqualTo(200);
        String header = screener.get(base + "/template.csv").body().strip();
        String row =
                "ひな形の会社" + ",".repeat((int) header.chars().filter(c -> c == ',').count());

        String result = screener.target(upload("template.csv", utf8(header + "\n" + row + "\n")));

        assertThat(screener.get(result).body()).contains("1件を取り込みました");
        assertThat(names()).containsExactly("ひな形の会社");
    }

    @Test
    void only_those_who_screen_bring_files() {
        Visitor editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
        assertThat(editor.get(page()).statusCode()).isEqualTo(403);
        assertThat(upload(editor, "x.csv", utf8(GOOD)).statusCode()).isEqualTo(403);
        assertThat(names()).isEmpty();
    }
}
