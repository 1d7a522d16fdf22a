package jp.readiness.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.advice.Adviser;
import jp.readiness.audit.Audit;
import jp.readiness.batch.Columns;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import jp.readiness.table.Format;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableProblem;
import jp.readiness.table.TableReader;
import org.springframework.stereotype.Service;

/** The front door of the package: takes files, has them judged, and gives the results. */
@Service
public class Runs {

    private static final int SAMPLES = 3;
    private static final int LONGEST_NAME = 255;
    private static final int SHOWN = 100;

    private final RunRepository repository;
    private final RunFiles files;
    private final RunWorker worker;
    private final RunSettings settings;
    private final Library library;
    private final Audit audit;
    private final Clock clock;

    Runs(
            RunRepository repository,
            RunFiles files,
            RunWorker worker,
            RunSettings settings,
            Library library,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.worker = worker;
        this.settings = settings;
        this.library = library;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How a file is to be judged.
     *
     * @param fileName as it is called where it comes from
     * @param details whether words, changes and open questions are wanted beside verdict, bands and ids
     * @param locale of words and reasons
     */
    public record Wish(
            String fileName,
            LocalDate asOf,
            Optional<Charset> encoding,
            Map<String, String> byHand,
            boolean details,
            Locale locale) {}

    /** The parts of a result that can be had. */
    public enum Part {
        RESULTS,
        REJECTS
    }

    /**
     * Takes a file. It is not judged before {@link #start}.
     *
     * @param actor id of a staff account
     * @throws RunRefused if it is no table, too large, or there is no room
     */
    public Run take(String actor, Adviser adviser, InputStream in, Wish wish) {
        if (repository.unfinished() >= settings.unfinished()) {
            throw new RunRefused(
                    RunRefused.Why.BUSY,
                    "終わっていない一括判定が%d件あります。終わるのを待つか、要らないものを取り消してください。".formatted(settings.unfinished()),
                    "%d runs are not finished. Wait for them, or cancel those that nobody needs."
                            .formatted(settings.unfinished()));
        }
        RunFiles.Received received = files.receive(in);
        Run run = draft(actor, adviser.edition(), received, wish);
        try {
            inspect(run);
        } catch (RunRefused e) {
            files.delete(received.folder());
            throw e;
        }
        repository.insert(run);
        return run;
    }

    private Run draft(String actor, Edition edition, RunFiles.Received received, Wish wish) {
        String name = wish.fileName().replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
        return new Run(
                UUID.randomUUID(),
                received.folder(),
                edition.programme(),
                edition.id(),
                edition.version(),
                wish.asOf(),
                name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name,
                received.hash(),
                received.bytes(),
                wish.encoding(),
                wish.byHand(),
                wish.details(),
                wish.locale(),
                Run.State.DRAFT,
                0,
                0,
                List.of(),
                List.of(),
                actor,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty());
    }

    /** Looks at the beginning of a file that was taken. @throws RunRefused if it cannot be read */
    public Inspection inspect(Run run) {
        try (Table table = TableReader.open(files.input(run.folder()), run.encoding())) {
            Columns columns = Columns.of(table.header(), adviser(run).edition().questions(), run.byHand());
            return new Inspection(
                    table.encoding(),
                    columns,
                    samples(table, columns.all().size()),
                    table.notes(),
                    repository.sameFile(run));
        } catch (TableProblem e) {
            throw new RunRefused(RunRefused.Why.BAD_FILE, List.of(e.text()));
        }
    }

    private static List<List<String>> samples(Table table, int columns) {
        List<List<String>> samples = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            samples.add(new ArrayList<>());
        }
        for (int number = 0; number < SAMPLES; number++) {
            Optional<Row> row = table.next();
            for (int column = 0; column < columns && row.isPresent(); column++) {
                samples.get(column).add(row.get().cell(column));
            }
        }
        return samples;
    }

    private Adviser adviser(Run run) {
        return library.version(run.programme(), run.edition(), run.version())
                .orElseThrow(() -> new RunRefused(
                        RunRefused.Why.NOT_NOW,
                        "取り込んだときの判定の内容が、もうありません。もう一度取り込んでください。",
                        "The rules it was taken for are gone. Upload it again."));
    }

