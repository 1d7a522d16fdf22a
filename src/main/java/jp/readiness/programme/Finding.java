package jp.readiness.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that rules can conclude about an applicant. */
public sealed interface Finding {

    Words words();

    default String id() {
        return words().id();
    }

    /**
     * What every finding has.
     *
     * @param title a short name for lists, such as 「2名以上の参加」
     * @param text what it means when the criterion is unmet or the finding fired, as a full sentence
     * @param met what is said of a criterion that is met; {@link Text#NONE} for other kinds
     * @param advice what to do about it, as a full sentence
     */
    record Words(String id, Text title, Text text, Text met, Text advice, Citation citation, Place place) {}

    /** A condition of the programme; DRL says {@code advice.unmet("id")}. A recommended one never changes the verdict. */
    record Criterion(Words words, boolean required) implements Finding {}

    /**
     * A sign of dropping out; DRL says {@code advice.signal("id")}.
     *
     * @param step id of the step in which it bites; empty for "at any step"
     * @param weight probability, 0 to 1 exclusive, that it alone makes an applicant drop out
     */
    record Signal(Words words, Optional<String> step, BigDecimal weight) implements Finding {}

    /**
     * What protects; DRL says {@code advice.strength("id")}.
     *
     * @param damps ids of the signals it damps
     * @param weight the share, 0 to 1 exclusive, by which it lowers the weight of each of them
     */
    record Strength(Words words, Set<String> damps, BigDecimal weight) implements Finding {
        public Strength {
            damps = Set.copyOf(damps);
        }
    }

    /** Which division or stage of support fits; DRL says {@code advice.placement("id")}. */
    record Placement(Words words) implements Finding {}

    /** An amount of support; DRL says {@code advice.grant("id", amount)}. */
    record Grant(Words words, Text unit) implements Finding {}

    /**
     * Another programme that helps; DRL says {@code advice.referral("id")}.
     *
     * @param programme id of the other programme
     * @param audience whom that is for; empty for everybody
     */
    record Referral(Words words, String programme, List<Audience> audience) implements Finding {
        public Referral {
            audience = List.copyOf(audience);
        }
    }

    /**
     * In a match, why two fit each other; DRL says {@code advice.reason("id")}.
     *
     * @param points by which it moves a pair up, 1 to 100
     */
    record Reason(Words words, int points) implements Finding {}
}
