package jp.readiness.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.library.Versions.Version;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Place;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;

/**
 * Decides what becomes of the editions of the folder. With "live" for the version that is live and "seen" for the content
 * that was last taken from the folder:
 *
 * <ul>
 *   <li>live = seen: nothing was published online since, so a changed folder goes live;
 *   <li>live ≠ seen: somebody published online, so a changed folder is offered as a draft;
 *   <li>a folder that is as it was seen changes nothing.
 * </ul>
 */
final class FolderChanges {

    private final Versions versions;
    private final FolderListener listener;
    private final Map<String, String> live;
    private final Map<String, String> seen;

    FolderChanges(Versions versions, FolderListener listener) {
        this.versions = versions;
        this.listener = listener;
        this.live = versions.live().stream().collect(Collectors.toMap(Version::name, Version::hash));
        this.seen = versions.seen();
    }

    /**
     * Publishes or offers what changed.
     *
     * @param sound editions of the folder that may go live
     * @param contents reads the content of some of them
     * @return a warning for each edition of which the folder says something else than what is live
     */
    List<Problem> take(List<Adviser> sound, Function<Set<Version>, Map<Version, ResolvedEdition>> contents) {
        List<Version> found =
                sound.stream().map(adviser -> Version.of(adviser.edition())).toList();
        Set<Version> changed = new HashSet<>(found);
        changed.removeIf(version -> version.hash().equals(live.get(version.name()))
                || version.hash().equals(seen.get(version.name())) && live.containsKey(version.name()));
        if (!changed.isEmpty()) {
            contents.apply(changed).values().forEach(this::take);
        }
        found.stream()
                .filter(version -> !version.hash().equals(seen.get(version.name())))
                .forEach(versions::see);
        Map<String, String> now = versions.live().stream().collect(Collectors.toMap(Version::name, Version::hash));
        List<Problem> differing = new ArrayList<>();
        sound.stream()
                .map(Adviser::edition)
                .filter(edition -> !edition.version().equals(now.get(edition.name())))
                .map(FolderChanges::differs)
                .forEach(differing::add);
        return differing;
    }

    private void take(ResolvedEdition resolved) {
        String name = resolved.edition().name();
        Optional<String> before = Optional.ofNullable(live.get(name));
        boolean untouched = before.isEmpty() || before.get().equals(seen.get(name));
        if (untouched && versions.publish(resolved, before, Publication.FROM_FOLDER)) {
            listener.published(resolved);
        } else if (before.isPresent()) {
            listener.offered(resolved, before.get());
        }
    }

    private static Problem differs(Edition edition) {
        return Problem.warning(
                new Place(edition.name() + "/programme.yaml", 1, 1),
                "FOLDER_DIFFERS",
                new Text(
                        "フォルダーの内容は、画面から公開された版と違います。公開されている版を使っています。",
                        "The folder says something else than the version that was published online, which is in use."),
                new Text(
                        "フォルダーの内容を使うには、編集室の下書きを公開してください。公開中の版をフォルダーに写すには、書き出してください。",
                        "To use the folder's, publish its draft in the workbench; to bring the folder up to date, export the published version."));
    }
}
