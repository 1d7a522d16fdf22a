package jp.readiness.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Text;
import jp.readiness.table.Format;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableReader;
import jp.readiness.table.TableWriter;
import org.jspecify.annotations.Nullable;

/**
 * An output in the making: CSV in a file beside the final one, which takes its name, or is made into a workbook, once all
 * rows are there. Locked, so that two runs never write to one.
 */
final class PartFile implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final FileChannel channel;

    private PartFile(Path target, Path part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
    }

    static Path of(Path target) {
        return beside(target, ".part");
    }

    static Path beside(Path target, String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    /** @throws BatchProblem if another run writes to it */
    static PartFile open(Path target) throws IOException {
        Path part = of(target);
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new BatchProblem(List.of(new Text(
                    "「%s」には、いま別の処理が書き出しています。終わるのを待つか、別のファイルを指定してください。".formatted(target),
                    "Another run is writing to %s at the moment. Wait for it to end, or name another file."
                            .formatted(target))));
        }
        return new PartFile(target, part, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    long length() throws IOException {
        return channel.size();
    }

    /** Whether so much of it is here or, of an output that was complete, it is in place already. */
    boolean holds(long bytes, boolean complete) throws IOException {
        return channel.size() >= bytes || (complete && channel.size() == 0 && Files.exists(target));
    }

    /** Forgets what was written beyond a length. */
    void cutTo(long length) throws IOException {
        channel.truncate(length);
        channel.position(length);
    }

    /** @return how many bytes were written */
    int write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        return bytes.length;
    }

    void force() throws IOException {
        channel.force(true);
    }

    /** Puts the whole output under its final name; may be called again after it was cut short. */
    void publish() throws IOException {
        if (BatchOrder.format(target) == Format.CSV) {
            move(part);
            return;
        }
        Path workbook = beside(target, ".next");
        writeWorkbook(workbook);
        move(workbook);
        Files.deleteIfExists(part);
    }

    private void move(Path from) throws IOException {
        Files.move(from, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeWorkbook(Path workbook) throws IOException {
        try (Table table = TableReader.open(part, Optional.empty());
                TableWriter writer = TableWriter.open(workbook, Format.XLSX)) {
            writer.write(table.header());
            for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                writer.write(row.get().cells());
            }
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(beside(target, ".next"));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
