package jp.readiness.library;

import java.util.Optional;

/**
 * Who makes a version live, and why.
 *
 * @param by id of a staff account, or {@link #SYSTEM}
 * @param approvedBy id of the account that let it go live; empty for what comes from the folder
 * @param reason at most 2,000 characters
 */
public record Publication(String by, Optional<String> approvedBy, String reason, Origin origin) {

    static final String SYSTEM = "system";

    static final Publication FROM_FOLDER = new Publication(SYSTEM, Optional.empty(), "", Origin.FOLDER);

    /** Where the content was written. */
    public enum Origin {
        FOLDER,
        ONLINE
    }
}
