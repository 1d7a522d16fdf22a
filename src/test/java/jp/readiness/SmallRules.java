package jp.readiness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of {@code src/test/resources/small-rules}, one programme with two editions, that a test may spoil. */
public final class SmallRules {

    public static final Path ORIGINAL = Path.of("src/test/resources/small-rules");

    private final Path folder;

    private SmallRules(Path folder) {
        this.folder = folder;
    }

    public static SmallRules in(Path parent) {
        Path folder = parent.resolve("rules");
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(ORIGINAL.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SmallRules(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Replaces a piece of a file, which must be there. */
    public SmallRules change(String file, String from, String to) {
        String text = read(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        return write(file, text.replace(from, to));
    }

    public SmallRules write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SmallRules delete(String file) {
        try (Stream<Path> paths = Files.walk(folder.resolve(file).normalize())) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String file) {
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
