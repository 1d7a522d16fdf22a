package jp.readiness.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.library.Library;
import jp.readiness.library.NotInLibrary;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with the answers handed in. Each act and its trace in the audit log stay or go together. */
@Service
class Desk {

    static final int PAGE_SIZE = 50;

    private final SheetStore store;
    private final Screening screening;
    private final Library library;
    private final SheetTrail trail;

    Desk(SheetStore store, Screening screening, Library library, SheetTrail trail) {
        this.store = store;
        this.screening = screening;
        this.library = library;
        this.trail = trail;
    }

    /**
     * @param sheet empty while neither its edition nor the version it was advised by can be used
     * @param now advice on all answers, those of staff included; empty without a sheet
     * @param given what the applicant was advised last, which rests on the applicant's answers alone
     */
    record Row(HandedIn handedIn, Optional<OpenSheet> sheet, Optional<Assessment> now, Optional<Assessment> given) {}

    /**
     * What was handed in, the latest first.
     *
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public List<Row> page(int page) {
        return store.handedIn(page, PAGE_SIZE).stream().map(this::row).toList();
    }

    private Row row(HandedIn handedIn) {
        Optional<Assessment> given = lastGiven(handedIn);
        Optional<OpenSheet> sheet = open(handedIn.sheet(), given);
        return new Row(handedIn, sheet, sheet.map(screening::assess), given);
    }

    /** A programme that was withdrawn is still read by the version that the applicant was advised by. */
    private Optional<OpenSheet> open(Sheet sheet, Optional<Assessment> given) {
        try {
            return Optional.of(screening.open(sheet));
        } catch (NotInLibrary e) {
            return given.flatMap(last -> library.version(last.programme(), last.edition(), last.version()))
                    .map(adviser -> OpenSheet.of(sheet, adviser));
        }
    }

    private Optional<Assessment> lastGiven(HandedIn handedIn) {
        return store.latest(handedIn.sheet().id()).map(StoredAssessment::result).map(AssessmentJson::read);
    }

    long count() {
        return store.handedInCount();
    }

    long countSince(Instant now, Duration time) {
        return store.handedInCountSince(now.minus(time));
    }

    /** One sheet, to be read; that it was read is kept. */
    @Transactional
    public Row read(StaffMember reader, UUID sheetId) {
        HandedIn handedIn = find(sheetId);
        trail.byStaff(actor(reader), "SHEET_VIEWED", sheetId, Map.of());
        return row(handedIn);
    }

    /** A sheet that is in the staff's hands whether it was handed in or came with a file; that it was read is kept. */
    @Transactional
    public Optional<Row> readAny(StaffMember reader, UUID sheetId) {
        Optional<Row> row = any(sheetId).map(this::row);
        row.ifPresent(read -> trail.byStaff(actor(reader), "SHEET_VIEWED", sheetId, Map.of()));
        return row;
    }

    Optional<OpenSheet> anySheet(UUID sheetId) {
        return any(sheetId).flatMap(handedIn -> row(handedIn).sheet());
    }

    private Optional<HandedIn> any(UUID sheetId) {
        return store.handedIn(sheetId)
                .or(() -> store.byId(sheetId).map(sheet -> new HandedIn(sheet, Contact.NONE, sheet.createdAt())));
    }

    /** The questions that staff answer, in order. */
    static List<Question> staffQuestions(OpenSheet sheet) {
        return sheet.edition().questions().stream()
                .filter(question -> question.answeredBy() == AnsweredBy.STAFF)
                .toList();
    }

    /** The sheet as it is now, to be answered. */
    OpenSheet sheet(UUID sheetId) {
        return row(find(sheetId)).sheet().orElseThrow(NoSuchPage::new);
    }

    /** Keeps what staff answer. @param replies to staff's questions only */
    @Transactional
    public void answer(StaffMember member, OpenSheet sheet, Map<String, Reply> replies) {
        if (replies.isEmpty()) {
            return;
        }
        screening.save(sheet, replies);
        List<String> questions = replies.keySet().stream().sorted().toList();
        trail.byStaff(actor(member), "SHEET_ANSWERED", sheet.sheet().id(), Map.of("questions", questions));
    }

    /**
     * For an applicant who lost the links: a new pair, while the old one dies.
     *
     * @return the key to edit, which is kept nowhere
     */
    @Transactional
    public String renewLinks(StaffMember member, UUID sheetId) {
        String editToken = store.renewKeys(find(sheetId).sheet().id()).orElseThrow(NoSuchPage::new);
        trail.byStaff(actor(member), "LINKS_RENEWED", sheetId, Map.of());
        return editToken;
    }

    private HandedIn find(UUID sheetId) {
        return store.handedIn(sheetId)
                .orElseThrow(() -> trail.saysDeleted(sheetId) ? new DeletedByOwner() : new NoSuchPage());
    }

    private static String actor(StaffMember member) {
        return member.id().toString();
    }
}
