package jp.readiness.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password that somebody chooses has to be like. */
final class PasswordRules {

    static final int MIN_CHARACTERS = 12;

    private static final int MIN_BESIDE_USERNAME = 8;
    private static final int MIN_DIFFERENT = 5;
    private static final Set<String> WORST = worst();

    /** Why a password is refused; the name in lower case is the end of the message's key. */
    enum Fault {
        TOO_SHORT,
        TOO_LONG,
        HOLDS_USERNAME,
        WELL_KNOWN
    }

    private PasswordRules() {}

    static Optional<Fault> faultOf(String password, String username) {
        if (password.codePointCount(0, password.length()) < MIN_CHARACTERS) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (Passwords.tooLong(password)) {
            return Optional.of(Fault.TOO_LONG);
        }
        String folded = Username.fold(password);
        if (folded.contains(username) && folded.replace(username, "").length() < MIN_BESIDE_USERNAME) {
            return Optional.of(Fault.HOLDS_USERNAME);
        }
        return isWellKnown(folded) ? Optional.of(Fault.WELL_KNOWN) : Optional.empty();
    }

    /** In the list, or hardly more than one key held down. */
    private static boolean isWellKnown(String folded) {
        return WORST.contains(folded) || folded.codePoints().distinct().count() < MIN_DIFFERENT;
    }

    private static Set<String> worst() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("/account/worst-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
