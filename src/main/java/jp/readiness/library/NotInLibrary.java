package jp.readiness.library;

import jp.readiness.programme.Text;

/** There is nothing to advise by under that name, or on that day. Its words are for whoever asked. */
public abstract sealed class NotInLibrary extends RuntimeException permits NoSuchProgramme, NoSuchEdition {

    private final transient Text text;

    NotInLibrary(Text text) {
        super(text.en());
        this.text = text;
    }

    /** What is missing and, where it can be guessed, what was meant. */
    public Text text() {
        return text;
    }
}
