package jp.readiness.library;

import java.time.LocalDate;
import java.util.Collection;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Text;

/** The programme has no edition of that name, or none on that day. */
public final class NoSuchEdition extends NotInLibrary {

    private NoSuchEdition(Text text) {
        super(text);
    }

    static NoSuchEdition named(String programme, String edition, Collection<String> known) {
        return new NoSuchEdition(Words.missing(programme + "の年度版", "edition of " + programme, edition, known));
    }

    static NoSuchEdition before(Edition first, LocalDate asOf) {
        return new NoSuchEdition(new Text(
                "%s には、%s に使える年度版がありません。最初の年度版は %s からです。".formatted(first.programme(), asOf, first.from()),
                "%s has no edition for %s: the first one starts on %s."
                        .formatted(first.programme(), asOf, first.from())));
    }

    static NoSuchEdition between(Edition ended, Edition next, LocalDate asOf) {
        LocalDate end = ended.to().orElseThrow();
        return new NoSuchEdition(new Text(
                "%s には、%s に使える年度版がありません。%s は %s まで、次の %s は %s からです。"
                        .formatted(ended.programme(), asOf, ended.id(), end, next.id(), next.from()),
                "%s has no edition for %s: %s ends on %s and %s starts on %s."
                        .formatted(ended.programme(), asOf, ended.id(), end, next.id(), next.from())));
    }

    /** The edition is there, but its files have errors, so that nobody can be judged by it. */
    static NoSuchEdition broken(String name) {
        return new NoSuchEdition(new Text(
                "%s は、ファイルに誤りがあるため使えません。check で誤りを確かめて直してください。".formatted(name),
                "%s cannot be used, because its files have errors. See what check says and correct them."
                        .formatted(name)));
    }

    static NoSuchEdition broken(String name, Edition older) {
        return new NoSuchEdition(new Text(
                "%s は、ファイルに誤りがあるため使えません。古い %s を代わりに使うことはしません。check で誤りを確かめて直すか、%s と指定してください。"
                        .formatted(name, older.id(), older.name()),
                "%s cannot be used, because its files have errors; the older %s does not take its place. See what check says and correct them, or ask for %s."
                        .formatted(name, older.id(), older.name())));
    }
}
