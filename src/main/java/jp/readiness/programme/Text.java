package jp.readiness.programme;

import java.util.Locale;

/** Words in the two languages of the product. Neither is ever empty unless both are ({@link #NONE}). */
public record Text(String ja, String en) {

    /** No words at all, as for a question without help. */
    public static final Text NONE = new Text("", "");

    /** The words in English for an English locale, in Japanese for every other. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : ja;
    }

    public boolean isEmpty() {
        return ja.isEmpty() && en.isEmpty();
    }
}
