package jp.readiness.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Applicants whose names go together.
 *
 * @param cohort empty for those who handed in outside any
 * @param name of the cohort
 * @param keptUntil last day on which the names are kept
 * @param applicants who still have them
 */
record Due(Optional<UUID> cohort, String name, LocalDate keptUntil, long applicants) {}
