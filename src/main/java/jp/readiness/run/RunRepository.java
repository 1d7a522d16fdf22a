package jp.readiness.run;

import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.readiness.programme.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RunRepository {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Text>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, String>> COLUMNS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    RunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Run run) {
        jdbc.sql("""
                insert into batch_run (id, folder, programme, edition, version, as_of, file_name, file_hash, file_bytes,
                                       encoding, by_hand, details, language, state, row_count, rejected, notes, problems,
                                       created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '[]', '[]', ?, ?)
                """)
                .params(
                        run.id(),
                        run.folder(),
                        run.programme(),
                        run.edition(),
                        run.version(),
                        run.asOf(),
                        run.fileName(),
                        run.fileHash(),
                        run.fileBytes(),
                        encoding(run),
                        JSON.writeValueAsString(run.byHand()),
                        run.details(),
                        run.locale().getLanguage(),
                        run.state().name(),
                        run.createdBy(),
                        time(run.createdAt()))
                .update();
    }

    /** @return false if it is no longer in the state that it was read in; then nothing is kept */
    boolean update(Run run, Run.State before) {
        return jdbc.sql("""
                update batch_run set encoding = :encoding, by_hand = :byHand, state = :state, row_count = :rows,
                                     rejected = :rejected, notes = :notes, problems = :problems, finished_at = :finished
                where id = :id and state = :before
                """)
                        .param("encoding", encoding(run))
                        .param("byHand", JSON.writeValueAsString(run.byHand()))
                        .param("state", run.state().name())
                        .param("rows", run.rows())
                        .param("rejected", run.rejected())
                        .param("notes", JSON.writeValueAsString(run.notes()))
                        .param("problems", JSON.writeValueAsString(run.problems()))
                        .param(
                                "finished",
                                run.finishedAt().map(RunRepository::time).orElse(null),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", run.id())
                        .param("before", before.name())
                        .update()
                == 1;
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from batch_run where id = ?").param(id).update() == 1;
    }

    Optional<Run> byId(UUID id) {
        return jdbc.sql("select * from batch_run where id = ?")
                .param(id)
                .query(RunRepository::run)
                .optional();
    }

    /** The newest first. */
    List<Run> newest(int limit) {
        return jdbc.sql("select * from batch_run order by created_at desc, id limit ?")
                .param(limit)
                .query(RunRepository::run)
                .list();
    }

    /** In the order in which they came. */
    List<Run> waiting() {
        return jdbc.sql("select * from batch_run where state = ? order by created_at, id")
                .param(Run.State.WAITING.name())
                .query(RunRepository::run)
                .list();
    }

    long unfinished() {
        return jdbc.sql("select count(*) from batch_run where state in (?, ?)")
                .params(Run.State.DRAFT.name(), Run.State.WAITING.name())
                .query(Long.class)
                .single();
    }

    /** The last other run of the same file on the same edition that came to an end or will. */
    Optional<Run> sameFile(Run run) {
        return jdbc.sql("""
                select * from batch_run
                where file_hash = ? and programme = ? and edition = ? and id <> ? and state in (?, ?)
                order by created_at desc, id limit 1
                """)
                .params(
                        run.fileHash(),
                        run.programme(),
                        run.edition(),
                        run.id(),
                        Run.State.WAITING.name(),
                        Run.State.DONE.name())
                .query(RunRepository::run)
                .optional();
    }

    List<Run> createdBefore(Instant moment) {
        return jdbc.sql("select * from batch_run where created_at < ? and state <> ?")
                .params(time(moment), Run.State.WAITING.name())
                .query(RunRepository::run)
                .list();
    }

    Set<String> folders() {
        return Set.copyOf(
                jdbc.sql("select folder from batch_run").query(String.class).list());
    }

    private static String encoding(Run run) {
        return run.encoding().map(Charset::name).orElse("");
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("folder"),
                row.getString("programme"),
                row.getString("edition"),
                row.getString("version"),
                row.getObject("as_of", LocalDate.class),
                row.getString("file_name"),
                row.getString("file_hash"),
                row.getLong("file_bytes"),
                Optional.of(row.getString("encoding"))
                        .filter(name -> !name.isEmpty())
                        .map(Charset::forName),
                JSON.readValue(row.getString("by_hand"), COLUMNS),
                row.getBoolean("details"),
                Locale.forLanguageTag(row.getString("language")),
                Run.State.valueOf(row.getString("state")),
                row.getLong("row_count"),
                row.getLong("rejected"),
                JSON.readValue(row.getString("notes"), TEXTS),
                JSON.readValue(row.getString("problems"), TEXTS),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime time(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
