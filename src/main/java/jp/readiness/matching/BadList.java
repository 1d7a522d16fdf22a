package jp.readiness.matching;

import java.util.List;
import jp.readiness.programme.Text;

/** A list of applicants that cannot be read, in words for whoever gave it. */
public final class BadList extends RuntimeException {

    private final transient List<Text> texts;

    BadList(List<Text> texts) {
        super(texts.get(0).en());
        this.texts = List.copyOf(texts);
    }

    /** What is wrong, each in a sentence or two; one at least. */
    public List<Text> texts() {
        return texts;
    }

    /** The same, saying of which list. */
    BadList in(Text list) {
        return new BadList(texts.stream()
                .map(text -> new Text(list.ja() + ": " + text.ja(), list.en() + ": " + text.en()))
                .toList());
    }
}
