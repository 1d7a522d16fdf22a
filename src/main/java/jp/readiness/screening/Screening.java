package jp.readiness.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.library.Library;
import jp.readiness.operation.MeasuredAdvice;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Example;
import org.springframework.stereotype.Service;

/** What the pages do with programmes and answer sheets. */
@Service
class Screening {

    private final Library library;
    private final SheetStore store;
    private final MeasuredAdvice advice;
    private final Clock clock;

    Screening(Library library, SheetStore store, MeasuredAdvice advice, Clock clock) {
        this.library = library;
        this.store = store;
        this.advice = advice;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The edition in force today of every programme. */
    List<Adviser> programmes() {
        return library.current(today());
    }

    /** The edition in force today; a {@code NotInLibrary} exception if there is none. */
    Adviser programme(String id) {
        return library.inForce(id, today());
    }

    /**
     * Begins an answer sheet for the edition in force today.
     *
     * @param example id of an example whose answers it starts with
     * @return the key to edit it
     */
    String begin(String programme, Optional<String> example) {
        Adviser adviser = programme(programme);
        Answers answers = example.map(
                        id -> example(adviser, id).orElseThrow(NoSuchPage::new).answers())
                .orElse(Answers.NONE);
        return store.create(adviser.edition().programme(), adviser.edition().id(), answers);
    }

    private static Optional<Example> example(Adviser adviser, String id) {
        return adviser.edition().examples().stream()
                .filter(example -> example.id().equals(id))
                .findFirst();
    }

    OpenSheet toEdit(String editToken) {
        return store.byEditToken(editToken).map(this::forApplicant).orElseThrow(NoSuchPage::new);
    }

    OpenSheet toView(String viewToken) {
        return store.byViewToken(viewToken).map(this::forApplicant).orElseThrow(NoSuchPage::new);
    }

    OpenSheet save(OpenSheet sheet, Map<String, Reply> replies) {
        return store.save(sheet.sheet().id(), replies).map(this::forApplicant).orElseThrow(NoSuchPage::new);
    }

    Assessment assess(OpenSheet sheet) {
        return advice.assess(sheet.adviser(), sheet.answers(), today());
    }

    /** The sheet with all that stands in it, for staff. */
    OpenSheet open(Sheet sheet) {
        return OpenSheet.of(sheet, adviser(sheet));
    }

    private OpenSheet forApplicant(Sheet sheet) {
        return OpenSheet.forApplicant(sheet, adviser(sheet));
    }

    /** That of the edition it was begun with; should that be gone, of the one in force today. */
    private Adviser adviser(Sheet sheet) {
        if (sheet.programme().equals(Sheet.NO_PROGRAMME)) {
            throw new NoSuchPage();
        }
        return library.edition(sheet.programme(), sheet.edition()).orElseGet(() -> programme(sheet.programme()));
    }
}
