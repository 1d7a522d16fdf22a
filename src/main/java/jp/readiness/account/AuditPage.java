package jp.readiness.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The newest events of the audit log for administrators, with usernames in place of the ids that are kept. */
@Controller
class AuditPage {

    private static final int SHOWN = 200;

    private final Audit audit;
    private final Accounts accounts;
    private final Clock clock;

    AuditPage(Audit audit, Accounts accounts, Clock clock) {
        this.audit = audit;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param check whether to read the whole chain and say whether it is as it was written */
    @GetMapping("/staff/audit")
    String show(@RequestParam(defaultValue = "false") boolean check, Model model) {
        Map<String, String> usernames = accounts.all().stream()
                .collect(Collectors.toMap(account -> account.id().toString(), Account::username));
        List<Line> lines = audit.newest(SHOWN).stream()
                .map(event -> Line.of(event, usernames, time(event.at())))
                .toList();
        model.addAttribute("events", lines);
        model.addAttribute("shown", SHOWN);
        model.addAttribute("checked", check);
        if (check) {
            audit.firstBroken().ifPresent(id -> model.addAttribute("broken", id));
        }
        return "account/audit";
    }

    private LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }

    /** @param actor a username, or "system", "applicant" or "unknown" */
    record Line(long id, LocalDateTime at, String actor, String action, String subject, String detail) {

        static Line of(AuditEvent event, Map<String, String> usernames, LocalDateTime at) {
            String subject = event.subject().id();
            return new Line(
                    event.id(),
                    at,
                    usernames.getOrDefault(event.actor(), event.actor()),
                    event.action(),
                    usernames.getOrDefault(subject, event.subject().type() + " " + subject),
                    event.detail().equals("{}") ? "" : event.detail());
        }
    }
}
