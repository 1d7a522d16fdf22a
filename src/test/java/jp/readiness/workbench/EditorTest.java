package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.library.Library;
import jp.readiness.workbench.Draft.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the editor asks the server for while somebody types. */
@WorkbenchServer
class EditorTest {

    private static final Pattern KEY = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Library library;

    @Autowired
    private Drafts drafts;

    private Draft draft;

    @BeforeEach
    void begin() {
        String live = library.edition("camp", "2022").orElseThrow().edition().version();
        SortedMap<String, String> files = library.files("camp", "2022", live).orElseThrow();
        draft = drafts.make("system", "camp", "2022", Optional.of(live), Origin.ONLINE, files);
    }

    @AfterEach
    void discard() {
        if (drafts.find(draft.id()).orElseThrow().isEditable()) {
            drafts.discard("system", draft.id());
        }
    }

    private Visitor loggedIn(Role role) {
        return staff.loggedIn(new Visitor(port), role);
    }

    private String page() {
        return "/staff/drafts/" + draft.id();
    }

    private String editor(String file) {
        return page() + "/editor/" + file;
    }

    private String rules() {
        return text(DraftFile.RULES);
    }

    private String text(String file) {
        return drafts.texts(draft).getOrDefault(file, "");
    }

    private HttpResponse<String> send(Visitor visitor, String path, String text) {
        Matcher key = KEY.matcher(visitor.get("/staff/password").body());
        assertThat(key.find()).isTrue();
        return send(visitor, path, text, key.group(1));
    }

    private static HttpResponse<String> send(Visitor visitor, String path, String text, String key) {
        return visitor.send(HttpRequest.newBuilder(visitor.request(path).build(), (name, value) -> true)
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("X-CSRF-TOKEN", key)
                .POST(BodyPublishers.ofString(text))
                .build());
    }

