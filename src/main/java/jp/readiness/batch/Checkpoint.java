package jp.readiness.batch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * How far a run has come, in a file beside its output. What it says is safely on the disk before it says so.
 *
 * @param order what the run was to do, and with what; only the same run may go on from here
 * @param rows of the input that are done
 * @param goodBytes length of the results written for them
 * @param badBytes length of the rejected rows written for them
 * @param complete whether these are all rows, and only the files are still to be put in place
 */
record Checkpoint(String order, long rows, long rejected, long goodBytes, long badBytes, boolean complete) {

    static Checkpoint start(String order) {
        return new Checkpoint(order, 0, 0, 0, 0, false);
    }

    /** Empty if there is none, or what there is was not written by this program. */
    static Optional<Checkpoint> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Properties saved = new Properties();
            saved.load(new StringReader(Files.readString(file)));
            return Optional.of(new Checkpoint(
                    saved.getProperty("order", ""),
                    Long.parseLong(saved.getProperty("rows")),
                    Long.parseLong(saved.getProperty("rejected")),
                    Long.parseLong(saved.getProperty("goodBytes")),
                    Long.parseLong(saved.getProperty("badBytes")),
                    Boolean.parseBoolean(saved.getProperty("complete"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes the place of what the file said before, whole or not at all. */
    void write(Path file) throws IOException {
        List<String> lines = List.of(
                "order=" + order,
                "rows=" + rows,
                "rejected=" + rejected,
                "goodBytes=" + goodBytes,
                "badBytes=" + badBytes,
                "complete=" + complete,
                "");
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer text = ByteBuffer.wrap(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
