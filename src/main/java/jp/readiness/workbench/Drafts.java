package jp.readiness.workbench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.library.Library;
import jp.readiness.workbench.Draft.Origin;
import jp.readiness.workbench.Draft.State;
import jp.readiness.workbench.Refused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts from the first word to the request for approval. Each act and its trace in the audit log stay or go together. */
@Service
@Transactional
class Drafts {

    static final int LONGEST_REASON = 2_000;

    private final DraftRepository drafts;
    private final Library library;
    private final Audit audit;

    Drafts(DraftRepository drafts, Library library, Audit audit) {
        this.drafts = drafts;
        this.library = library;
        this.audit = audit;
    }

    /** What came of saving. @param theirs what somebody else saved meanwhile; empty if it was saved */
    record Saving(long revision, Optional<DraftFile> theirs) {}

    /** A draft of the live version, unless it has one that is being written: then that. */
    Optional<Draft> open(String actor, String programme, String edition) {
        return library.edition(programme, edition).map(adviser -> {
            String live = adviser.edition().version();
            return drafts.open().stream()
                    .filter(draft -> draft.name().equals(adviser.edition().name()) && draft.isEditable())
                    .findFirst()
                    .orElseGet(() -> make(
                            actor,
                            programme,
                            edition,
                            Optional.of(live),
                            Origin.ONLINE,
                            library.files(programme, edition, live).orElseThrow()));
        });
    }

    Draft make(
            String actor,
            String programme,
            String edition,
            Optional<String> base,
            Origin origin,
            SortedMap<String, String> files) {
        SortedMap<String, String> all = new TreeMap<>(files);
        all.putIfAbsent(DraftFile.SCENARIOS, "");
        UUID id = drafts.insert(actor, programme, edition, base, origin, all);
        trace(actor, "DRAFT_MADE", id, Map.of("edition", programme + "/" + edition, "origin", origin.name()));
        return find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    Optional<Draft> find(UUID id) {
        return drafts.byId(id);
    }

    @Transactional(readOnly = true)
    List<Draft> open() {
        return drafts.open();
    }

    /** By name, the rules first. */
    @Transactional(readOnly = true)
    List<DraftFile> files(Draft draft) {
        List<String> order = List.of(
                DraftFile.RULES, DraftFile.PROGRAMME, DraftFile.SCENARIOS, DraftFile.EXAMPLES, DraftFile.SHARED);
        return drafts.files(draft.id()).stream()
                .sorted((a, b) -> {
                    int first = order.indexOf(a.name());
                    int second = order.indexOf(b.name());
                    return first < 0 || second < 0 ? second - first : first - second;
                })
                .toList();
    }

    /** What the checks read: a file without a word counts as one that is not there. */
    @Transactional(readOnly = true)
    SortedMap<String, String> texts(Draft draft) {
        SortedMap<String, String> texts = new TreeMap<>();
        drafts.files(draft.id()).stream()
                .filter(file -> !file.text().isBlank())
                .forEach(file -> texts.put(file.name(), file.text()));
        return texts;
    }

    @Transactional(readOnly = true)
    Set<String> editors(Draft draft) {
        return drafts.editors(draft.id());
    }

    /** @param revision that the text was read at */
    Saving save(String actor, UUID id, String name, String text, long revision) {
        if (text.length() > DraftFile.LONGEST) {
            throw new Refused(Reason.TOO_LONG);
        }
        editable(id);
        // no database keeps U+0000; U+0001 is refused at the same line by the checks
        String lines = text.replace("\r\n", "\n").replace('\u0000', '\u0001');
        DraftFile now = file(id, name);
        if (now.text().equals(lines)) {
            return new Saving(now.revision(), Optional.empty());
        }
        return drafts.save(actor, id, name, lines, revision)
                ? new Saving(revision + 1, Optional.empty())
                : new Saving(now.revision(), Optional.of(now));
    }

    private DraftFile file(UUID id, String name) {
        return drafts.files(id).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.MEANWHILE));
    }

    /** Asks for approval. That it is sound was checked; that the live version is the one it starts from is checked here. */
    void submit(String actor, UUID id, String reason, Optional<LocalDate> liveFrom) {
        Draft draft = editable(id);
        if (reason.isBlank()) {
            throw new Refused(Reason.NO_REASON);
        }
        if (!draft.base().equals(live(draft))) {
            throw new Refused(Reason.OTHER_LIVE);
        }
        drafts.schedule(draft, liveFrom);
        drafts.turn(draft, State.SUBMITTED, words(reason), "", Optional.of(actor));
        trace(actor, "DRAFT_SUBMITTED", id, Map.of("edition", draft.name()));
    }

    /** What people say about a draft, as it is kept: of bounded length, without what nobody sees. */
    static String words(String typed) {
        String visible =
                typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        int end = Math.min(visible.length(), LONGEST_REASON);
        return visible.substring(0, end > 0 && Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end);
    }

    /** Hash of what is live for the draft's edition. */
    @Transactional(readOnly = true)
    Optional<String> live(Draft draft) {
        return library.edition(draft.programme(), draft.edition())
                .map(adviser -> adviser.edition().version());
    }

    /** Approved, to go live on its day. @param revision of the draft that was read */
    void approve(String actor, UUID id, long revision) {
        Draft draft = drafts.locked(id).orElseThrow(() -> new Refused(Reason.MEANWHILE));
        if (draft.revision() != revision || draft.state() != State.SUBMITTED) {
            throw new Refused(Reason.MEANWHILE);
        }
        drafts.approved(draft, Optional.of(actor));
        drafts.turn(draft, State.APPROVED, draft.reason(), "", draft.submittedBy());
        trace(
                actor,
                "DRAFT_APPROVED",
                id,
                Map.of(
                        "edition", draft.name(),
                        "from", draft.liveFrom().map(LocalDate::toString).orElse("")));
    }

    @Transactional(readOnly = true)
    List<Draft> due(LocalDate today) {
        return drafts.due(today);
    }

    /** Back to its authors, with a remark of who read it; or taken back by them. */
    void sendBack(String actor, UUID id, String remark) {
        Draft draft = drafts.locked(id).orElseThrow(() -> new Refused(Reason.MEANWHILE));
        if (draft.state() != State.SUBMITTED && draft.state() != State.APPROVED) {
            throw new Refused(Reason.NOT_SUBMITTED);
        }
        drafts.approved(draft, Optional.empty());
        drafts.turn(draft, State.EDITING, draft.reason(), words(remark), Optional.empty());
        trace(actor, "DRAFT_SENT_BACK", id, Map.of("edition", draft.name()));
    }

    /** Somebody has seen what was published meanwhile and takes this draft's texts for the better ones. */
    void rebase(String actor, UUID id) {
        Draft draft = editable(id);
        live(draft).ifPresent(live -> drafts.rebase(draft, live));
        trace(actor, "DRAFT_REBASED", id, Map.of("edition", draft.name()));
    }

    void discard(String actor, UUID id) {
        Draft draft = editable(id);
        drafts.turn(draft, State.DISCARDED, draft.reason(), draft.remark(), Optional.empty());
        trace(actor, "DRAFT_DISCARDED", id, Map.of("edition", draft.name()));
    }

    private Draft editable(UUID id) {
        Draft draft = drafts.locked(id).orElseThrow(() -> new Refused(Reason.MEANWHILE));
        if (!draft.isEditable()) {
            throw new Refused(Reason.NOT_EDITING);
        }
        return draft;
    }

    private void trace(String actor, String action, UUID draft, Map<String, ?> detail) {
        audit.record(actor, action, new Subject("draft", draft.toString()), detail);
    }
}
