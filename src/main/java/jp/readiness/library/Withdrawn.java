package jp.readiness.library;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Place;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;

/**
 * Warns where the newest edition of a programme was taken out of the rules folder, so that an older one is in force
 * again: that may be meant, or a folder that got lost.
 */
final class Withdrawn {

    private Withdrawn() {}

    /**
     * @param withdrawn editions that were live once and are no longer
     * @param live those in their place
     */
    static List<Problem> warnings(Collection<Edition> withdrawn, Collection<Edition> live) {
        return withdrawn.stream()
                .flatMap(gone -> newest(gone.programme(), live)
                        .filter(used -> gone.from().isAfter(used.from()))
                        .map(used -> warning(gone, used))
                        .stream())
                .toList();
    }

    private static Optional<Edition> newest(String programme, Collection<Edition> live) {
        return live.stream()
                .filter(edition -> edition.programme().equals(programme))
                .max(Comparator.comparing(Edition::from));
    }

    private static Problem warning(Edition gone, Edition used) {
        String until = used.to().map(Object::toString).orElse("");
        return Problem.warning(
                new Place(gone.name(), 1, 1),
                "WITHDRAWN_EDITION",
                new Text(
                        "フォルダーがなくなったため、この年度版は取り下げられました。代わりに「%s」(%s〜%s)を使っています。"
                                .formatted(used.id(), used.from(), until),
                        "This edition is withdrawn, since its folder is gone; `%s` (%s to %s) is used in its place."
                                .formatted(used.id(), used.from(), until)),
                new Text("取り下げるつもりがなければ、フォルダーを元に戻してください。", "If that was not meant, put the folder back."));
    }
}
