package jp.readiness.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.readiness.account.StaffNames;
import jp.readiness.library.Library;
import jp.readiness.library.Publication;
import jp.readiness.library.Published;
import jp.readiness.programme.Edition;
import jp.readiness.workbench.RuleSource.Line;
import org.springframework.stereotype.Component;

/** Who gave each rule of a live edition the text that it has, and when. */
@Component
class RuleChanges {

    /** Further back nobody looks for the sake of one line. */
    private static final int MOST_VERSIONS = 50;

    private static final String FILE = "rules.drl";

    private final Library library;
    private final StaffNames names;
    private final Clock clock;

    RuleChanges(Library library, StaffNames names, Clock clock) {
        this.library = library;
        this.names = names;
        this.clock = clock;
    }

    /**
     * The publication by which a rule got its text.
     *
     * @param number of the publication, by which the history shows it
     * @param by empty where it came with the folder
     */
    record Change(long number, LocalDate on, Optional<String> by, String reason) {}

    /** @return one for each source, in their order; empty where it is older than what is looked through */
    List<Optional<Change>> of(Edition edition, List<RuleSource> sources) {
        List<Published> history = library.history(edition.programme(), edition.id());
        List<Optional<Change>> changes = new ArrayList<>(Collections.nCopies(sources.size(), Optional.empty()));
        BitSet unchanged = new BitSet();
        unchanged.set(0, sources.size());
        for (Published published : history.subList(0, Math.min(MOST_VERSIONS, history.size()))) {
            if (unchanged.isEmpty()) {
                break;
            }
            String text = text(edition, published);
            for (int rule = unchanged.nextSetBit(0); rule >= 0; rule = unchanged.nextSetBit(rule + 1)) {
                if (text.contains(text(sources.get(rule)))) {
                    changes.set(rule, Optional.of(change(published)));
                } else {
                    unchanged.clear(rule);
                }
            }
        }
        return changes;
    }

    private String text(Edition edition, Published published) {
        return library.files(edition.programme(), edition.id(), published.hash())
                .map(files -> files.getOrDefault(FILE, ""))
                .orElse("");
    }

    private static String text(RuleSource source) {
        return source.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private Change change(Published published) {
        boolean folder = published.origin() == Publication.Origin.FOLDER;
        return new Change(
                published.number(),
                LocalDate.ofInstant(published.at(), clock.getZone()),
                folder ? Optional.empty() : Optional.of(names.of(published.by())),
                published.reason());
    }
}
