package jp.readiness.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import jp.readiness.advice.Adviser;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.check.CheckedDraft;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.library.Library;
import jp.readiness.library.Publication;
import jp.readiness.library.Publication.Origin;
import jp.readiness.workbench.Draft.State;
import jp.readiness.workbench.Refused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Approves drafts. Version, what is live, history, draft and audit log change in one transaction, so that a server that
 * is killed leaves the old or the new; applicants see the new one after it.
 */
@Service
class Publishing {

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);

    /** Who writes next year's rules has an edition of their own for them. */
    private static final int FURTHEST_DAY = 366;

    private final DraftRepository drafts;
    private final Drafts texts;
    private final DraftChecks checks;
    private final Impacts impacts;
    private final Library library;
    private final Audit audit;
    private final WorkbenchSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publishing(
            DraftRepository drafts,
            Drafts texts,
            DraftChecks checks,
            Impacts impacts,
            Library library,
            Audit audit,
            WorkbenchSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.drafts = drafts;
        this.texts = texts;
        this.checks = checks;
        this.impacts = impacts;
        this.library = library;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether that person may approve the draft: not who wrote it or asks for it, where four eyes are wanted. */
    boolean mayApprove(String actor, Draft draft) {
        boolean own = draft.submittedBy().filter(actor::equals).isPresent()
                || drafts.editors(draft.id()).contains(actor);
        return !settings.fourEyes() || !own;
    }

    /**
     * Asks for approval of what is sound and whose impact was seen.
     *
     * @param liveFrom from which day it should be live; empty for at once
     */
    void ask(String actor, Draft draft, String reason, Optional<LocalDate> liveFrom) {
        LocalDate today = LocalDate.now(clock);
        if (liveFrom.filter(day -> day.isBefore(today) || day.isAfter(today.plusDays(FURTHEST_DAY)))
                .isPresent()) {
            throw new Refused(Reason.BAD_DAY);
        }
        seen(draft, sound(checks.full(draft, texts.texts(draft))));
        texts.submit(actor, draft.id(), reason, liveFrom.filter(today::isBefore));
    }

    /**
     * Makes the draft live, or approves it for its day.
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
        ResolvedEdition resolved = sound(checks.full(read, texts.texts(read)));
        seen(read, resolved);
        if (waits(read)) {
            texts.approve(actor, id, revision);
        } else {
            publish(actor, id, revision, State.SUBMITTED, resolved);
        }
    }

    /** Whether an approved draft is not to be live before another day. */
    boolean waits(Draft draft) {
        return draft.liveFrom().filter(LocalDate.now(clock)::isBefore).isPresent();
    }

    private static ResolvedEdition sound(CheckedDraft checked) {
        if (!checked.isSound()) {
            throw new Refused(Reason.NOT_SOUND);
        }
        return checked.resolved().orElseThrow();
    }

    private void seen(Draft draft, ResolvedEdition resolved) {
        impacts.demand(draft, resolved.edition().version());
    }

    private void publish(String approver, UUID id, long revision, State from, ResolvedEdition resolved) {
        transaction.executeWithoutResult(status -> {
            Draft draft = drafts.locked(id).orElseThrow(() -> new Refused(Reason.MEANWHILE));
            if (draft.revision() != revision || draft.state() != from) {
                throw new Refused(Reason.MEANWHILE);
            }
            String author = draft.submittedBy().orElse(draft.createdBy());
            go(
                    resolved,
                    draft.base(),
                    new Publication(author, Optional.of(approver), draft.reason(), Origin.ONLINE),
                    approver,
                    new Subject("draft", id.toString()));
            drafts.turn(draft, State.PUBLISHED, draft.reason(), draft.remark(), draft.submittedBy());
        });
        library.takeUp();
    }

    /** In the transaction of the caller. */
    private void go(
            ResolvedEdition resolved, Optional<String> over, Publication publication, String actor, Subject subject) {
        if (!library.publish(resolved, over, publication)) {
            throw new Refused(Reason.OTHER_LIVE);
        }
        audit.record(
                actor,
                "RULES_PUBLISHED",
                subject,
                Map.of(
                        "edition", resolved.edition().name(),
                        "version", resolved.edition().version(),
                        "over", over.orElse("")));
    }

    /** Publishes what was approved for today. What cannot be any more goes back to its authors with the reason. */
    @Scheduled(fixedDelayString = "${readiness.workbench.due-poll:1m}")
    void publishDue() {
        for (Draft draft : texts.due(LocalDate.now(clock))) {
            try {
                ResolvedEdition resolved = sound(checks.full(draft, texts.texts(draft)));
                publish(
                        draft.approvedBy().orElse(Audit.SYSTEM),
                        draft.id(),
                        draft.revision(),
                        State.APPROVED,
                        resolved);
                log.info("{} went live on its day", draft.name());
            } catch (Refused e) {
                log.warn("{} could not go live on its day: {}", draft.name(), e.reason());
                giveBack(draft, e.reason());
            }
        }
    }

    private void giveBack(Draft draft, Reason why) {
        if (why == Reason.OTHER_LIVE || why == Reason.NOT_SOUND) {
            texts.sendBack(Audit.SYSTEM, draft.id(), Remarks.of(why));
        }
    }

    /**
     * Makes an earlier version live again in one step. It was approved when it was published, so one approver is enough.
     *
     * @param live hash of the version that was live when this was asked for
     */
    void goBack(String actor, String programme, String edition, String hash, String live, String reason) {
        if (reason.isBlank()) {
            throw new Refused(Reason.NO_REASON);
        }
        SortedMap<String, String> files =
                library.files(programme, edition, hash).orElseThrow(() -> new Refused(Reason.MEANWHILE));
        ResolvedEdition resolved = sound(checks.full(programme, edition, files));
        boolean isLive = library.edition(programme, edition)
                .map(Adviser::edition)
                .filter(now -> now.version().equals(resolved.edition().version()))
                .isPresent();
        if (isLive) {
            throw new Refused(Reason.NO_CHANGE);
        }
        transaction.executeWithoutResult(status -> go(
                resolved,
                Optional.of(live),
                new Publication(actor, Optional.of(actor), Drafts.words(reason), Origin.ONLINE),
                actor,
                new Subject("version", resolved.edition().version())));
        library.takeUp();
    }
}
