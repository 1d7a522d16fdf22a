package jp.readiness.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Rows of the database as records. */
final class StoredRows {

    private StoredRows() {}

    static Sheet sheet(ResultSet row, int number) throws SQLException {
        return new Sheet(
                row.getObject("id", UUID.class),
                row.getString("programme"),
                row.getString("edition"),
                JsonObjects.values(row.getString("answers")),
                JsonObjects.names(row.getString("unsure")),
                JsonObjects.texts(row.getString("unread")),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getLong("revision"));
    }

    static StoredAssessment assessment(ResultSet row, int number) throws SQLException {
        return new StoredAssessment(
                row.getObject("sheet_id", UUID.class),
                row.getLong("sequence"),
                row.getString("version"),
                row.getObject("as_of", LocalDate.class),
                row.getString("answers"),
                row.getString("result"),
                instant(row, "created_at"));
    }

    static HandedIn handedIn(ResultSet row, int number) throws SQLException {
        Contact contact = new Contact(
                row.getString("company"),
                row.getString("person"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("message"));
        return new HandedIn(sheet(row, number), contact, instant(row, "handed_in_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
