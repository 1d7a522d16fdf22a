package jp.readiness.library;

import java.util.Collection;
import jp.readiness.programme.Text;

/** No programme, or no match, has that name. */
public final class NoSuchProgramme extends NotInLibrary {

    private NoSuchProgramme(Text text) {
        super(text);
    }

    static NoSuchProgramme named(String programme, Collection<String> known) {
        return new NoSuchProgramme(Words.missing("支援", "programme", programme, known));
    }

    static NoSuchProgramme match(String match, Collection<String> known) {
        return new NoSuchProgramme(Words.missing("組み合わせ", "match", match, known));
    }
}
