package jp.readiness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.advice.Adviser;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import jp.readiness.library.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.unit.DataSize;

/** What happens to runs when the disk is full or closed, or somebody changes their mind. */
@RunServer
class RunTroubleTest {

    private static final Path FULL_DISK = Path.of("/dev/full");

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Runs runs;

    @Autowired
    private RunFiles files;

    @Autowired
    private Library library;

    @Autowired
    private Audit audit;

    static boolean hasFullDisk() {
        return Files.exists(FULL_DISK);
    }

    private static InputStream rows(int count) {
        String text = "applicant,participants\n" + UUID.randomUUID() + ",2\n" + "x,1\n".repeat(count);
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Run draft(int rows) {
        Adviser adviser = library.edition("camp", "2022").orElseThrow();
        Runs.Wish wish = new Runs.Wish(
                "register.csv", LocalDate.of(2026, 11, 22), Optional.empty(), Map.of(), true, Locale.JAPANESE);
        return runs.take(Audit.SYSTEM, adviser, rows(rows), wish);
    }

    private Run now(Run run) {
        return runs.find(run.id()).orElseThrow();
    }

    private Run finished(Run run) throws InterruptedException {
        for (int i = 0; i < 1200 && !now(run).state().isFinished(); i++) {
            Thread.sleep(25);
        }
        return now(run);
    }

    @Test
    @EnabledIf(value = "hasFullDisk", disabledReason = "this system has no /dev/full")
    void a_disk_that_is_full_in_the_middle_ends_the_run_in_words_and_nothing_of_it_stays() throws Exception {
        Run draft = draft(10);
        Files.createSymbolicLink(files.folder(draft.folder()).resolve("results.csv.part"), FULL_DISK);

        runs.start(Audit.SYSTEM, draft);

        Run failed = finished(draft);
        assertThat(failed.state()).isEqualTo(Run.State.FAILED);
        assertThat(failed.problems().get(0).ja())
                .contains("results.csv", "空き容量")
                .doesNotContain(files.folder(draft.folder()).toString());
        assertThat(files.folder(draft.folder())).doesNotExist();
        Visitor screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
        assertThat(screener.get("/staff/runs/" + draft.id()).body())
                .contains("判定できませんでした", "空き容量", "結果は何も残っていません")
                .doesNotContain("Exception");
    }

    @Test
    void a_folder_that_cannot_be_written_refuses_the_file_in_words(@TempDir Path temp) throws IOException {
        Path noFolder = Files.writeString(temp.resolve("runs"), "a file where the folder ought to be");
        RunFiles closed = new RunFiles(new RunSettings(noFolder, 1, 20, Duration.ofDays(30), DataSize.ofMegabytes(1)));

        assertThatThrownBy(() -> closed.receive(rows(1))).isInstanceOfSatisfying(RunRefused.class, refused -> {
            assertThat(refused.why()).isEqualTo(RunRefused.Why.NO_SPACE);
            assertThat(refused.texts().get(0).ja()).contains("空き容量", "システムの担当者");
        });
        assertThat(closed.emptyIncoming()).isEmpty();
    }

    @Test
    void what_was_being_uploaded_when_the_server_was_cut_short_is_gone_at_the_next_start() throws IOException {
        Path incoming = files.emptyIncoming().orElseThrow();
        Files.writeString(incoming.resolve("upload_1.tmp"), "山田");

        files.emptyIncoming();

        assertThat(incoming).isEmptyDirectory();
    }

    @Test
    void a_run_that_is_cancelled_in_the_middle_leaves_nothing_and_those_behind_it_go_on() throws Exception {
        Run large = draft(300_000);
        Run next = draft(1);
        Run dropped = draft(1);
        Visitor screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
        for (Run run : List.of(large, dropped, next)) {
            runs.start(Audit.SYSTEM, run);
        }
        String page = screener.get("/staff/runs/" + large.id()).body();
        assertThat(page).contains("hx-trigger=\"every 1s\"", "<progress", "残り");
        assertThat(screener.get("/staff/runs/" + dropped.id()).body()).contains("順番を待っています");

        HttpResponse<String> cancelled = screener.post("/staff/runs/" + dropped.id() + "/cancel");
        screener.post("/staff/runs/" + large.id() + "/cancel");

        assertThat(cancelled.statusCode()).isEqualTo(302);
        assertThat(finished(next).state()).isEqualTo(Run.State.DONE);
        for (Run run : List.of(large, dropped)) {
            assertThat(finished(run).state()).isEqualTo(Run.State.CANCELLED);
            assertThat(files.folder(run.folder())).doesNotExist();
            assertThat(screener.get("/staff/runs/" + run.id()).body()).contains("取り消しました");
        }
        assertThat(audit.newest(10)).extracting(AuditEvent::action).contains("RUN_CANCELLED");
    }
}
