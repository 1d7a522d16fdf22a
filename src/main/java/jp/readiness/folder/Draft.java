package jp.readiness.folder;

import java.util.Optional;
import jp.readiness.programme.Match;

/**
 * What came of reading one edition.
 *
 * @param edition of a programme; absent if it has an error
 * @param match present instead where the folder is that of a match
 * @param dates as far as they could be read
 */
record Draft(String id, Optional<ResolvedEdition> edition, Optional<Match> match, Optional<Dates> dates) {

    static Draft unreadable(String id) {
        return new Draft(id, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
