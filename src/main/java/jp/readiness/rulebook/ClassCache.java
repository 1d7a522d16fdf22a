package jp.readiness.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.kie.api.KieServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the classes of every build in a folder, one jar each, by what they were compiled from, so that unchanged rules
 * are never compiled twice. A jar that is damaged, or that holds more than rules may do, is built again.
 */
final class ClassCache {

    private static final Logger LOG = LoggerFactory.getLogger(ClassCache.class);

    /** To be raised whenever the same canonical DRL would give other classes, or an older jar must not be used. */
    private static final String COMPILER_VERSION = "1";

    private static final int LARGEST_CLASS = 10_000_000;

    private final Path folder;

    ClassCache(Path folder) {
        this.folder = folder;
    }

    /** The classes kept for this DRL, if there are any and they may be loaded. */
    Optional<Map<String, byte[]>> find(String canonicalDrl) {
        return read(jar(canonicalDrl));
    }

    /** Compiles, checks and keeps. */
    Map<String, byte[]> build(String canonicalDrl) {
        Map<String, byte[]> built = DroolsBuild.classes(canonicalDrl);
        List<String> violations = BytecodeCheck.violations(built);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("compiled rules do what they must not: " + violations);
        }
        write(jar(canonicalDrl), built);
        return built;
    }

    private Path jar(String canonicalDrl) {
        return folder.resolve(key(canonicalDrl) + ".jar");
    }

    private static String key(String canonicalDrl) {
        String drools = KieServices.class.getPackage().getImplementationVersion();
        String source = COMPILER_VERSION + "\n" + drools + "\n" + canonicalDrl;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static Optional<Map<String, byte[]>> read(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        Map<String, byte[]> classes = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                classes.put(className(entry), bytes(zip));
            }
            if (classes.isEmpty()) {
                throw new IOException("no classes");
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} is damaged and will be built again: {}", jar, e.toString());
            return Optional.empty();
        }
        List<String> violations = BytecodeCheck.violations(classes);
        if (!violations.isEmpty()) {
            LOG.warn("{} holds what rules must not do and will be built again: {}", jar, violations.get(0));
            return Optional.empty();
        }
        return Optional.of(classes);
    }

    private static String className(ZipEntry entry) {
        return entry.getName().replace(".class", "").replace('/', '.');
    }

    private static byte[] bytes(InputStream zip) throws IOException {
        byte[] bytes = zip.readNBytes(LARGEST_CLASS);
        if (bytes.length == LARGEST_CLASS) {
            throw new IOException("class too large");
        }
        return bytes;
    }

    private void write(Path jar, Map<String, byte[]> classes) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "draft", ".jar");
            Files.write(draft, zipped(classes));
            // other processes see the whole jar or none
            Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("compiled rules cannot be kept in {}: {}", folder, e.toString());
        }
    }

    private static byte[] zipped(Map<String, byte[]> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey().replace('.', '/') + ".class"));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
