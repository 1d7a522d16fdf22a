package jp.readiness.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The front door for whoever goes through all advice that is kept, without pages or server. Reads only. */
public final class GivenAdvice {

    private static final int AT_ONCE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    /** @param database with the tables of this program */
    public GivenAdvice(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * An advice as it was given.
     *
     * @param sheet id of the answer sheet; no key, and no name
     * @param sequence 1, 2, 3 … within its sheet
     * @param version hash of the edition's content that gave it
     * @param answers JSON object: question id → value
     * @param result JSON of the assessment
     */
    public record Given(
            UUID id, UUID sheet, long sequence, String version, LocalDate asOf, String answers, String result) {}

    /** Hands over every advice, a few hundred in memory at a time. */
    public void forEach(Consumer<Given> reader) {
        List<Given> some = after(BEFORE_ALL);
        while (!some.isEmpty()) {
            some.forEach(reader);
            some = after(some.get(some.size() - 1).id());
        }
    }

    private List<Given> after(UUID last) {
        return jdbc.sql("""
                select id, sheet_id, sequence, version, as_of, answers, result from assessment
                where id > :last order by id limit :some
                """)
                .param("last", last)
                .param("some", AT_ONCE)
                .query(GivenAdvice::given)
                .list();
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        return new Given(
                row.getObject("id", UUID.class),
                row.getObject("sheet_id", UUID.class),
                row.getLong("sequence"),
                row.getString("version"),
                row.getObject("as_of", LocalDate.class),
                row.getString("answers"),
                row.getString("result"));
    }
}
