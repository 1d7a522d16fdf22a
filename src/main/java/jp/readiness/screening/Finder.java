package jp.readiness.screening;

import java.util.Map;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Overview;
import jp.readiness.programme.Answers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds out which programme fits: one answer sheet, held against all of them, and then continued for the one chosen. */
@Service
@Transactional
class Finder {

    private final Screening screening;
    private final SheetStore store;

    Finder(Screening screening, SheetStore store) {
        this.screening = screening;
        this.store = store;
    }

    /** Begins a sheet for no programme in particular and gives its key to edit. */
    String begin() {
        return store.create(Sheet.NO_PROGRAMME, Sheet.NO_PROGRAMME, Answers.NONE);
    }

    /** Any answer sheet can be held against the other programmes, too. */
    FinderSheet toEdit(String editToken) {
        return store.byEditToken(editToken).map(this::against).orElseThrow(NoSuchPage::new);
    }

    FinderSheet save(FinderSheet sheet, Map<String, Reply> replies) {
        return store.save(sheet.sheet().id(), replies).map(this::against).orElseThrow(NoSuchPage::new);
    }

    /**
     * Goes on with one programme; its form then asks only what is not answered yet.
     *
     * @return the key of the sheet to go on with: the same one, unless this was handed in already. What the office
     *     received stays as it is, and a copy goes on.
     */
    String choose(String editToken, String programme) {
        Sheet sheet = store.byEditToken(editToken).orElseThrow(NoSuchPage::new);
        Adviser adviser = screening.programme(programme);
        if (sheet.programme().equals(programme)) {
            return editToken;
        }
        if (store.handedIn(sheet.id()).isPresent()) {
            return copy(sheet, adviser);
        }
        store.choose(sheet.id(), programme, adviser.edition().id());
        return editToken;
    }

    private String copy(Sheet sheet, Adviser adviser) {
        return store.create(
                adviser.edition().programme(),
                adviser.edition().id(),
                OpenSheet.applicantAnswers(sheet, adviser.edition()));
    }

    private FinderSheet against(Sheet sheet) {
        return new FinderSheet(
                sheet,
                Overview.of(
                        screening.programmes(),
                        edition -> OpenSheet.applicantAnswers(sheet, edition),
                        sheet.unsure(),
                        screening.today()));
    }

    /** Whether the key opens a sheet for which no programme has been chosen yet. */
    boolean isWithoutProgramme(String editToken) {
        return store.byEditToken(editToken)
                .filter(sheet -> sheet.programme().equals(Sheet.NO_PROGRAMME))
                .isPresent();
    }
}
