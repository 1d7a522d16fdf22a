package jp.readiness.audit;

import java.util.OptionalLong;

/** Looks at the events of a chain in order and remembers the first that does not fit. */
class ChainCheck {

    private Link seen = Link.START;
    private OptionalLong broken = OptionalLong.empty();

    void look(AuditEvent event) {
        if (broken.isPresent()) {
            return;
        }
        if (seen.isFollowedBy(event)) {
            seen = Link.to(event);
        } else {
            broken = OptionalLong.of(seen.id() + 1);
        }
    }

    /** @param end where the chain has to end */
    OptionalLong firstBroken(Link end) {
        return broken.isPresent() || seen.equals(end) ? broken : OptionalLong.of(seen.id() + 1);
    }
}