    /** Another encoding, or columns said by hand, for a file that is not judged yet. */
    public Run correct(Run draft, Optional<Charset> encoding, Map<String, String> byHand) {
        Run corrected = draft.ordered(encoding, byHand, Run.State.DRAFT);
        inspect(corrected);
        if (!repository.update(corrected, Run.State.DRAFT)) {
            throw notNow();
        }
        return corrected;
    }

    /** Has a file judged that was taken. @throws RunRefused if its columns are not clear */
    public Run start(String actor, Run draft) {
        Columns columns = inspect(draft).columns();
        if (!columns.problems().isEmpty()) {
            throw new RunRefused(RunRefused.Why.BAD_FILE, columns.problems());
        }
        Run started = draft.ordered(draft.encoding(), draft.byHand(), Run.State.WAITING);
        if (!repository.update(started, Run.State.DRAFT)) {
            throw notNow();
        }
        audit.record(
                actor,
                "RUN_STARTED",
                started.subject(),
                Map.of("programme", draft.programme(), "edition", draft.edition(), "file", draft.fileHash()));
        worker.submit(started);
        return started;
    }

    /** Makes a run end soon; what it wrote is removed. One that is finished already stays so. */
    public void cancel(String actor, Run run) {
        if (run.state() == Run.State.DRAFT) {
            delete(actor, run);
        } else if (run.state() == Run.State.WAITING) {
            audit.record(actor, "RUN_CANCELLED", run.subject(), Map.of());
            worker.cancel(run.id());
        }
    }

    /** Deletes a run with its files; one that is being judged is cancelled first. */
    public void delete(String actor, Run run) {
        worker.cancel(run.id());
        if (repository.delete(run.id())) {
            files.delete(run.folder());
            audit.record(actor, "RUN_DELETED", run.subject(), Map.of());
        }
    }

    public Optional<Run> find(UUID id) {
        return repository.byId(id);
    }

    /** The newest first, not all. */
    public List<Run> newest() {
        return repository.newest(SHOWN);
    }

    /** How a run is getting on that is not finished. */
    public RunProgress progress(Run run) {
        return worker.progress(run.id()).orElse(RunProgress.WAITING);
    }

    /** How long a run is kept. */
    public Duration keep() {
        return settings.keep();
    }

    public long maxBytes() {
        return settings.maxFile().toBytes();
    }

    /**
     * A file of a run that is done.
     *
     * @throws RunRefused if there is none, or a sheet cannot hold so many rows
     */
    public Path file(String actor, Run run, Part part, Format format) {
        long rows = part == Part.RESULTS ? run.good() : run.rejected();
        Path csv = part == Part.RESULTS ? files.results(run.folder()) : files.rejects(run.folder());
        if (run.state() != Run.State.DONE || !Files.exists(csv)) {
            throw new RunRefused(
                    RunRefused.Why.NOT_NOW, "結果は、判定が終わってから受け取れます。", "The results can be had once the run is done.");
        }
        audit.record(actor, "RUN_READ", run.subject(), Map.of("part", part.name(), "format", format.name()));
        if (format == Format.CSV) {
            return csv;
        }
        refuseTooManyForSheet(rows);
        try {
            return files.workbook(csv);
        } catch (IOException e) {
            throw new RunRefused(
                    RunRefused.Why.NO_SPACE,
                    "Excelのファイルを作れませんでした。サーバーの空き容量を確かめてください。CSVでは受け取れます。",
                    "The workbook could not be made: check the server's disk space. It can be had as CSV.");
        }
    }

    private static void refuseTooManyForSheet(long rows) {
        if (rows >= Format.SHEET_ROWS) {
            throw new RunRefused(
                    RunRefused.Why.BAD_FILE,
                    "%,d行は、Excelのシートに入りません（見出しを含めて%,d行まで）。CSVで受け取ってください。".formatted(rows, Format.SHEET_ROWS),
                    "%,d rows do not fit an Excel sheet, which holds %,d with its header. Take the CSV file."
                            .formatted(rows, Format.SHEET_ROWS));
        }
    }

    private static RunRefused notNow() {
        return new RunRefused(
                RunRefused.Why.NOT_NOW,
                "この一括判定は、すでに始まっているか、取り消されています。",
                "This run has been started or cancelled already.");
    }
}
