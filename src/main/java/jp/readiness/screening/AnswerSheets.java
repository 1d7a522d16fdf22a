package jp.readiness.screening;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.programme.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for whoever brings a whole answer sheet at once, such as the API. A sheet kept here opens on the pages
 * too, by the same keys.
 */
@Service
@Transactional
public class AnswerSheets {

    private final SheetStore store;
    private final JdbcClient jdbc;
    private final SheetTrail trail;
    private final BulkSheets bulk;

    AnswerSheets(SheetStore store, JdbcClient jdbc, SheetTrail trail, BulkSheets bulk) {
        this.store = store;
        this.jdbc = jdbc;
        this.trail = trail;
        this.bulk = bulk;
    }

    /**
     * What came of keeping a sheet.
     *
     * @param editToken key to change or delete it
     * @param viewToken key to see the advice only
     * @param assessment JSON of the advice
     */
    public record Kept(String editToken, String viewToken, String assessment) {}

    /** What came of a wish to delete. */
    public enum Deletion {
        DELETED,
        /** The key shows the advice and allows no more. */
        NOT_ALLOWED,
        UNKNOWN
    }

    /**
     * Keeps a new sheet with its advice, all or nothing.
     *
     * @param applicant the applicant's name, kept apart from the answers; at most 200 characters
     */
    public Kept keep(Answers answers, Assessment assessment, Optional<String> applicant) {
        String editToken = store.create(assessment.programme(), assessment.edition(), answers);
        Sheet sheet = store.byEditToken(editToken).orElseThrow();
        String json = AssessmentJson.write(assessment);
        store.record(sheet.id(), assessment.version(), assessment.asOf(), answers, json);
        applicant.ifPresent(name -> jdbc.sql("insert into applicant (sheet_id, name) values (:sheet, :name)")
                .param("sheet", sheet.id())
                .param("name", name)
                .update());
        return new Kept(editToken, Tokens.viewToken(editToken), json);
    }

    /**
     * A sheet that comes with others in a file.
     *
     * @param applicant the applicant's name, kept apart from the answers; at most 200 characters
     */
    public record NewSheet(Answers answers, Optional<String> applicant) {}

    /**
     * Keeps many sheets, all or nothing, without advice: that is asked for when somebody looks. Nobody has been given a
     * link to them.
     *
     * @return their ids, in the same order
     */
    public List<UUID> addAll(String programme, String edition, List<NewSheet> sheets) {
        return bulk.add(programme, edition, sheets);
    }

    /**
     * The answers on a sheet.
     *
     * @param revision grows with every change
     * @param values question id → JSON-like value; which of them are answers is said by the edition that reads them
     */
    public record Held(UUID id, long revision, Map<String, Object> values) {}

    /** The sheets of these ids that are still there, in no order. */
    @Transactional(readOnly = true)
    public List<Held> held(Collection<UUID> ids) {
        return bulk.held(ids);
    }

    /**
     * A sheet handed in to the office.
     *
     * @param name of the company or organisation
     * @param values question id → JSON-like value; which of them are answers is said by the edition that reads them
     */
    public record HandedInSheet(UUID id, String name, Map<String, Object> values) {}

    /** What was handed in to a programme, the first first. @param most no more than so many */
    @Transactional(readOnly = true)
    public List<HandedInSheet> handedInTo(String programme, int most) {
        return bulk.handedInTo(programme, most);
    }

    @Transactional(readOnly = true)
    public long handedInCount(String programme) {
        return bulk.handedInCount(programme);
    }

    /** Deletes sheets that nobody was given a link to; others stay, they are their owner's. */
    public void deleteUnowned(Collection<UUID> ids) {
        bulk.deleteUnowned(ids);
    }

    /** JSON of the advice last given on the sheet that the key opens; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<String> latestAdvice(String token) {
        return latest(token).map(StoredAssessment::result);
    }

    private Optional<StoredAssessment> latest(String token) {
        return store.byViewToken(token).or(() -> store.byEditToken(token)).flatMap(sheet -> store.latest(sheet.id()));
    }

    /** The answers that the advice was last given on, question id → JSON-like value; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> latestAnswers(String token) {
        return latest(token).map(stored -> JsonObjects.values(stored.answers()));
    }

    /** Deletes the sheet with its advice and names, if the key is the one to edit. */
    public Deletion delete(String token) {
        Optional<Sheet> owned = store.byEditToken(token);
        if (owned.isPresent()) {
            store.delete(owned.get().id());
            trail.deleted(owned.get().id());
            return Deletion.DELETED;
        }
        return store.byViewToken(token).isPresent() ? Deletion.NOT_ALLOWED : Deletion.UNKNOWN;
    }
}
