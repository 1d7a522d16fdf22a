package jp.readiness.screening;

import java.time.Instant;

/** A sheet that was handed in to the office, and by whom. */
record HandedIn(Sheet sheet, Contact contact, Instant handedInAt) {}
