package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.library.Library;
import jp.readiness.workbench.Draft.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Words, numbers and weights changed in forms. */
@WorkbenchServer
class ItemFormTest {

    private static final String LEAST = "v.parameters/minimumParticipants/value";

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Library library;

    @Autowired
    private Drafts drafts;

    private Draft draft;
    private Visitor editor;

    @BeforeEach
    void begin() {
        String live = library.edition("camp", "2022").orElseThrow().edition().version();
        SortedMap<String, String> files =
                new TreeMap<>(library.files("camp", "2022", live).orElseThrow());
        files.computeIfPresent(
                DraftFile.PROGRAMME, (name, text) -> text.replace("parameters:\n", "parameters: # of the office\n"));
        draft = drafts.make("system", "camp", "2022", Optional.of(live), Origin.ONLINE, files);
        editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
    }

    @AfterEach
    void discard() {
        drafts.discard("system", draft.id());
    }

    private String forms() {
        return "/staff/drafts/" + draft.id() + "/forms";
    }

    private String text() {
        return drafts.texts(draft).getOrDefault(DraftFile.PROGRAMME, "");
    }

    @Test
    void things_are_listed_and_shown_field_by_field() {
        assertThat(editor.get(forms()).body())
                .contains("支援の全体", "最少参加人数", "データがない", "参加人数", "小さな研修（2022）", "Small camp (2022)");
        assertThat(editor.get(forms() + "?item=findings/no-data").body())
                .contains("データがありません。", "There is no data.", "v.findings/no-data/weight", "value=\"0.6\"")
                .doesNotContain("v.findings/no-data/kind", "v.findings/no-data/source");
        assertThat(editor.get(forms() + "?item=questions/1/participants").body())
                .contains("v.questions/1/participants/label/ja", "v.questions/1/participants/changeable");
        assertThat(editor.get(forms() + "?item=findings/gone").body()).contains("この項目はもうありません");
    }

    @Test
    void a_number_changes_in_its_place_and_the_rest_stays_to_the_letter() {
        String before = text();
        editor.get(forms());
        assertThat(editor.post(
                                forms(),
                                "item",
                                "parameters/minimumParticipants",
                                "revision",
                                "1",
                                LEAST,
                                "３",
                                "v.parameters/minimumParticipants/label/en",
                                "least: \"how many\"")
                        .statusCode())
                .isEqualTo(302);
        assertThat(text())
                .isEqualTo(before.replace("value: 2,", "value: 3,")
                        .replace("en: minimum participants", "en: \"least: \\\"how many\\\"\""));
    }

    @Test
    void what_is_wrong_is_marked_and_stays_in_its_field() {
        String before = text();
        editor.get(forms());
        String page = editor.post(
                        forms(),
                        "item",
                        "parameters/minimumParticipants",
                        "revision",
                        "1",
                        LEAST,
                        "たくさん",
                        "v.parameters/minimumParticipants/label/en",
                        "")
                .body();
        assertThat(page).contains("＊数で書いてください", "＊日本語と英語の両方を", "value=\"たくさん\"", "いまの内容: 2");
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void what_somebody_else_saved_is_not_written_over_unseen() {
        editor.get(forms());
        drafts.save("system", draft.id(), DraftFile.PROGRAMME, text().replace("value: 2,", "value: 4,"), 1);
        String page = editor.post(forms(), "item", "parameters/minimumParticipants", "revision", "1", LEAST, "3")
                .body();
        assertThat(page).contains("system さんが先に保存しました", "いまの内容: 4", "value=\"3\"", "value=\"2\"");
        assertThat(text()).contains("value: 4,");
        editor.post(forms(), "item", "parameters/minimumParticipants", "revision", "2", LEAST, "3");
        assertThat(text()).contains("value: 3,");
    }

    @Test
    void only_what_has_a_field_can_be_changed() {
        String before = text();
        editor.get(forms());
        editor.post(
                forms(),
                "item",
                "findings/no-data",
                "revision",
                "1",
                "v.findings/no-data/kind",
                "criterion",
                LEAST,
                "9");
        assertThat(text()).isEqualTo(before);
        drafts.save("system", draft.id(), DraftFile.PROGRAMME, "title: [", 1);
        assertThat(editor.get(forms()).body()).contains("本文の誤りを先に直してください");
    }

    @ParameterizedTest
    @CsvSource({"SCREENER, 403", "ADMINISTRATOR, 200", "POLICY_APPROVER, 200"})
    void who_may_not_write_reads_at_most(Role role, int reads) {
        Visitor visitor = staff.loggedIn(new Visitor(port), role);
        assertThat(visitor.get(forms()).statusCode()).isEqualTo(reads);
        visitor.get("/staff/password");
        assertThat(visitor.post(forms(), "item", "general", "revision", "1").statusCode())
                .isEqualTo(403);
        assertThat(editor.postWithout(forms(), "item", "general", "revision", "1")
                        .statusCode())
                .isEqualTo(403);
    }
}
