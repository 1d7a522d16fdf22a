package jp.readiness.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.readiness.programme.Text;

/**
 * Editions as one ZIP, laid out as a rules folder is: {@code questions.yaml} and {@code <programme>/<edition>/…}. What was
 * written is read back with the same hashes. Reading holds nothing on disk and has limits for everything, see
 * {@link ZipReader}.
 */
public final class RulesArchive {

    /** So that the same editions always give the same bytes. */
    private static final FileTime NO_TIME = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private RulesArchive() {}

    /** A ZIP or its content cannot be used. */
    public static final class Unusable extends RuntimeException {

        private final transient Text text;

        Unusable(Text text) {
            super(text.en());
            this.text = text;
        }

        public Text text() {
            return text;
        }
    }

    /**
     * What stands in a ZIP.
     *
     * @param editions {@code programme/edition} → file name → text
     * @param ignored names of files that no edition uses
     */
    public record Content(SortedMap<String, SortedMap<String, String>> editions, List<String> ignored) {
        public Content {
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * The files of some editions, by their paths in a rules folder.
     *
     * @throws Unusable if two editions say something else in a question of the same id: they fit no common folder
     */
    public static SortedMap<String, String> files(Collection<ResolvedEdition> editions) {
        SortedMap<String, String> files = new TreeMap<>();
        List<String> shared = new ArrayList<>();
        for (ResolvedEdition resolved : editions) {
            resolved.files().forEach((name, text) -> {
                if (name.equals(SharedQuestions.FILE)) {
                    shared.add(text);
                } else {
                    files.put(resolved.edition().name() + "/" + name, text);
                }
            });
        }
        SharedQuestionsText.together(shared).ifPresent(text -> files.put(SharedQuestions.FILE, text));
        return files;
    }

    /**
     * Which shared questions and sections one {@code questions.yaml} lacks, or has with other words, that another one has.
     *
     * @return ids
     */
    public static List<String> sharedMissing(String have, String wanted) {
        return SharedQuestionsText.missing(have, wanted);
    }

    /** Writes files, by their paths, as a ZIP. */
    public static void write(SortedMap<String, String> files, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setLastModifiedTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /**
     * Reads a ZIP of one or more editions. A folder around everything is looked through.
     *
     * @throws Unusable if it is no ZIP, too large, or holds what has no business in one
     */
    public static Content read(InputStream in) throws IOException {
        return ArchiveLayout.of(new ZipReader(in).files());
    }
}
