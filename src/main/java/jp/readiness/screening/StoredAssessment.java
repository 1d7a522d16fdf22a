package jp.readiness.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An assessment as it was given.
 *
 * @param sequence 1, 2, 3 … within its sheet
 * @param version hash of the edition's content that gave it
 * @param answers JSON object: question id → value
 * @param result JSON of the assessment
 */
record StoredAssessment(
        UUID sheetId,
        long sequence,
        String version,
        LocalDate asOf,
        String answers,
        String result,
        Instant createdAt) {}
