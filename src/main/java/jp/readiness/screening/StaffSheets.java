package jp.readiness.screening;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.account.StaffMember;
import jp.readiness.programme.Answers;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;

/**
 * The front door for pages of the staff that show one applicant among others. Whoever comes through it has seen to it
 * that the staff may see that applicant.
 */
@Service
public class StaffSheets {

    private final Desk desk;
    private final DeskPages pages;
    private final Screening screening;
    private final SheetStore store;
    private final FormReader reader = new FormReader();

    StaffSheets(Desk desk, DeskPages pages, Screening screening, SheetStore store) {
        this.desk = desk;
        this.pages = pages;
        this.screening = screening;
        this.store = store;
    }

    /**
     * What {@code screening/staff-sheet} shows of the sheet; empty if it is gone, or while no version of its edition can
     * be used. That it was read is kept in the audit log.
     */
    public Optional<Object> view(StaffMember reader, UUID sheet, Locale locale) {
        return desk.readAny(reader, sheet)
                .filter(row -> row.sheet().isPresent())
                .map(row -> pages.sheet(row, locale));
    }

    /**
     * Keeps what staff answered in the form of {@code screening/staff-sheet}.
     *
     * @return whether everything could be read; empty if the sheet is gone
     */
    public Optional<Boolean> answer(StaffMember member, UUID sheet, MultiValueMap<String, String> form) {
        return desk.anySheet(sheet).map(open -> {
            Map<String, Reply> replies = reader.read(Desk.staffQuestions(open), form);
            desk.answer(member, open, replies);
            return replies.values().stream().noneMatch(Reply.Unread.class::isInstance);
        });
    }

    /**
     * A sheet begun for somebody.
     *
     * @param address where it is filled in: the key to it, for that person alone
     */
    public record Begun(UUID id, String address) {}

    public Begun begin(String programme, String edition) {
        String token = store.create(programme, edition, Answers.NONE);
        return new Begun(screening.toEdit(token).sheet().id(), new SheetLinks(token).resume());
    }
}
