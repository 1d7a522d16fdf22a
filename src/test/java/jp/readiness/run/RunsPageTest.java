package jp.readiness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.readiness.SettableClock;
import jp.readiness.Visitor;
import jp.readiness.ZipBomb;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff take files on the page, watch them being judged and get the results. */
@RunServer
class RunsPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Runs runs;

    @Autowired
    private RunFiles files;

    @Autowired
    private RunCleaning cleaning;

    @Autowired
    private Audit audit;

    @Autowired
    private SettableClock clock;

    private Visitor screener;

    @BeforeEach
    void logIn() {
        screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
    }

    /** Never the same twice, so that no test's file is another's. */
    private static String table(String rows) {
        return "applicant,participants,hasData\n" + UUID.randomUUID() + ",2,はい\n" + rows;
    }

    private HttpResponse<String> take(String name, byte[] content) {
        return new UploadForm()
                .field("edition", "camp/2022")
                .file(name, content)
                .sendBy(screener);
    }

    private HttpResponse<String> take(String text) {
        return take("令和3年度.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private String addressOf(HttpResponse<String> taken) {
        assertThat(taken.statusCode()).isEqualTo(302);
        return screener.target(taken);
    }

    private Run runAt(String address) {
        return runs.find(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private Run finished(String address) throws InterruptedException {
        for (int i = 0; i < 600 && !runAt(address).state().isFinished(); i++) {
            Thread.sleep(50);
        }
        return runAt(address);
    }

    @Test
    void a_file_is_judged_and_its_results_and_rejected_rows_are_had_as_csv_and_workbook() throws Exception {
        String address = addressOf(take(table("=B社,二人,○\n")));

        Run run = finished(address);

        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.rows()).isEqualTo(2);
        assertThat(run.rejected()).isEqualTo(1);
        assertThat(screener.get(address).body()).contains("1行を判定しました", "1行は取り込めませんでした", "令和3年度.csv");
        HttpResponse<String> results = screener.get(address + "/results.csv");
        assertThat(results.body()).contains("line,applicant,verdict", ",READY,");
        assertThat(results.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains("filename*=UTF-8''");
        assertThat(screener.get(address + "/rejects.csv").body())
                .contains("'=B社", "二人", "3行目")
                .doesNotContain("\n=");
        assertThat(screener.get(address + "/results.xlsx").body()).startsWith("PK");
        assertThat(screener.get(address + "/rejects.xlsx").body()).startsWith("PK");
    }

    @Test
    void the_file_itself_is_gone_once_it_is_judged_and_its_folder_has_an_unguessable_name() throws Exception {
        Run run = finished(addressOf(take(table(""))));

        assertThat(files.input(run.folder())).doesNotExist();
        assertThat(files.results(run.folder())).exists();
        assertThat(run.folder())
                .matches("[A-Za-z0-9_-]{43}")
                .doesNotContain(run.id().toString());
    }

    @Test
    void columns_that_are_not_recognised_are_asked_about_and_nothing_is_judged_until_that_is_clear() throws Exception {
        String address = addressOf(take("会社,なん人で来るか,備考\n" + UUID.randomUUID() + ",3,朝がよい\n"));
        assertThat(runAt(address).state()).isEqualTo(Run.State.DRAFT);
        assertThat(screener.get(address).body()).contains("なん人で来るか", "朝がよい", "読み方");

        HttpResponse<String> unclear = screener.post(address, "go", "start");
        assertThat(unclear.statusCode()).isEqualTo(400);
        assertThat(unclear.body()).contains("質問の列が1つもありません");

        screener.post(
                address, "column.0", "applicant", "column.1", "participants", "column.2", "ignore", "go", "start");
        Run run = finished(address);

        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.good()).isEqualTo(1);
    }

    @Test
    void another_encoding_can_be_said_and_is_looked_at_first() throws Exception {
        byte[] shiftJis = table("えつらん,2,○\n").replace("hasData", "知らない列").getBytes(Charset.forName("windows-31j"));
        String address = addressOf(take("sjis.csv", shiftJis));
        assertThat(screener.get(address).body()).contains("知らない列", "windows-31j として読みました");

        screener.post(address, "encoding", "UTF-16LE", "go", "look");
        assertThat(screener.get(address).body()).doesNotContain("知らない列");
        assertThat(runAt(address).state()).isEqualTo(Run.State.DRAFT);

        screener.post(address, "encoding", "windows-31j", "go", "look");
        assertThat(screener.get(address).body()).contains("知らない列");
    }

    @Test
    void the_same_file_is_noticed_and_judged_again_only_if_somebody_says_so() throws Exception {
        String text = table("");
        String first = addressOf(take(text));
        finished(first);

        String second = addressOf(take(text));

        assertThat(runAt(second).state()).isEqualTo(Run.State.DRAFT);
        assertThat(screener.get(second).body()).contains("同じ内容のファイルを、前に取り込んでいます", first);
        screener.post(second, "go", "start");
        assertThat(finished(second).state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void what_is_no_table_is_refused_in_words_and_leaves_nothing() throws Exception {
        long before = foldersKept();
        assertThat(take("", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)).body()).contains("取り込めませんでした", "PDF");
        assertThat(take("empty.csv", new byte[0]).body()).contains("ファイルを選んでください");
        byte[] oldWorkbook = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertThat(take("old.xls", oldWorkbook).statusCode()).isEqualTo(400);
        assertThat(take("bomb.xlsx", ZipBomb.workbook()).body()).contains("取り込めませんでした", "展開");
        assertThat(foldersKept()).isEqualTo(before);
    }

    private static long foldersKept() throws Exception {
        try (var folders = Files.list(Path.of("target/test-runs"))) {
            return folders.count();
        }
    }

    @Test
    void a_template_that_was_filled_in_is_judged_without_a_question() throws Exception {
        String template = "/staff/runs/templates/camp/2022/template.";
        assertThat(screener.get("/staff/runs").body()).contains(template + "csv", template + "xlsx");
        assertThat(screener.get(template + "xlsx").body()).startsWith("PK");
        assertThat(screener.get(template.replace("camp", "none") + "csv").statusCode())
                .isEqualTo(404);
        String header = screener.get(template + "csv").body();
        String row = UUID.randomUUID() + header.replaceAll("[^,]", "");

        Run run = finished(addressOf(take(header + row + "\n")));

        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.good()).isEqualTo(1);
        assertThat(run.notes()).isEmpty();
    }

    @Test
    void a_file_beyond_the_limit_is_refused() {
        byte[] large = table("x,1,○\n".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(large.length).isGreaterThan(2 << 20);
        assertThat(take("large.csv", large).statusCode()).isIn(400, 413);
    }

    @Test
    void a_draft_is_dropped_and_a_run_deleted_with_all_its_files() throws Exception {
        String draft = addressOf(take("会社,何か\nA,1\n" + UUID.randomUUID() + ",2\n"));
        Run dropped = runAt(draft);
        screener.post(draft + "/cancel");
        assertThat(runs.find(dropped.id())).isEmpty();
        assertThat(files.folder(dropped.folder())).doesNotExist();

        String address = addressOf(take(table("")));
        Run done = finished(address);
        screener.get(address);
        screener.post(address + "/delete");
        assertThat(screener.get(address).statusCode()).isEqualTo(404);
        assertThat(files.folder(done.folder())).doesNotExist();
        assertThat(audit.newest(1)).extracting(AuditEvent::action).containsExactly("RUN_DELETED");
    }

    @Test
    void what_was_kept_long_enough_is_deleted_by_itself() throws Exception {
        Run run = finished(addressOf(take(table(""))));
        cleaning.clean();
        assertThat(runs.find(run.id())).isPresent();

        clock.pass(Duration.ofDays(31));
        cleaning.clean();

        assertThat(runs.find(run.id())).isEmpty();
        assertThat(files.folder(run.folder())).doesNotExist();
    }

    @Test
    void the_progress_is_asked_for_until_the_run_is_done() throws Exception {
        String address = addressOf(take(table("")));
        Run run = finished(address);
        String state = screener.get(address + "/progress").body();
        assertThat(state).contains("1行を判定しました").doesNotContain("hx-trigger", "<html");
        assertThat(run.finishedAt()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"POLICY_EDITOR", "POLICY_APPROVER"})
    void who_does_not_screen_gets_to_no_run(Role role) throws Exception {
        String address = addressOf(take(table("")));
        finished(address);
        Visitor other = staff.loggedIn(new Visitor(port), role);
        for (String path : List.of("/staff/runs", address, address + "/results.csv", address + "/progress")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(other.get("/staff").body()).doesNotContain("/staff/runs");
        HttpResponse<String> sent = new UploadForm()
                .file("x.csv", table("").getBytes(StandardCharsets.UTF_8))
                .sendBy(other, "", "/staff/runs");
        assertThat(sent.statusCode()).isEqualTo(403);
    }

    @Test
    void nobody_else_can_make_the_server_write_files() {
        Visitor stranger = new Visitor(port);
        byte[] content = table("").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> sent = new UploadForm().file("x.csv", content).sendBy(stranger, "", "/staff/runs");
        assertThat(stranger.target(sent)).startsWith("/staff/login");
        for (String path : List.of("/", "/find", "/api/v1/advice", "/staff")) {
            HttpResponse<String> refused =
                    new UploadForm().file("x.csv", content).sendBy(stranger, "", path);
            assertThat(refused.statusCode()).as(path).isIn(415, 302);
        }
    }

    @Test
    void a_form_without_its_key_takes_no_file() {
        HttpResponse<String> sent = new UploadForm()
                .field("edition", "camp/2022")
                .file("x.csv", table("").getBytes(StandardCharsets.UTF_8))
                .sendBy(screener, "made-up", "/staff/runs");
        assertThat(sent.statusCode()).isEqualTo(403);
    }
}
