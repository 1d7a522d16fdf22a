package jp.readiness.cohort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.readiness.batch.Columns;
import jp.readiness.batch.ReadRow;
import jp.readiness.batch.RowReader;
import jp.readiness.cohort.UploadStore.Problem;
import jp.readiness.cohort.UploadStore.Reject;
import jp.readiness.cohort.UploadStore.Upload;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import jp.readiness.screening.AnswerSheets.NewSheet;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableProblem;
import jp.readiness.table.TableReader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the rows of a file into a cohort: each on its own, so that a bad one is rejected with its reasons and stops no other. */
@Service
class Uploads {

    private static final int MOST_REJECTS = 20_000;

    private final UploadStore store;
    private final Cohorts cohorts;
    private final Judging judging;

    Uploads(UploadStore store, Cohorts cohorts, Judging judging) {
        this.store = store;
        this.cohorts = cohorts;
        this.judging = judging;
    }

    /** A file that cannot be taken in as it is, in words. */
    static final class Refused extends RuntimeException {
        private final transient Text text;

        Refused(Text text) {
            super(text.en());
            this.text = text;
        }

        Text text() {
            return text;
        }
    }

    /** @param again when the same file was taken in before */
    record Look(Upload upload, Columns columns, List<Text> notes, Optional<Upload> again) {

        /** Whether it can be taken in without asking anybody anything. */
        boolean isClear() {
            return columns.problems().isEmpty() && columns.unknown().isEmpty() && again.isEmpty();
        }
    }

    /** Keeps a file to be looked at. @throws Refused if it is no table */
    @Transactional
    UUID receive(String actor, Cohort cohort, Path file, String name, Optional<String> charset) {
        edition(cohort);
        reading(file, charset, table -> table.header().size());
        return store.add(cohort.id(), file, name, sha256(file), charset, actor);
    }

    Look look(Cohort cohort, Upload upload, Map<String, String> byHand) {
        return withFile(
                upload,
                file -> reading(
                        file,
                        upload.charset(),
                        table -> new Look(
                                upload,
                                Columns.of(table.header(), edition(cohort).questions(), byHand),
                                table.notes(),
                                store.takenBefore(cohort.id(), upload.sha256()))));
    }

    /**
     * Takes the rows in, all good ones or, where the file is damaged or too long, none.
     *
     * @param byHand header → id of a question, {@code applicant} or {@code ignore}
     */
    @Transactional
    public void takeIn(String actor, Cohort cohort, Upload upload, Map<String, String> byHand) {
        List<Question> questions = edition(cohort).questions();
        int room = Cohorts.MOST_MEMBERS - cohorts.size(cohort.id());
        Rows rows = withFile(
                upload,
                file -> reading(
                        file,
                        upload.charset(),
                        table -> rows(table, Columns.of(table.header(), questions, byHand), questions, room)));
        if (store.done(upload.id(), rows.good().size(), rows.bad())) {
            cohorts.add(actor, cohort, rows.good());
        }
    }

    private record Rows(List<NewSheet> good, List<Reject> bad) {}

    private static Rows rows(Table table, Columns columns, List<Question> questions, int room) {
        RowReader reader = new RowReader(columns, questions);
        List<NewSheet> good = new ArrayList<>();
        List<Reject> bad = new ArrayList<>();
        for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
            ReadRow read = reader.read(row.get());
            if (read.isGood()) {
                good.add(new NewSheet(read.answers(), read.applicant()));
            } else {
                bad.add(reject(row.get(), read));
            }
            if (good.size() > room || bad.size() > MOST_REJECTS) {
                throw new Refused(new Text(
                        "行が多すぎます。一つのグループに入るのは%,d件までです。ファイルを分けるか、まとめて判定する機能を使ってください。".formatted(Cohorts.MOST_MEMBERS),
                        "There are too many rows: a cohort holds %,d at most. Split the file, or judge it as a batch."
                                .formatted(Cohorts.MOST_MEMBERS)));
            }
        }
        if (!bad.isEmpty()) {
            bad.add(0, new Reject(0, table.header(), List.of()));
        }
        return new Rows(good, bad);
    }

    private static Reject reject(Row row, ReadRow read) {
        return new Reject(
                row.line(),
                row.cells(),
                read.problems().stream()
                        .map(problem -> new Problem(
                                problem.column(),
                                problem.value(),
                                problem.reason().ja(),
                                problem.reason().en()))
                        .toList());
    }

    private Edition edition(Cohort cohort) {
        return judging.adviser(cohort)
                .map(adviser -> adviser.edition())
                .orElseThrow(() -> new Refused(new Text(
                        "この支援の判定は、いま使えないため、取り込めません。", "This programme cannot judge now, so nothing can be taken in.")));
    }

    private <T> T withFile(Upload upload, Function<Path, T> use) {
        try {
            Path file = Files.createTempFile("upload", "");
            try {
                store.copy(upload.id(), file);
                return use.apply(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T reading(Path file, Optional<String> charset, Function<Table, T> use) {
        try (Table table = TableReader.open(file, charset.map(Charset::forName))) {
            return use.apply(table);
        } catch (TableProblem e) {
            throw new Refused(e.text());
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
