package jp.readiness.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.readiness.batch.RowJudge.Judged;
import jp.readiness.programme.Text;
import jp.readiness.table.CsvText;
import jp.readiness.table.Format;

/**
 * The results and the rejected rows of a run, and how far it has come. A run that was killed goes on from its last
 * checkpoint: what was written after it is cut off and written again, so that nothing is lost or doubled.
 */
final class Output implements AutoCloseable {

    private final BatchOrder order;
    private final Path checkpointFile;
    private final PartFile good;
    private final Optional<PartFile> bad;
    private Checkpoint done;

    private Output(BatchOrder order, PartFile good, Optional<PartFile> bad, Checkpoint done) {
        this.order = order;
        this.checkpointFile = checkpointFile(order);
        this.good = good;
        this.bad = bad;
        this.done = done;
    }

    /** Begins, or goes on where the same run was cut short. @param fingerprint of the run */
    static Output open(BatchOrder order, String fingerprint) throws IOException {
        Optional<Checkpoint> saved =
                Checkpoint.read(checkpointFile(order)).filter(c -> c.order().equals(fingerprint));
        PartFile good = PartFile.open(order.out());
        Optional<PartFile> bad = Optional.empty();
        try {
            if (order.rejects().isPresent()) {
                bad = Optional.of(PartFile.open(order.rejects().get()));
            }
            Output output = new Output(order, good, bad, saved.orElseGet(() -> Checkpoint.start(fingerprint)));
            output.cutToDone();
            return output;
        } catch (IOException | RuntimeException e) {
            good.close();
            throw e;
        }
    }

    private static Path checkpointFile(BatchOrder order) {
        return PartFile.beside(order.out(), ".checkpoint");
    }

    private void cutToDone() throws IOException {
        boolean there = good.holds(done.goodBytes(), done.complete())
                && (bad.isEmpty() || bad.get().holds(done.badBytes(), done.complete()));
        if (!there) {
            done = Checkpoint.start(done.order());
        }
        if (!done.complete()) {
            good.cutTo(done.goodBytes());
            if (bad.isPresent()) {
                bad.get().cutTo(done.badBytes());
            }
        }
    }

    Checkpoint done() {
        return done;
    }

    void begin(List<String> header, List<String> rejectsHeader) throws IOException {
        if (done.goodBytes() == 0) {
            add(0, 0, start(header), start(rejectsHeader));
        }
    }

    private static byte[] start(List<String> header) {
        CsvText text = new CsvText(header.size());
        text.write(header);
        byte[] row = text.take();
        byte[] start = new byte[CsvText.MARK.length + row.length];
        System.arraycopy(CsvText.MARK, 0, start, 0, CsvText.MARK.length);
        System.arraycopy(row, 0, start, CsvText.MARK.length, row.length);
        return start;
    }

    void add(Judged judged) throws IOException {
        add(judged.rows(), judged.rejected(), judged.good(), judged.bad());
        refuseTooManyForSheet(order.out(), done.rows() - done.rejected());
        if (order.rejects().isPresent()) {
            refuseTooManyForSheet(order.rejects().get(), done.rejected());
        }
    }

    private void add(int rows, int rejected, byte[] goodRows, byte[] badRows) throws IOException {
        long goodBytes = done.goodBytes() + good.write(goodRows);
        long badBytes = done.badBytes() + (bad.isPresent() ? bad.get().write(badRows) : 0);
        done = new Checkpoint(done.order(), done.rows() + rows, done.rejected() + rejected, goodBytes, badBytes, false);
    }

    private static void refuseTooManyForSheet(Path file, long rows) {
        if (rows >= Format.SHEET_ROWS && BatchOrder.format(file) == Format.XLSX) {
            throw new BatchProblem(List.of(new Text(
                    "結果が多すぎて「%s」に入りません（Excelのシートは見出しを含めて%,d行まで）。ファイル名の終わりを .csv にしてください。"
                            .formatted(file.getFileName(), Format.SHEET_ROWS),
                    "There are too many rows for %s: an Excel sheet holds %,d with its header. Write to a file ending in .csv."
                            .formatted(file.getFileName(), Format.SHEET_ROWS))));
        }
    }

    void checkpoint() throws IOException {
        good.force();
        if (bad.isPresent()) {
            bad.get().force();
        }
        done.write(checkpointFile);
    }

    /** All rows are there: puts the files in place. */
    void finish() throws IOException {
        if (!done.complete()) {
            done = new Checkpoint(done.order(), done.rows(), done.rejected(), done.goodBytes(), done.badBytes(), true);
            checkpoint();
        }
        List<PartFile> parts = new ArrayList<>(List.of(good));
        bad.ifPresent(parts::add);
        for (PartFile part : parts) {
            // of a run that was cut short while it did this, some may be in place already
            if (part.length() > 0) {
                part.publish();
            } else {
                part.delete();
            }
        }
        Files.deleteIfExists(checkpointFile);
    }

    void discard() throws IOException {
        Files.deleteIfExists(checkpointFile);
        good.delete();
        if (bad.isPresent()) {
            bad.get().delete();
        }
    }

    @Override
    public void close() throws IOException {
        good.close();
        if (bad.isPresent()) {
            bad.get().close();
        }
    }
}
