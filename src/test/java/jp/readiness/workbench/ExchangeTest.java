package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.folder.RulesArchive;
import jp.readiness.library.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Editions out as ZIP and in as drafts. */
@WorkbenchServer
class ExchangeTest {

    private static final String PAGE = "/staff/workbench/exchange";

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private DraftSteps steps;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Library library;

    @Autowired
    private Audit audit;

    private Visitor editor;

    @BeforeEach
    void logIn() {
        steps.clear();
        editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
    }

    private HttpResponse<String> take(Visitor visitor, byte[] zip) {
        String key = visitor.get(PAGE).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rules.zip\"\r\nContent-Type: application/zip\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(zip);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        String query = key.length() < 200 ? "?_csrf=" + key : "";
        return visitor.send(visitor.request("/staff/workbench/import" + query)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static byte[] zip(SortedMap<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RulesArchive.write(files, out);
        return out.toByteArray();
    }

    private byte[] download(String path) {
        try {
            HttpResponse<byte[]> response =
                    editor.client().send(editor.request(path).GET().build(), BodyHandlers.ofByteArray());
            assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
            assertThat(response.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(value -> assertThat(value).contains("attachment", ".zip"));
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_goes_out_comes_in_as_what_is_live_already() throws IOException {
        byte[] zip = download("/staff/workbench/export");
        assertThat(RulesArchive.read(new ByteArrayInputStream(zip)).editions())
                .containsOnlyKeys("camp/2021", "camp/2022");
        assertThat(audit.newest(1).get(0).action()).isEqualTo("RULES_EXPORTED");
        assertThat(take(editor, zip).body()).contains("2個の年度版を読みました", "公開中の版と同じ内容です");
        assertThat(drafts.open()).isEmpty();
    }

    @Test
    void a_changed_edition_and_a_new_programme_become_drafts_that_judge_nobody() throws IOException {
        String live = steps.live();
        SortedMap<String, String> files = new TreeMap<>();
        library.files("camp", "2022", live).orElseThrow().forEach((name, text) -> {
            String path = name.equals("questions.yaml") ? name : "camp/2022/" + name;
            files.put(path, text.replace("value: 2", "value: 3"));
            files.put(path.replace("camp/2022", "new-camp/2022"), text);
        });
        files.put("README.md", "words");

        HttpResponse<String> page = take(editor, zip(files));

        assertThat(page.body()).contains("下書きを作りました。", "誤り1", "README.md");
        assertThat(drafts.open()).extracting(Draft::name).containsExactlyInAnyOrder("camp/2022", "new-camp/2022");
        assertThat(steps.live()).isEqualTo(live);
        for (Draft draft : drafts.open()) {
            assertThat(editor.get(DraftSteps.address(draft)).body()).contains("取り込んだファイルから作られた下書きです");
        }
    }

    @Test
    void a_new_programme_is_published_and_judges() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        library.files("camp", "2022", steps.live())
                .orElseThrow()
                .forEach((name, text) ->
                        files.put(name.equals("questions.yaml") ? name : "fresh-camp/2022/" + name, text));
        take(editor, zip(files));
        Draft draft = drafts.open().get(0);
        Visitor approver = staff.loggedIn(new Visitor(port), Role.POLICY_APPROVER);
        steps.publish(editor, approver, draft);
        assertThat(library.edition("fresh-camp", "2022")).isPresent();
        assertThat(editor.get("/staff/workbench").body()).contains("fresh-camp/2022");
    }

    @Test
    void a_zip_that_cannot_be_used_is_refused_in_words_and_nothing_changes() throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        files.put("../camp/2022/programme.yaml", "title: x");
        for (byte[] bad : List.of(zip(files), "no zip".getBytes(StandardCharsets.UTF_8), new byte[0])) {
            assertThat(take(editor, bad).body()).contains("このファイルは使えませんでした", "何も変わっていません");
        }
        assertThat(drafts.open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void policy_staff_and_administrators_export_and_editors_alone_import(Role role) throws IOException {
        Visitor visitor = staff.loggedIn(new Visitor(port), role);
        int reads = role == Role.SCREENER ? 403 : 200;
        assertThat(visitor.get(PAGE).statusCode()).isEqualTo(reads);
        assertThat(visitor.get("/staff/workbench/camp/2022/export").statusCode())
                .isEqualTo(reads);
        assertThat(visitor.get("/staff/workbench/export").statusCode()).isEqualTo(reads);
        assertThat(visitor.get("/staff/workbench/camp/1999/export").statusCode())
                .isEqualTo(reads == 200 ? 404 : 403);
        visitor.get("/staff/password");
        assertThat(visitor.post("/staff/workbench/import").statusCode())
                .isEqualTo(role == Role.POLICY_EDITOR ? 200 : 403);
    }
}
