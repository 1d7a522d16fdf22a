package jp.readiness.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A golden case: what is changed in a sound folder, and the problems that must come of it.
 *
 * <pre>
 * === change tiny/2022/programme.yaml
 * -bands: { medium: 0.25, high: 0.5 }      these lines, which stand there once,
 * +bands: { medium: 0.25 }                 become these; without any "-" they are added at the end
 * === file tiny/2022/scenarios.yaml        the whole file follows
 * === delete tiny/2022/rules.drl
 * === expected
 * tiny/2022/programme.yaml:9:1: error …
 * </pre>
 */
record BrokenFolder(Path file, List<Part> edits, List<String> expected) {

    static final Path BASE = Path.of("src/test/resources/check/base");

    private static final String HEAD = "=== ";

    record Part(String head, List<String> lines) {
        String argument() {
            return head.substring(head.indexOf(' ') + 1);
        }
    }

    static BrokenFolder read(Path file) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(HEAD)) {
                parts.add(new Part(line.substring(HEAD.length()), new ArrayList<>()));
            } else if (!parts.isEmpty()) {
                parts.get(parts.size() - 1).lines().add(line);
            }
        }
        Part last = parts.remove(parts.size() - 1);
        assertThat(last.head()).isEqualTo("expected");
        return new BrokenFolder(file, parts, last.lines());
    }

    /** Makes the folder that the case describes. */
    Path in(Path folder) throws IOException {
        copy(BASE, folder);
        for (Part edit : edits) {
            apply(edit, folder.resolve(edit.argument()));
        }
        return folder;
    }

    /** Writes the case again with other problems. */
    void accept(List<String> problems) throws IOException {
        String content = Files.readString(file);
        String marker = HEAD + "expected\n";
        Files.writeString(
                file,
                content.substring(0, content.indexOf(marker) + marker.length())
                        + problems.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(source, target);
            }
        }
    }

    private static void apply(Part edit, Path target) throws IOException {
        if (edit.head().startsWith("delete ")) {
            Files.delete(target);
        } else if (edit.head().startsWith("file ")) {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.writeString(target, text(edit.lines()));
        } else {
            String old = text(marked("-", edit));
            String content = Files.readString(target);
            assertThat(content.indexOf(old))
                    .describedAs("lines to change: %s", old)
                    .isNotNegative()
                    .isEqualTo(old.isEmpty() ? 0 : content.lastIndexOf(old));
            String now = text(marked("+", edit));
            Files.writeString(target, old.isEmpty() ? content + now : content.replace(old, now));
        }
    }

    private static List<String> marked(String mark, Part edit) {
        return edit.lines().stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(1))
                .toList();
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
