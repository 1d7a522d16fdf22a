package jp.readiness.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.readiness.programme.Place;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;

/**
 * A folder of the rules tree. What begins with a dot is left to the tools that made it.
 *
 * @param id its name, in NFC
 * @param name its path in problems, relative to the rules folder, ending in {@code /} unless empty
 */
record Directory(String id, String name, List<Path> entries, Problems problems) {

    static Directory top(Path path, Problems problems) {
        return listed(path, "", "", problems);
    }

    private static Directory listed(Path path, String id, String name, Problems problems) {
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> visible = entries.filter(entry -> !nameOf(entry).startsWith("."))
                    .sorted((a, b) -> nameOf(a).compareTo(nameOf(b)))
                    .toList();
            return new Directory(id, name, visible, problems);
        } catch (IOException e) {
            problems.error(
                    new Place(name.isEmpty() ? "." : name, 1, 1),
                    "UNREADABLE_FILE",
                    new Text("フォルダーを読めませんでした。", "The folder could not be read."));
            return new Directory(id, name, List.of(), problems);
        }
    }

    List<Directory> folders() {
        return entries.stream()
                .filter(Files::isDirectory)
                .map(path -> listed(path, nameOf(path), name + onOneLine(nameOf(path)) + "/", problems))
                .toList();
    }

    /** This folder with its problems collected elsewhere. */
    Directory reportingTo(Problems collector) {
        return new Directory(id, name, entries, collector);
    }

    Place place(String file) {
        return new Place(name + onOneLine(file), 1, 1);
    }

    /** A file's text; within, empty if it cannot be used, which was reported; without, if there is no such file. */
    Optional<Optional<String>> text(String file) {
        return entries.stream()
                .filter(path -> nameOf(path).equals(file) && !Files.isDirectory(path))
                .findFirst()
                .map(path -> TextFile.read(path, name + file, problems));
    }

    /** Warns of files that nothing reads; folders are another's matter. */
    void warnOfOtherFiles(Set<String> known) {
        warnOfOthers(known, Files::isDirectory);
    }

    /** Warns of whatever nothing reads. */
    void warnOfOthers(Set<String> known, Predicate<Path> alsoKnown) {
        entries.stream()
                .filter(path -> !known.contains(nameOf(path)) && !alsoKnown.test(path))
                .forEach(path -> warnOf(nameOf(path), known));
    }

    private void warnOf(String file, Set<String> known) {
        Text maybe = Suggestion.maybe(file, known);
        problems.warning(
                place(file),
                "UNKNOWN_FILE",
                Wording.say("「%s」はここでは使われません。", "`%s` is not used here.", file),
                maybe.isEmpty() ? new Text("置き場所と名前を確かめてください。", "Please check its place and name.") : maybe);
    }

    /** Some file systems let names run over several lines; a problem is reported on one. */
    private static String onOneLine(String file) {
        return file.replaceAll("\\p{Cntrl}", "?");
    }

    static String nameOf(Path path) {
        Path last = path.getFileName();
        String name = last == null ? "" : last.toString().replaceFirst("/$", "");
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
