package jp.readiness.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import jp.readiness.advice.Adviser;
import jp.readiness.batch.RowJudge.Judged;
import jp.readiness.programme.Text;
import jp.readiness.table.Table;
import jp.readiness.table.TableProblem;
import jp.readiness.table.TableReader;

/**
 * The front door of the package: judges every row of a table, on all cores, and writes the results in the order of the
 * input. A run that was killed goes on where it stopped when the same run is started again; its final files are then equal
 * to those of an undisturbed run. Until all rows are done nothing stands under the final names.
 */
public final class BatchRun {

    private static final long CHECKPOINT_NANOS = 1_000_000_000L;
    private static final int MOST_PROBLEMS_TOLD = 20;

    private final Adviser adviser;
    private final BatchOrder order;
    private volatile boolean cancelled;

    public BatchRun(Adviser adviser, BatchOrder order) {
        this.adviser = adviser;
        this.order = order;
    }

    /** Makes the run end soon, from any thread; its files are removed. */
    public void cancel() {
        cancelled = true;
    }

    /** @throws BatchProblem if the input cannot be read or the output cannot be written */
    public BatchResult run(BatchWatcher watcher) {
        try (Table table = TableReader.open(order.in(), order.encoding())) {
            Columns columns = Columns.of(table.header(), adviser.edition().questions(), order.byHand());
            if (!columns.problems().isEmpty()) {
                throw new BatchProblem(columns.problems());
            }
            return run(table, columns, watcher);
        } catch (TableProblem e) {
            throw BatchProblem.of(e);
        } catch (IOException | UncheckedIOException e) {
            throw new BatchProblem(List.of(new Text(
                    "「%s」に書き出せません。フォルダーと空き容量を確かめてください。".formatted(order.out()),
                    "%s cannot be written. Check its folder and the space left.".formatted(order.out()))));
        }
    }

    private BatchResult run(Table table, Columns columns, BatchWatcher watcher) throws IOException {
        try (Output output = Output.open(order, fingerprint())) {
            try {
                return run(table, columns, output, watcher);
            } catch (CancellationException e) {
                output.discard();
                return new BatchResult(output.done().rows(), output.done().rejected(), true, List.of());
            } catch (RuntimeException e) {
                output.discard();
                throw e;
            }
        }
    }

    private BatchResult run(Table table, Columns columns, Output output, BatchWatcher watcher) throws IOException {
        List<Text> notes = new ArrayList<>(table.notes());
        notes.addAll(columns.warnings());
        watcher.opened(notes, output.done().rows());
        List<CellProblem> first = new ArrayList<>();
        if (!output.done().complete()) {
            output.begin(RowJudge.header(adviser.edition(), order), RowJudge.rejectsHeader(table.header(), order));
            skip(table, output.done().rows());
            judge(table, columns, output, watcher, first);
        }
        watcher.finishing();
        output.finish();
        return new BatchResult(output.done().rows(), output.done().rejected(), false, first);
    }

    private void skip(Table table, long rows) {
        for (long row = 0; row < rows; row++) {
            table.next();
            stopIfCancelled();
        }
    }

    private void judge(Table table, Columns columns, Output output, BatchWatcher watcher, List<CellProblem> first)
            throws IOException {
        long last = System.nanoTime();
        try (Workers workers = new Workers(() -> new RowJudge(adviser, order, columns), order.details())) {
            boolean more = true;
            while (more || workers.isBusy()) {
                stopIfCancelled();
                more = more && workers.take(() -> table.next());
                Optional<Judged> judged = workers.next(!more);
                if (judged.isPresent()) {
                    output.add(judged.get());
                    judged.get().firstProblems().stream()
                            .limit(MOST_PROBLEMS_TOLD - first.size())
                            .forEach(first::add);
                    watcher.progressed(output.done().rows(), output.done().rejected(), table.progress());
                    if (System.nanoTime() - last > CHECKPOINT_NANOS) {
                        output.checkpoint();
                        last = System.nanoTime();
                    }
                }
            }
        }
    }

    private void stopIfCancelled() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /** Everything that the files rest on, so that only the same run goes on where it stopped. */
    private String fingerprint() throws IOException {
        Path in = order.in().toAbsolutePath();
        String all = String.join(
                "\n",
                adviser.edition().name(),
                adviser.edition().version(),
                in.toString(),
                Long.toString(Files.size(in)),
                Files.getLastModifiedTime(in).toString(),
                order.toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
