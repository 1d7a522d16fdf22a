package jp.readiness.run;

import java.util.List;
import jp.readiness.programme.Text;

/** What was asked for cannot be done, in words for whoever asked. Nothing of it is kept. */
public final class RunRefused extends RuntimeException {

    /** What kind of refusal it is. */
    public enum Why {
        /** The file, or what was said about it, has to be put right. */
        BAD_FILE,
        TOO_LARGE,
        /** Others have to end first. */
        BUSY,
        /** The server has no room. */
        NO_SPACE,
        /** Not in the state that the run is in. */
        NOT_NOW
    }

    private final Why why;
    private final transient List<Text> texts;

    RunRefused(Why why, List<Text> texts) {
        super(texts.get(0).en());
        this.why = why;
        this.texts = List.copyOf(texts);
    }

    RunRefused(Why why, String ja, String en) {
        this(why, List.of(new Text(ja, en)));
    }

    public Why why() {
        return why;
    }

    /** What is wrong, each in a sentence or two; one at least. */
    public List<Text> texts() {
        return texts;
    }
}
