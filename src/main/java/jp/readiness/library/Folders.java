package jp.readiness.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What one needs to know of folders, or do with them, without reading their files. */
public final class Folders {

    private Folders() {}

    /** {@code programme/edition} of every edition folder, sound or not. */
    static Set<String> editions(Path rules) {
        Set<String> names = new TreeSet<>();
        for (Path programme : folders(rules)) {
            for (Path edition : folders(programme)) {
                names.add(programme.getFileName() + "/" + edition.getFileName());
            }
        }
        return names;
    }

    /** Path, size and time of every file: equal as long as nothing has changed. */
    static Set<String> fingerprint(Path rules) {
        try (Stream<Path> files = Files.walk(rules, 4)) {
            Set<String> prints = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                prints.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
            return prints;
        } catch (IOException | UncheckedIOException e) {
            // files come and go while somebody copies them; the next look will see them at rest
            return Set.of(e.toString());
        }
    }

    /** Whatever can be deleted of a temporary folder. */
    public static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // a temporary folder that stays behind does no harm
        }
    }

    private static Set<Path> folders(Path parent) {
        try (Stream<Path> entries = Files.list(parent)) {
            return new TreeSet<>(entries.filter(Files::isDirectory)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .toList());
        } catch (IOException e) {
            return Set.of();
        }
    }
}
