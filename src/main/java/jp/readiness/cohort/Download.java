package jp.readiness.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.readiness.table.Format;
import jp.readiness.table.TableWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Tables to be kept as files. */
final class Download {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Download() {}

    /** The rows as a file. */
    static byte[] table(List<List<String>> rows, Format format) throws IOException {
        Path folder = Files.createTempDirectory("table");
        Path file = folder.resolve("table");
        try {
            try (TableWriter writer = TableWriter.open(file, format)) {
                for (List<String> row : rows) {
                    writer.write(row);
                }
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    static ResponseEntity<byte[]> of(byte[] file, String name, Format format) {
        return ResponseEntity.ok()
                .contentType(format == Format.CSV ? CSV : XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }
}
