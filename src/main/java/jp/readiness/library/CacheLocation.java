package jp.readiness.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where compiled rules are kept. */
public final class CacheLocation {

    public static final String DEFAULT = "data/cache";

    private CacheLocation() {}

    /** That folder, made if absent; or, if one cannot write there, a temporary one, with a warning in the log. */
    public static Path usable(Path wanted) {
        try {
            Files.createDirectories(wanted);
            if (Files.isWritable(wanted)) {
                return wanted;
            }
        } catch (IOException e) {
            // said below, together with a folder that is there but read-only
        }
        Path temporary = temporary();
        LoggerFactory.getLogger(CacheLocation.class)
                .warn(
                        "Compiled rules cannot be kept in {}: not writable. They go to {} for this run.",
                        wanted,
                        temporary);
        return temporary;
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("readiness-cache-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for compiled rules can be made", e);
        }
    }
}
