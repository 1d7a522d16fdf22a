package jp.readiness.workbench;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.check.CheckedDraft;
import jp.readiness.library.Library;
import jp.readiness.library.Publication;
import jp.readiness.library.Publication.Origin;
import jp.readiness.workbench.Draft.State;
import jp.readiness.workbench.Refused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Approves drafts. Version, what is live, history, draft and audit log change in one transaction, so that a server that
 * is killed leaves the old or the new; applicants see the new one after it.
 */
@Service
class Publishing {

    private final DraftRepository drafts;
    private final Drafts texts;
    private final DraftChecks checks;
    private final Library library;
    private final Audit audit;
    private final WorkbenchSettings settings;
    private final TransactionTemplate transaction;

    Publishing(
            DraftRepository drafts,
            Drafts texts,
            DraftChecks checks,
            Library library,
            Audit audit,
            WorkbenchSettings settings,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.texts = texts;
        this.checks = checks;
        this.library = library;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Whether that person may approve the draft: not who wrote it or asks for it, where four eyes are wanted. */
    boolean mayApprove(String actor, Draft draft) {
        boolean own = draft.submittedBy().filter(actor::equals).isPresent()
                || drafts.editors(draft.id()).contains(actor);
        return !settings.fourEyes() || !own;
    }

    /**
     * Makes the draft live.
     *
     * @param revision of the draft that was read: what was changed since is not approved
     */
    void approve(String actor, UUID id, long revision) {
        Draft read = texts.find(id).orElseThrow(() -> new Refused(Reason.MEANWHILE));
        if (read.state() != State.SUBMITTED) {
            throw new Refused(Reason.NOT_SUBMITTED);
        }
        if (!mayApprove(actor, read)) {
            throw new Refused(Reason.OWN_WORK);
        }
        // outside the transaction: compiling takes its time, and a draft that waits for approval cannot be written in
        CheckedDraft checked = checks.full(read, texts.texts(read));
        if (!checked.isSound()) {
            throw new Refused(Reason.NOT_SOUND);
        }
        transaction.executeWithoutResult(status -> publish(actor, id, revision, checked));
        library.takeUp();
    }

    private void publish(String actor, UUID id, long revision, CheckedDraft checked) {
        Draft draft = drafts.locked(id).orElseThrow(() -> new Refused(Reason.MEANWHILE));
        if (draft.revision() != revision || draft.state() != State.SUBMITTED) {
            throw new Refused(Reason.MEANWHILE);
        }
        String author = draft.submittedBy().orElse(draft.createdBy());
        Publication publication = new Publication(author, Optional.of(actor), draft.reason(), Origin.ONLINE);
        if (!library.publish(checked.resolved().orElseThrow(), draft.base(), publication)) {
            throw new Refused(Reason.OTHER_LIVE);
        }
        drafts.turn(draft, State.PUBLISHED, draft.reason(), draft.remark(), draft.submittedBy());
        String hash = checked.resolved().orElseThrow().edition().version();
        audit.record(
                actor,
                "RULES_PUBLISHED",
                new Subject("draft", id.toString()),
                Map.of(
                        "edition",
                        draft.name(),
                        "version",
                        hash,
                        "over",
                        draft.base().orElse("")));
    }
}