    @Test
    void a_mistake_comes_back_with_its_place_and_what_to_put_there_and_nothing_is_saved() {
        Visitor visitor = loggedIn(Role.POLICY_EDITOR);
        String before = rules();
        HttpResponse<String> answer =
                send(visitor, editor("rules.drl") + "/problems", before.replace("participants <", "particpants <"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"line\":3", "\"column\":16", "\"replacement\":\"participants\"", "\"rules.drl\":1");
        assertThat(rules()).isEqualTo(before);
    }

    @Test
    void scenarios_come_back_at_their_lines_with_what_came_out_instead() {
        Visitor visitor = loggedIn(Role.POLICY_EDITOR);
        String scenarios = text(DraftFile.SCENARIOS).replace("READY,", "READY_WITH_SUPPORT,");
        HttpResponse<String> answer = send(visitor, editor("scenarios.yaml") + "/problems", scenarios);
        assertThat(answer.body())
                .contains("\"line\":1,\"passed\":false,\"instead\":\"判定は READY_WITH_SUPPORT のはずが READY でした。")
                .contains("\"line\":4,\"passed\":true");
    }

    @Test
    void a_text_is_saved_once_and_a_late_one_is_not_put_over_it() {
        Visitor visitor = loggedIn(Role.POLICY_EDITOR);
        String first = rules() + "// first\n";
        assertThat(send(visitor, editor("rules.drl") + "/text?revision=1", first)
                        .body())
                .contains("\"saved\":true", "\"revision\":2");
        HttpResponse<String> late = send(visitor, editor("rules.drl") + "/text?revision=1", rules() + "// late\n");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(rules()).isEqualTo(first);
    }

    @Test
    void names_come_with_their_labels_in_both_languages() {
        assertThat(loggedIn(Role.POLICY_APPROVER)
                        .get(editor("rules.drl") + "/start")
                        .body())
                .contains(
                        "\"name\":\"participants\"",
                        "\"label\":\"参加人数\"",
                        "\"other\":\"Participants\"",
                        "\"name\":\"Tools.BI\"",
                        "\"call\":\"signal\"");
    }

    @Test
    void editors_of_one_draft_hear_of_each_other() {
        Visitor one = loggedIn(Role.POLICY_EDITOR);
        one.get(editor("rules.drl") + "/around");
        assertThat(loggedIn(Role.POLICY_EDITOR)
                        .get(editor("programme.yaml") + "/around")
                        .body())
                .contains("member-", "(rules.drl)");
    }

    @Test
    void what_is_too_long_is_refused_with_the_reason() {
        Visitor visitor = loggedIn(Role.POLICY_EDITOR);
        for (String what : new String[] {"/problems", "/text?revision=1"}) {
            for (int length : new int[] {DraftFile.LONGEST + 1, 4 * DraftFile.LONGEST}) {
                HttpResponse<String> answer = send(visitor, editor("rules.drl") + what, "/".repeat(length));
                assertThat(answer.statusCode()).as(what).isEqualTo(413);
                assertThat(answer.body()).contains("ファイルが長すぎます");
            }
        }
    }

    @Test
    void a_text_that_is_longer_than_any_so_far_can_be_saved_without_scripts_too() {
        Visitor visitor = loggedIn(Role.POLICY_EDITOR);
        String page = visitor.get(page()).body();
        assertThat(page).contains("enctype=\"multipart/form-data\"");
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        String text = "// " + "長".repeat(80_000);
        String body = part("_csrf", key.group(1)) + part("revision", "1") + part("text", text) + "--X--\r\n";
        HttpResponse<String> answer = visitor.send(visitor.request(page() + "/files/rules.drl")
                .header("Content-Type", "multipart/form-data; boundary=X")
                .POST(BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(rules()).isEqualTo(text);
    }

    private static String part(String name, String value) {
        return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void a_request_without_the_key_of_the_form_is_refused() {
        Visitor visitor = loggedIn(Role.POLICY_EDITOR);
        for (String what : new String[] {"/problems", "/text?revision=1"}) {
            assertThat(send(visitor, editor("rules.drl") + what, "// x", "").statusCode())
                    .isNotEqualTo(200);
        }
        assertThat(rules()).doesNotContain("// x");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = Mode.EXCLUDE, names = "POLICY_EDITOR")
    void who_may_not_write_neither_saves_nor_has_texts_checked(Role role) {
        Visitor visitor = loggedIn(role);
        for (String what : new String[] {"/problems", "/text?revision=1"}) {
            assertThat(send(visitor, editor("rules.drl") + what, "// x").statusCode())
                    .isEqualTo(403);
        }
        assertThat(rules()).doesNotContain("// x");
    }

    @Test
    void what_is_not_there_or_waits_for_approval_is_not_written() {
        Visitor visitor = loggedIn(Role.POLICY_EDITOR);
        assertThat(send(visitor, editor("other.drl") + "/text?revision=1", "x").statusCode())
                .isEqualTo(404);
        assertThat(send(visitor, editor("other.drl") + "/problems", "x").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/staff/drafts/no-draft/editor/rules.drl/start").statusCode())
                .isEqualTo(404);
        drafts.submit("system", draft.id(), "理由", Optional.empty());
        HttpResponse<String> answer = send(visitor, editor("rules.drl") + "/text?revision=1", "// x");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("もう編集中ではありません");
        drafts.sendBack("system", draft.id(), "");
    }

    @Test
    void the_page_lets_only_its_own_scripts_and_styles_run_and_every_module_is_there() {
        Visitor visitor = loggedIn(Role.POLICY_EDITOR);
        HttpResponse<String> page = visitor.get(page());
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        Matcher nonce = Pattern.compile("script-src 'self' 'nonce-([^']+)'").matcher(policy);
        assertThat(nonce.find()).isTrue();
        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe");
        assertThat(page.body()).contains("nonce=\"" + nonce.group(1) + "\"");
        assertThat(visitor.get(page()).body()).doesNotContain(nonce.group(1));
        Matcher module = Pattern.compile("\": \"(/[^\"]+\\.js)\"").matcher(page.body());
        int modules = 0;
        while (module.find()) {
            assertThat(visitor.get(module.group(1)).statusCode())
                    .as(module.group(1))
                    .isEqualTo(200);
            modules++;
        }
        assertThat(modules).isEqualTo(17);
    }
}
