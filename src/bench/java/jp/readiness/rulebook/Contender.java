package jp.readiness.rulebook;

import java.util.BitSet;

/** One way to find out which rules fire. Made for a {@link Workload}, whose sheets it has turned into its own facts. */
interface Contender {

    /** Indexes of the rules that fire on a sheet. */
    BitSet fired(int sheet) throws Exception;

    /** How a contender is made. */
    interface Maker {
        Contender make(Workload workload) throws Exception;
    }
}
