package jp.readiness.run;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.audit.Subject;
import jp.readiness.programme.Text;

/**
 * A file that is or was judged.
 *
 * @param folder in which its files lie
 * @param version hash of the edition's content that judges it
 * @param fileName as it was called where it came from
 * @param encoding said by a person; empty if it is to be recognised
 * @param byHand header → id of the question it is for, {@code applicant} or {@code ignore}
 * @param rows of the file, once it is done
 * @param notes what one should know beside the results
 * @param problems why it failed
 * @param createdBy id of a staff account
 */
public record Run(
        UUID id,
        String folder,
        String programme,
        String edition,
        String version,
        LocalDate asOf,
        String fileName,
        String fileHash,
        long fileBytes,
        Optional<Charset> encoding,
        Map<String, String> byHand,
        boolean details,
        Locale locale,
        State state,
        long rows,
        long rejected,
        List<Text> notes,
        List<Text> problems,
        String createdBy,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    /** How far it has come; the name is the end of the message's key. */
    public enum State {
        /** The file is here; somebody has still to say that it may begin. */
        DRAFT,
        /** It is being judged, or will be. */
        WAITING,
        DONE,
        CANCELLED,
        FAILED;

        public boolean isFinished() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }
    }

    public Run {
        byHand = Collections.unmodifiableMap(new LinkedHashMap<>(byHand));
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    public long good() {
        return rows - rejected;
    }

    Run ordered(Optional<Charset> said, Map<String, String> columns, State next) {
        return new Run(
                id,
                folder,
                programme,
                edition,
                version,
                asOf,
                fileName,
                fileHash,
                fileBytes,
                said,
                columns,
                details,
                locale,
                next,
                rows,
                rejected,
                notes,
                problems,
                createdBy,
                createdAt,
                finishedAt);
    }

    Run ended(State end, long allRows, long rejectedRows, List<Text> said, List<Text> wrong, Instant at) {
        return new Run(
                id,
                folder,
                programme,
                edition,
                version,
                asOf,
                fileName,
                fileHash,
                fileBytes,
                encoding,
                byHand,
                details,
                locale,
                end,
                allRows,
                rejectedRows,
                said,
                wrong,
                createdBy,
                createdAt,
                Optional.of(at));
    }

    Subject subject() {
        return new Subject("run", id.toString());
    }
}
