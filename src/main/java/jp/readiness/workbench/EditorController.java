package jp.readiness.workbench;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.account.StaffNames;
import jp.readiness.advice.Adviser;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import jp.readiness.wording.Words;
import jp.readiness.workbench.Drafts.Saving;
import jp.readiness.workbench.Refused.Reason;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the editor on the page of a draft asks for while somebody types. The text of a file is the body of a request. */
@RestController
@RequestMapping("/staff/drafts/{id}/editor/{file}")
class EditorController {

    /** A character takes at most three bytes for each of its chars. */
    private static final int MOST_BYTES = 3 * DraftFile.LONGEST;

    private final Drafts drafts;
    private final DraftChecks checks;
    private final Presence presence;
    private final Library library;
    private final StaffNames names;
    private final EditorWords words;
    private final MessageSource messages;

    EditorController(
            Drafts drafts,
            DraftChecks checks,
            Presence presence,
            Library library,
            StaffNames names,
            EditorWords words,
            MessageSource messages) {
        this.drafts = drafts;
        this.checks = checks;
        this.presence = presence;
        this.library = library;
        this.names = names;
        this.words = words;
        this.messages = messages;
    }

    /** @param names that can be completed */
    record Start(Map<String, String> words, Map<String, String> phrases, List<Vocabulary.Name> names) {}

    /** @param revision after saving; of theirs if somebody else was faster */
    record Saved(boolean saved, long revision) {}

    /** @param others who has the draft open too, each with the file they look at */
    record Around(List<String> others, long revision, String savedBy) {}

    record Refusal(String reason, String message) {}

    @GetMapping("/start")
    Start start(@PathVariable String id, @PathVariable String file, Locale locale) {
        Draft draft = draft(id);
        SortedMap<String, String> texts = drafts.texts(draft);
        return new Start(
                words.own(locale),
                words.phrases(locale),
                checks.glance(draft, texts)
                        .resolved()
                        .map(ResolvedEdition::edition)
                        .or(() -> live(draft))
                        .map(edition -> Vocabulary.of(edition, locale))
                        .orElse(List.of()));
    }

    /** What is broken for the moment is named as in the live version. */
    private Optional<Edition> live(Draft draft) {
        return library.edition(draft.programme(), draft.edition()).map(Adviser::edition);
    }

    @PostMapping("/problems")
    Lint problems(@PathVariable String id, @PathVariable String file, HttpServletRequest request, Locale locale)
            throws IOException {
        Draft draft = draft(id);
        String text = text(request);
        SortedMap<String, String> texts = drafts.texts(draft);
        if (text.isBlank()) {
            texts.remove(file);
        } else {
            texts.put(known(draft, file), text);
        }
        return Lint.of(checks.glance(draft, texts), file, texts, new Words(messages, locale));
    }

    @PostMapping("/text")
    ResponseEntity<Saved> save(
            @AuthenticationPrincipal StaffMember member,
            @PathVariable String id,
            @PathVariable String file,
            @RequestParam long revision,
            HttpServletRequest request)
            throws IOException {
        Draft draft = draft(id);
        Saving saving = drafts.save(member.id().toString(), draft.id(), known(draft, file), text(request), revision);
        boolean saved = saving.theirs().isEmpty();
        return ResponseEntity.status(saved ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(new Saved(saved, saving.revision()));
    }

    @GetMapping("/around")
    Around around(@AuthenticationPrincipal StaffMember member, @PathVariable String id, @PathVariable String file) {
        Draft draft = draft(id);
        DraftFile now = file(draft, file);
        return new Around(
                presence.note(draft.id(), member.id().toString(), file).stream()
                        .map(other -> names.of(other.account()) + " (" + other.file() + ")")
                        .toList(),
                now.revision(),
                names.of(now.changedBy()));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> refused(Refused refused, Locale locale) {
        HttpStatus status = switch (refused.reason()) {
            case TOO_LONG -> HttpStatus.CONTENT_TOO_LARGE;
            case BUSY, TOO_SLOW -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        String reason = refused.reason().name();
        return ResponseEntity.status(status)
                .body(new Refusal(reason, messages.getMessage("draft.refused." + reason, null, locale)));
    }

    private static String text(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        String text = new String(body, StandardCharsets.UTF_8);
        if (body.length > MOST_BYTES || text.length() > DraftFile.LONGEST) {
            throw new Refused(Reason.TOO_LONG);
        }
        return text;
    }

    private String known(Draft draft, String name) {
        return file(draft, name).name();
    }

    private DraftFile file(Draft draft, String name) {
        return drafts.files(draft).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Draft draft(String id) {
        try {
            return drafts.find(UUID.fromString(id))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no draft", e);
        }
    }
}
