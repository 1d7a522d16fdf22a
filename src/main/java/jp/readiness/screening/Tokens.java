package jp.readiness.screening;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys in the two links of an answer sheet: 128 random bits to edit it, and a second key, to view it only, that
 * follows from the first and does not lead back to it. So the owner's page can always show both links, while the
 * database knows neither: it keeps their hashes.
 */
final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int BYTES = 16;

    private Tokens() {}

    /** A new key to edit: 22 characters of an address. */
    static String newEditToken() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** The key to view of the sheet with that key to edit: 22 characters of an address. */
    static String viewToken(String editToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ascii(editToken), "HmacSHA256"));
            return BASE64.encodeToString(Arrays.copyOf(mac.doFinal(ascii("view")), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }

    /** What is kept of a token: 64 hexadecimal digits. */
    static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ascii(token)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** Whether a piece of an address can be a token at all; what cannot need not be looked up. */
    static boolean isWellFormed(String token) {
        return FORM.matcher(token).matches();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
