package jp.readiness.folder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * The version of an edition: SHA-256 over its resolved files in the order of their names, each as
 * {@code name LF length-in-bytes LF text}, all in UTF-8; written as 64 lower-case hexadecimal digits.
 *
 * <p>The lengths keep text from moving between files unseen. Where the folder lies and what the programme is called do
 * not count, nor do line ends, a byte order mark, or whether accents are composed.
 */
final class ContentHash {

    private ContentHash() {}

    static String of(SortedMap<String, String> files) {
        MessageDigest digest = sha256();
        files.forEach((name, text) -> {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
