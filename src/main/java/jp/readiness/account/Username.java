package jp.readiness.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Usernames, however they are typed: full-width or half-width, upper or lower case. */
final class Username {

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{2,49}");

    private Username() {}

    /** The form that is kept and compared: {@code " ＡＤＭＩＮ"} is {@code "admin"}. */
    static String fold(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a new account may have that (folded) name: 3 to 50 letters, digits and {@code . _ @ -}. */
    static boolean allowed(String folded) {
        return ALLOWED.matcher(folded).matches();
    }
}
