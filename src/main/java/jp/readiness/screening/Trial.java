package jp.readiness.screening;

import java.util.Map;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.Change;

/**
 * A change tried on a copy of a sheet; what is stored stays as it is.
 *
 * @param replies the new answers, as they would be stored
 */
record Trial(OpenSheet sheet, Assessment now, Change change, Assessment then, Map<String, Reply> replies) {
    Trial {
        replies = Map.copyOf(replies);
    }
}
