package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.advice.Verdict;
import jp.readiness.library.Library;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.workbench.Draft.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the first change to the live version and back, by several people. */
@WorkbenchServer
class DraftTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Answers TWO = Answers.NONE.with("participants", Answer.Number.of(2));

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Library library;

    @Autowired
    private Drafts drafts;

    private Visitor editor;
    private Visitor approver;

    @BeforeEach
    void logIn() {
        drafts.open().forEach(this::close);
        editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
        approver = staff.loggedIn(new Visitor(port), Role.POLICY_APPROVER);
    }

    private void close(Draft draft) {
        if (!draft.isEditable()) {
            drafts.sendBack("system", draft.id(), "");
        }
        drafts.discard("system", draft.id());
    }

    private String begin(Visitor visitor) {
        visitor.get("/staff/workbench/camp/2022");
        return visitor.target(visitor.post("/staff/workbench/camp/2022/drafts"));
    }

    private Draft draft(String address) {
        return drafts.find(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private DraftFile file(String address, String name) {
        return drafts.files(draft(address)).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> change(Visitor visitor, String address, String name, String from, String to) {
        DraftFile file = file(address, name);
        assertThat(file.text()).contains(from);
        return save(visitor, address, file, file.text().replace(from, to));
    }

    private static HttpResponse<String> save(Visitor visitor, String address, DraftFile file, String text) {
        visitor.get(address);
        return visitor.post(
                address + "/files/" + file.name(), "text", text, "revision", Long.toString(file.revision()));
    }

    private void submit(String address) {
        editor.get(address);
        editor.post(address + "/submit", "reason", "3年目の実績から。");
        assertThat(draft(address).state()).isEqualTo(State.SUBMITTED);
    }

    private void approve(String address) {
        approver.get(address);
        approver.post(
                address + "/approve", "revision", Long.toString(draft(address).revision()));
        assertThat(draft(address).state()).isEqualTo(State.PUBLISHED);
    }

    private Verdict verdictOfTwo() {
        return library.inForce("camp", DAY).assess(TWO, DAY).verdict();
    }

    private String askForThree() {
        String address = begin(editor);
        change(editor, address, DraftFile.PROGRAMME, "value: 2", "value: 3");
        change(editor, address, DraftFile.SCENARIOS, "participants: 2,", "participants: 3,");
        return address;
    }

    @Test
    void a_change_is_written_checked_approved_by_another_and_taken_back_by_publishing_the_old_version() {
        String before = library.inForce("camp", DAY).edition().version();
        String address = askForThree();
        assertThat(editor.get(address).body())
                .contains("誤りはありません")
                .contains("変わるところ", "(3名)")
                .contains("承認を依頼する");
        assertThat(verdictOfTwo()).as("a draft judges nobody").isNotEqualTo(Verdict.NOT_YET);
        submit(address);
        approve(address);
        assertThat(verdictOfTwo()).isEqualTo(Verdict.NOT_YET);

        String history = "/staff/workbench/camp/2022/history";
        assertThat(editor.get(history).body()).contains("3年目の実績から。", "公開中", before.substring(0, 12));
        String restored = editor.target(editor.post(history + "/" + before + "/restore"));
        submit(restored);
        approve(restored);
        assertThat(library.inForce("camp", DAY).edition().version()).isEqualTo(before);
        assertThat(verdictOfTwo()).isNotEqualTo(Verdict.NOT_YET);
        assertThat(library.history("camp", "2022")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_mistake_is_shown_at_its_line_and_keeps_the_draft_from_going_on() {
        String address = begin(editor);
        change(editor, address, DraftFile.RULES, "participants <", "particpants <");
        String page = editor.get(address).body();
        assertThat(page).contains("rules.drl 3行目", "誤り1", "participants");
        editor.post(address + "/submit", "reason", "理由");
        assertThat(draft(address).state()).isEqualTo(State.EDITING);
        assertThat(editor.get(address).body()).contains("直すところが残っているため");
    }

    @Test
    void a_failed_scenario_keeps_the_draft_from_going_on() {
        String address = begin(editor);
        change(editor, address, DraftFile.PROGRAMME, "value: 2", "value: 3");
        assertThat(editor.get(address).body()).contains("不合格", "のはずが");
        editor.post(address + "/submit", "reason", "理由");
        assertThat(draft(address).state()).isEqualTo(State.EDITING);
    }

    @Test
    void two_who_write_in_one_draft_are_told_and_neither_text_is_lost() {
        Visitor other = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
        String address = begin(editor);
        assertThat(begin(other)).isEqualTo(address);
        DraftFile read = file(address, DraftFile.RULES);
        save(editor, address, read, read.text() + "// from one\n");
        HttpResponse<String> conflict = save(other, address, read, read.text() + "// from the other\n");
        assertThat(conflict.body()).contains("ほかの人が先に保存しました", "// from one", "// from the other");
        DraftFile now = file(address, DraftFile.RULES);
        assertThat(now.text()).contains("// from one").doesNotContain("// from the other");
        save(other, address, now, now.text() + "// from the other\n");
        assertThat(file(address, DraftFile.RULES).text()).contains("// from one", "// from the other");
    }

    @Test
    void what_was_published_meanwhile_is_not_undone_unseen() {
        String late = begin(editor);
        change(editor, late, DraftFile.RULES, "end", "end\n// late\n");
        String before = library.inForce("camp", DAY).edition().version();
        String first = drafts.make(
                        "system",
                        "camp",
                        "2022",
                        java.util.Optional.of(before),
                        Draft.Origin.IMPORT,
                        library.files("camp", "2022", before).orElseThrow())
                .id()
                .toString();
        first = "/staff/drafts/" + first;
        change(editor, first, DraftFile.RULES, "end", "end\n// first\n");
        submit(first);
        approve(first);

        editor.get(late);
        editor.post(late + "/submit", "reason", "理由");
        assertThat(draft(late).state()).isEqualTo(State.EDITING);
        assertThat(editor.get(late).body()).contains("別の版が公開されました");
        editor.post(late + "/rebase");
        submit(late);
        approve(late);
    }

    @Test
    void nobody_approves_their_own_draft_or_one_that_waits_no_longer() {
        String address = askForThree();
        submit(address);
        editor.get(address);
        HttpResponse<String> refused = editor.post(
                address + "/approve", "revision", Long.toString(draft(address).revision()));
        assertThat(refused.statusCode()).isEqualTo(403);
        String old = Long.toString(draft(address).revision());
        approver.get(address);
        approver.post(address + "/send-back", "remark", "根拠を書いてください。");
        assertThat(editor.get(address).body()).contains("差し戻されました", "根拠を書いてください。");
        approver.get(address);
        approver.post(address + "/approve", "revision", old);
        assertThat(draft(address).state()).isEqualTo(State.EDITING);
        submit(address);
        approver.get(address);
        approver.post(address + "/approve", "revision", old);
        assertThat(draft(address).state()).as("another text may have been read").isEqualTo(State.SUBMITTED);
    }

    @ParameterizedTest
    @CsvSource({"SCREENER, 403, 403", "POLICY_APPROVER, 200, 403", "ADMINISTRATOR, 200, 403", "POLICY_EDITOR, 200, 302"
    })
    void who_may_not_write_reads_at_most(Role role, int reads, int writes) {
        String address = begin(editor);
        Visitor visitor = staff.loggedIn(new Visitor(port), role);
        assertThat(visitor.get(address).statusCode()).isEqualTo(reads);
        visitor.get("/staff/password");
        DraftFile file = file(address, DraftFile.RULES);
        assertThat(visitor.post(
                                address + "/files/rules.drl",
                                "text",
                                file.text() + "// " + role,
                                "revision",
                                Long.toString(file.revision()))
                        .statusCode())
                .isEqualTo(writes);
        for (String act : new String[] {"submit", "take-back", "rebase"}) {
            assertThat(visitor.post(address + "/" + act).statusCode()).as(act).isEqualTo(writes);
        }
        int approves = role == Role.POLICY_APPROVER ? 302 : 403;
        assertThat(visitor.post(address + "/approve", "revision", "1").statusCode())
                .isEqualTo(approves);
    }
}
