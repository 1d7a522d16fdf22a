package jp.readiness.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Where the rules folder is. */
public final class RulesLocation {

    private static final String NAME = "rules";

    private RulesLocation() {}

    /**
     * The folder given or, without one, {@code rules} in the working directory, else {@code rules} beside the jar, else
     * the copy that the jar carries, unpacked into a temporary folder.
     */
    public static Path find(Optional<Path> given) {
        return given.or(RulesLocation::inWorkingDirectory)
                .or(RulesLocation::besideTheJar)
                .orElseGet(RulesLocation::carried);
    }

    private static Optional<Path> inWorkingDirectory() {
        return Optional.of(Path.of(NAME)).filter(Files::isDirectory);
    }

    private static Optional<Path> besideTheJar() {
        String classPath = System.getProperty("java.class.path", "");
        return Optional.of(classPath)
                .filter(path -> path.endsWith(".jar"))
                .map(path -> Path.of(path).resolveSibling(NAME))
                .filter(Files::isDirectory);
    }

    private static Path carried() {
        URL url = Objects.requireNonNull(RulesLocation.class.getResource("/" + NAME), "the jar carries no rules");
        try {
            return url.openConnection() instanceof JarURLConnection jar
                    ? unpack(jar.getJarFile())
                    : Path.of(url.toURI());
        } catch (IOException e) {
            throw new UncheckedIOException("The rules in the jar cannot be unpacked", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path unpack(JarFile jar) throws IOException {
        Path folder = Files.createTempDirectory("readiness-rules-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
        for (JarEntry entry : jar.stream().toList()) {
            if (entry.getName().startsWith(NAME + "/") && !entry.isDirectory()) {
                Path target = folder.resolve(entry.getName()).normalize();
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
        return folder.resolve(NAME);
    }
}
