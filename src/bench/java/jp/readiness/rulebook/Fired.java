package jp.readiness.rulebook;

import java.util.BitSet;

/** The benchmark's bean carries what fired on it, so that consequences can say it without any lookup. */
public interface Fired {
    BitSet getFired();
}
