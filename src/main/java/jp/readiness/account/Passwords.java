package jp.readiness.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes passwords, and hashes and compares them. */
@Component
class Passwords {

    /** What bcrypt reads: it would silently ignore the rest. */
    static final int MAX_BYTES = 72;

    /** Without the letters and digits that are taken for one another: 31 of them, so four by five have 99 bits. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodysHash = hash(oneTime());

    /** A random password to be used until its owner has chosen one, such as {@code 7kq2m-xw4pa-d9rtz-c3hnv}. */
    String oneTime() {
        return IntStream.range(0, 4).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    String hash(String password) {
        return encoder.encode(normal(password));
    }

    boolean fits(String password, Account account) {
        return fits(password, account.passwordHash());
    }

    /** Takes as long as comparing with an account's password does, so that the time does not tell whether one exists. */
    boolean fitsNobody(String password) {
        fits(password, nobodysHash);
        return false;
    }

    static boolean tooLong(String password) {
        return normal(password).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    private boolean fits(String password, String hash) {
        boolean same = encoder.matches(normal(password), hash);
        return same && !tooLong(password);
    }

    /** A password typed on a Japanese keyboard in full width is the same as in half width. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private String group() {
        return random.ints(5, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }
}
