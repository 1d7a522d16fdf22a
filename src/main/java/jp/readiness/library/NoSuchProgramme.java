package jp.readiness.library;

import java.util.Collection;
import jp.readiness.programme.Text;

/** No programme has that name. */
public final class NoSuchProgramme extends NotInLibrary {

    private NoSuchProgramme(Text text) {
        super(text);
    }

    static NoSuchProgramme named(String programme, Collection<String> known) {
        return new NoSuchProgramme(Words.missing("支援", "programme", programme, known));
    }
}
