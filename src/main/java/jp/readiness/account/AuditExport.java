package jp.readiness.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import jp.readiness.audit.Subject;
import jp.readiness.table.Format;
import jp.readiness.table.TableWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * The whole audit log as CSV, with the hashes that tie each event to the one before it: with them, whoever keeps a copy can
 * check later that nothing before its end was rewritten.
 */
@Controller
class AuditExport {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<String> HEADER = List.of(
            "id", "at", "actor", "username", "action", "subjectType", "subject", "detail", "previousHash", "hash");

    private final Audit audit;
    private final Accounts accounts;
    private final Clock clock;

    AuditExport(Audit audit, Accounts accounts, Clock clock) {
        this.audit = audit;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/staff/audit/export")
    ResponseEntity<StreamingResponseBody> export(@AuthenticationPrincipal StaffMember member) throws IOException {
        audit.record(member.id().toString(), "AUDIT_EXPORTED", new Subject("audit", "*"), Map.of());
        Path file = Files.createTempFile("audit", ".csv");
        write(file);
        return ResponseEntity.ok()
                .contentType(CSV)
                .contentLength(Files.size(file))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit-" + LocalDate.now(clock) + ".csv")
                                .build()
                                .toString())
                .body(out -> {
                    try {
                        Files.copy(file, out);
                    } finally {
                        Files.deleteIfExists(file);
                    }
                });
    }

    private void write(Path file) throws IOException {
        Map<String, String> usernames = accounts.all().stream()
                .collect(Collectors.toMap(account -> account.id().toString(), Account::username));
        try (TableWriter table = TableWriter.open(file, Format.CSV)) {
            table.write(HEADER);
            audit.each(event -> write(table, event, usernames.getOrDefault(event.actor(), "")));
        }
    }

    private static void write(TableWriter table, AuditEvent event, String username) {
        try {
            table.write(List.of(
                    Long.toString(event.id()),
                    event.at().toString(),
                    event.actor(),
                    username,
                    event.action(),
                    event.subject().type(),
                    event.subject().id(),
                    event.detail(),
                    event.previousHash(),
                    event.hash()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
