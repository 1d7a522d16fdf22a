package jp.readiness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;

/**
 * The files of a programme that has yet to be written, with one edition.
 *
 * @param programme folder of the programme
 * @param edition its only folder, called by the fiscal year
 */
record Skeleton(Path programme, Path edition, LocalDate today) {

    private static final List<String> FILES = List.of("programme.yaml", "rules.drl", "scenarios.yaml", "examples.yaml");

    /** @param today decides the fiscal year, which in Japan begins in April */
    static Skeleton of(Path programme, LocalDate today) {
        int year = today.getYear() - (today.getMonth().compareTo(Month.APRIL) < 0 ? 1 : 0);
        return new Skeleton(programme, programme.resolve(String.valueOf(year)), today);
    }

    void write() throws IOException {
        Files.createDirectories(edition);
        for (String file : FILES) {
            Files.writeString(edition.resolve(file), text(file));
        }
    }

    /** Takes back what {@link #write} made. */
    void delete() throws IOException {
        for (String file : FILES) {
            Files.deleteIfExists(edition.resolve(file));
        }
        Files.deleteIfExists(edition);
        Files.deleteIfExists(programme);
    }

    private String text(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Skeleton.class.getResourceAsStream("skeleton/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@YEAR@", String.valueOf(edition.getFileName()))
                    .replace("@TODAY@", today.toString());
        }
    }
}
