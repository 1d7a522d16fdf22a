package jp.readiness.cohort;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.programme.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps files that staff bring, until they are taken in, and the rows that could not be. */
@Repository
@Transactional
class UploadStore {

    /** H2 holds a megabyte in one value. */
    private static final int PART = 512 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS =
            "select id, cohort_id, file_name, sha256, charset, taken, rejected, uploaded_at from cohort_upload";

    private final JdbcClient jdbc;
    private final Clock clock;

    UploadStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param charset chosen by hand; empty: recognised
     * @param taken how many rows were taken in; empty while that waits
     */
    record Upload(
            UUID id,
            UUID cohort,
            String fileName,
            String sha256,
            Optional<String> charset,
            Optional<Integer> taken,
            int rejected,
            Instant at) {

        public boolean isDone() {
            return taken.isPresent();
        }
    }

    /** @param value as it stands in the cell, shortened */
    record Problem(String column, String value, String ja, String en) {
        Text text() {
            return new Text(ja, en);
        }
    }

    /** @param line in the file; 0 for the header */
    record Reject(long line, List<String> cells, List<Problem> problems) {}

    UUID add(UUID cohort, Path file, String name, String sha256, Optional<String> charset, String actor) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into cohort_upload (id, cohort_id, file_name, sha256, charset, uploaded_by, uploaded_at)
                values (:id, :cohort, :name, :sha256, :charset, :actor, :now)
                """)
                .param("id", id)
                .param("cohort", cohort)
                .param("name", name)
                .param("sha256", sha256)
                .param("charset", charset.orElse(null))
                .param("actor", actor)
                .param("now", Instant.now(clock).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(PART);
            for (int part = 0; content.length > 0; part++) {
                jdbc.sql("insert into cohort_upload_part (upload_id, part, content) values (:id, :part, :content)")
                        .param("id", id)
                        .param("part", part)
                        .param("content", content)
                        .update();
                content = in.readNBytes(PART);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** Writes the content of a file that waits. */
    @Transactional(readOnly = true)
    void copy(UUID id, Path to) {
        try (OutputStream out = Files.newOutputStream(to)) {
            int parts = jdbc.sql("select count(*) from cohort_upload_part where upload_id = :id")
                    .param("id", id)
                    .query(Integer.class)
                    .single();
            for (int part = 0; part < parts; part++) {
                out.write(jdbc.sql("select content from cohort_upload_part where upload_id = :id and part = :part")
                        .param("id", id)
                        .param("part", part)
                        .query((row, number) -> row.getBytes(1))
                        .single());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional(readOnly = true)
    Optional<Upload> find(UUID cohort, UUID id) {
        return jdbc.sql(COLUMNS + " where cohort_id = :cohort and id = :id")
                .param("cohort", cohort)
                .param("id", id)
                .query(UploadStore::upload)
                .optional();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<Upload> all(UUID cohort) {
        return jdbc.sql(COLUMNS + " where cohort_id = :cohort order by uploaded_at desc, id limit 50")
                .param("cohort", cohort)
                .query(UploadStore::upload)
                .list();
    }

    /** When the same file was taken in before. */
    @Transactional(readOnly = true)
    Optional<Upload> takenBefore(UUID cohort, String sha256) {
        return jdbc.sql(COLUMNS + """
                 where cohort_id = :cohort and sha256 = :sha256 and taken is not null order by uploaded_at desc limit 1
                """)
                .param("cohort", cohort)
                .param("sha256", sha256)
                .query(UploadStore::upload)
                .optional();
    }

    /**
     * Marks the file as taken in and lets go of its content.
     *
     * @param rejects the header first, if there are any
     * @return false if somebody else has just done so
     */
    boolean done(UUID id, int taken, List<Reject> rejects) {
        int rejected = Math.max(0, rejects.size() - 1);
        int rows = jdbc.sql(
                        "update cohort_upload set taken = :taken, rejected = :rejected where id = :id and taken is null")
                .param("id", id)
                .param("taken", taken)
                .param("rejected", rejected)
                .update();
        if (rows == 0) {
            return false;
        }
        drop(id);
        for (Reject reject : rejects) {
            jdbc.sql(
                            "insert into cohort_reject (upload_id, line, cells, problems) values (:id, :line, :cells, :problems)")
                    .param("id", id)
                    .param("line", reject.line())
                    .param("cells", JSON.writeValueAsString(reject.cells()))
                    .param("problems", JSON.writeValueAsString(reject.problems()))
                    .update();
        }
        return true;
    }

    private void drop(UUID id) {
        jdbc.sql("delete from cohort_upload_part where upload_id = :id")
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from cohort_upload where id = :id").param("id", id).update();
    }

    /** The header, then the rows in the order of the file. */
    @Transactional(readOnly = true)
    List<Reject> rejects(UUID id) {
        return jdbc.sql("select line, cells, problems from cohort_reject where upload_id = :id order by line")
                .param("id", id)
                .query((row, number) -> new Reject(
                        row.getLong("line"),
                        JSON.readValue(row.getString("cells"), new TypeReference<List<String>>() {}),
                        JSON.readValue(row.getString("problems"), new TypeReference<List<Problem>>() {})))
                .list();
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        int taken = row.getInt("taken");
        Optional<Integer> known = row.wasNull() ? Optional.empty() : Optional.of(taken);
        return new Upload(
                row.getObject("id", UUID.class),
                row.getObject("cohort_id", UUID.class),
                row.getString("file_name"),
                row.getString("sha256"),
                Optional.ofNullable(row.getString("charset")),
                known,
                row.getInt("rejected"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
