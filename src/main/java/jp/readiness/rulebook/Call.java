package jp.readiness.rulebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jp.readiness.programme.Finding;

/**
 * What a rule says when it fires: {@code advice.unmet( "participants" )}.
 *
 * @param amount of a grant; else empty
 */
record Call(Kind kind, String finding, Optional<Operand.Amount> amount) {

    /** Each kind of finding is said by a word of its own. */
    enum Kind {
        UNMET(Finding.Criterion.class),
        SIGNAL(Finding.Signal.class),
        STRENGTH(Finding.Strength.class),
        PLACEMENT(Finding.Placement.class),
        GRANT(Finding.Grant.class),
        REFERRAL(Finding.Referral.class),
        /** Of a match. */
        REASON(Finding.Reason.class);

        private final Class<? extends Finding> says;

        Kind(Class<? extends Finding> says) {
            this.says = says;
        }

        /** As in {@code advice.unmet}. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean says(Finding finding) {
            return says.isInstance(finding);
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }

        static Kind of(Finding finding) {
            return Arrays.stream(values())
                    .filter(kind -> kind.says(finding))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
