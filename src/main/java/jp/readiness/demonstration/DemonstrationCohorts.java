package jp.readiness.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.readiness.programme.Edition;

/** The front door of the package. */
public final class DemonstrationCohorts {

    private static final Pattern FILE = Pattern.compile("cohort-(.+)\\.csv");

    private DemonstrationCohorts() {}

    /** The cohorts in the folder of an edition, sorted by name; never throws for what is in them. */
    public static List<DemonstrationCohort> of(Path rules, Edition edition) {
        Path folder = rules.resolve(edition.programme()).resolve(edition.id());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> FILE.matcher(name(file)).matches())
                    .sorted()
                    .map(file -> new CohortFile(file, edition.name() + "/" + name(file), edition).read())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file's name says of the cohort: {@code cohort-reconstructed.csv} is {@code reconstructed}. */
    static String cohort(String file) {
        return FILE.matcher(file.substring(file.lastIndexOf('/') + 1)).replaceFirst("$1");
    }

    private static String name(Path file) {
        return Normalizer.normalize(Objects.requireNonNull(file.getFileName()).toString(), Normalizer.Form.NFC);
    }
}
