package jp.readiness.screening;

import java.util.UUID;

/**
 * Told when an applicant hands a sheet in, inside the same transaction: what a listener does stays or goes with it. A
 * sheet may be handed in more than once.
 */
public record SheetHandedIn(UUID sheet) {}
