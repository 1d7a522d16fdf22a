package jp.readiness.screening;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was typed to hand a sheet in. It stays as typed, also where it is shown again to be corrected; only e-mail
 * address and telephone number are read in half-width characters.
 *
 * @param consent whether the box was ticked
 */
record HandInForm(String company, String person, String email, String phone, String message, boolean consent) {

    /** The ids of fields are those of the controls in the page, behind {@code hand-in-}. */
    record Problem(String field, String key, int limit, int length) {}

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    private static final Pattern DASH = Pattern.compile("[ー‐‑–—−]");
    private static final Pattern PHONE = Pattern.compile("[0-9+()\\- ]*");

    static final HandInForm EMPTY = new HandInForm("", "", "", "", "", false);

    static HandInForm of(Map<String, String> sent) {
        return new HandInForm(
                sent.getOrDefault("company", ""),
                sent.getOrDefault("person", ""),
                sent.getOrDefault("email", ""),
                sent.getOrDefault("phone", ""),
                // forms send line ends as two characters
                sent.getOrDefault("message", "").replace("\r\n", "\n"),
                sent.containsKey("consent"));
    }

    /** As handed in before; consent is asked for each time. */
    static HandInForm of(Contact contact) {
        return new HandInForm(
                contact.company(), contact.person(), contact.email(), contact.phone(), contact.message(), false);
    }

    /** Valid only if there are no problems. */
    Contact contact() {
        return new Contact(company, person, halfWidth(email), phoneNumber(), message);
    }

    /** In the order of the page; at most one a field. */
    List<Problem> problems() {
        return Stream.of(
                        problem("company", company, 200, true, value -> true),
                        problem("person", person, 200, true, value -> true),
                        problem(
                                "email",
                                halfWidth(email),
                                254,
                                true,
                                value -> EMAIL.matcher(value).matches()),
                        problem(
                                "phone",
                                phoneNumber(),
                                50,
                                false,
                                value -> PHONE.matcher(value).matches()),
                        problem("message", message, 2000, false, value -> true),
                        consent ? Optional.<Problem>empty() : Optional.of(new Problem("consent", "missing", 0, 0)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Problem> problem(
            String field, String value, int limit, boolean required, Predicate<String> form) {
        if (value.isBlank()) {
            return required ? Optional.of(new Problem(field, "missing", 0, 0)) : Optional.empty();
        }
        if (value.length() > limit) {
            return Optional.of(new Problem(field, "too-long", limit, value.length()));
        }
        boolean readable = value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
        return readable && form.test(value) ? Optional.empty() : Optional.of(new Problem(field, "form", 0, 0));
    }

    private String phoneNumber() {
        return DASH.matcher(halfWidth(phone)).replaceAll("-");
    }

    private static String halfWidth(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }
}
