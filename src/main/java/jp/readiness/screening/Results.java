package jp.readiness.screening;

import java.util.Optional;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.AssessmentJson;
import org.springframework.stereotype.Service;

/** What the pages of the result do with an answer sheet: advise on it, hand it in, delete it. */
@Service
class Results {

    private final Screening screening;
    private final SheetStore store;

    Results(Screening screening, SheetStore store) {
        this.screening = screening;
        this.store = store;
    }

    /** Advises on the answers as they are now, and keeps what was advised. */
    Assessment advise(OpenSheet sheet) {
        Assessment assessment = screening.assess(sheet);
        store.record(
                sheet.sheet().id(),
                assessment.version(),
                assessment.asOf(),
                sheet.answers(),
                AssessmentJson.write(assessment));
        return assessment;
    }

    Optional<HandedIn> handedIn(OpenSheet sheet) {
        return store.handedIn(sheet.sheet().id());
    }

    /** Hands the sheet in, together with the advice given on it; a second time replaces the contact. */
    void handIn(OpenSheet sheet, Contact contact) {
        advise(sheet);
        store.handIn(sheet.sheet().id(), contact);
    }

    /** Deletes the sheet and all that hangs on it; a sheet that is gone already stays gone. */
    void delete(String editToken) {
        store.byEditToken(editToken).map(Sheet::id).ifPresent(store::delete);
    }
}
