package jp.readiness.screening;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What applicants do with their sheet. Each act and its trace in the audit log stay or go together. */
@Service
@Transactional
class ApplicantActs {

    private final Screening screening;
    private final Results results;
    private final SheetStore store;
    private final SheetTrail trail;
    private final ApplicationEventPublisher events;

    ApplicantActs(
            Screening screening,
            Results results,
            SheetStore store,
            SheetTrail trail,
            ApplicationEventPublisher events) {
        this.screening = screening;
        this.results = results;
        this.store = store;
        this.trail = trail;
        this.events = events;
    }

    /** Keeps the replies; what is changed before the sheet is handed in concerns nobody and leaves no trace. */
    OpenSheet save(OpenSheet sheet, Map<String, Reply> replies) {
        OpenSheet saved = screening.save(sheet, replies);
        if (!replies.isEmpty() && results.handedIn(saved).isPresent()) {
            trail.changed(saved.sheet().id());
        }
        return saved;
    }

    /** Hands the sheet in, together with the advice given on it; a second time replaces the contact. */
    void handIn(OpenSheet sheet, Contact contact) {
        results.handIn(sheet, contact);
        trail.handedIn(sheet.sheet().id());
        events.publishEvent(new SheetHandedIn(sheet.sheet().id()));
    }

    /** Deletes the sheet and all that hangs on it; a sheet that is gone already stays gone. */
    void delete(String editToken) {
        store.byEditToken(editToken).ifPresent(sheet -> {
            results.delete(editToken);
            trail.deleted(sheet.id());
        });
    }
}
