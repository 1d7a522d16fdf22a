package jp.readiness.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.readiness.table.Format;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableReader;
import jp.readiness.table.TableWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The files of runs, each in a folder of an unguessable name. What a file was called elsewhere never names one here. */
@Component
class RunFiles {

    private static final Logger log = LoggerFactory.getLogger(RunFiles.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The results of a file may be larger than it is. */
    private static final int ROOM = 3;

    private final RunSettings settings;

    RunFiles(RunSettings settings) {
        this.settings = settings;
    }

    /**
     * Where uploads lie while they come in, without what was left there when the server was cut short.
     *
     * @return empty if there can be no such folder
     */
    Optional<Path> emptyIncoming() {
        Path incoming = folder("incoming");
        filesOf(incoming).forEach(RunFiles::tryDelete);
        try {
            return Optional.of(Files.createDirectories(incoming));
        } catch (IOException e) {
            log.warn("There is no folder for uploads; they go where temporary files go", e);
            return Optional.empty();
        }
    }

    /** What was received. */
    record Received(String folder, String hash, long bytes) {}

    /**
     * Writes what comes in to the disk.
     *
     * @throws RunRefused if there is too much of it, or no room
     */
    Received receive(InputStream in) {
        String folder = newName();
        try {
            Files.createDirectories(folder(folder));
            return write(in, folder);
        } catch (IOException e) {
            delete(folder);
            log.warn("A file for a run could not be kept", e);
            throw noSpace();
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private Received write(InputStream in, String folder) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(input(folder))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                refuseTooLarge(bytes);
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (folder(folder).toFile().getUsableSpace() < ROOM * bytes) {
            throw noSpace();
        }
        return new Received(folder, HexFormat.of().formatHex(digest.digest()), bytes);
    }

    void refuseTooLarge(long bytes) {
        long megabytes = settings.maxFile().toMegabytes();
        if (bytes > settings.maxFile().toBytes()) {
            throw new RunRefused(
                    RunRefused.Why.TOO_LARGE,
                    "ファイルが大きすぎます（%,d MBまで）。分けて取り込むか、コマンド batch を使ってください。".formatted(megabytes),
                    "The file is too large (%,d MB at most). Split it, or use the command batch.".formatted(megabytes));
        }
    }

    private static RunRefused noSpace() {
        return new RunRefused(
                RunRefused.Why.NO_SPACE,
                "サーバーの空き容量が足りないため、受け取れませんでした。古い一括判定を削除するか、システムの担当者に知らせてください。",
                "The server has not enough disk space for this file. Delete old runs, or tell whoever runs the system.");
    }

    Path folder(String name) {
        return settings.dir().toAbsolutePath().normalize().resolve(name);
    }

    Path input(String folder) {
        return folder(folder).resolve("input");
    }

    Path results(String folder) {
        return folder(folder).resolve("results.csv");
    }

    Path rejects(String folder) {
        return folder(folder).resolve("rejects.csv");
    }

    /** The same rows as a workbook, made when it is first asked for. */
    synchronized Path workbook(Path csv) throws IOException {
        Path workbook = csv.resolveSibling(csv.getFileName().toString().replace(".csv", ".xlsx"));
        if (!Files.exists(workbook)) {
            Path part = workbook.resolveSibling(workbook.getFileName() + ".part");
            try (Table table = TableReader.open(csv, Optional.of(StandardCharsets.UTF_8));
                    TableWriter writer = TableWriter.open(part, Format.XLSX)) {
                writer.write(table.header());
                for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                    writer.write(row.get().cells());
                }
            }
            Files.move(part, workbook, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return workbook;
    }

    /** Once the results are there nobody needs the names and answers any more. */
    void deleteInput(String folder) {
        tryDelete(input(folder));
    }

    void delete(String folder) {
        for (Path file : filesOf(folder(folder))) {
            tryDelete(file);
        }
        tryDelete(folder(folder));
    }

    /** Deletes folders of which no run knows, as an upload leaves them that was cut short; what is new may be coming in. */
    void deleteAllBut(Set<String> known, Instant olderThan) {
        for (Path folder : filesOf(settings.dir())) {
            String name = folder.getFileName().toString();
            boolean ours =
                    Files.isDirectory(folder) && name.length() == newName().length();
            if (ours && !known.contains(name) && folder.toFile().lastModified() < olderThan.toEpochMilli()) {
                delete(name);
            }
        }
    }

    private static List<Path> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            log.warn("The files of a run could not be listed", e);
            return List.of();
        }
    }

    private static void tryDelete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("A file of a run could not be deleted", e);
        }
    }

    private static String newName() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
