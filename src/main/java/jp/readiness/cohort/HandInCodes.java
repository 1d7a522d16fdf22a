package jp.readiness.cohort;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The codes of short addresses: easy to read off a screen and to type, and without a vowel, so that they spell nothing. */
final class HandInCodes {

    private static final String LETTERS = "23456789CFGHJKMPQRVWX";
    private static final int LENGTH = 7;
    private static final Pattern FORM = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private HandInCodes() {}

    static String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** What was typed as a code, in the form in which it is kept: full-width, small and spaced letters are meant alike. */
    static String read(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }

    static boolean isWellFormed(String code) {
        return FORM.matcher(code).matches();
    }
}
