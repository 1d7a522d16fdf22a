package jp.readiness.folder;

import java.util.Optional;

/**
 * What came of reading one edition.
 *
 * @param edition absent if it has an error
 * @param dates as far as they could be read
 */
record Draft(String id, Optional<ResolvedEdition> edition, Optional<Dates> dates) {}
