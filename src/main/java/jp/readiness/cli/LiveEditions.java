package jp.readiness.cli;

import java.sql.Connection;
import java.util.List;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.library.Versions;
import jp.readiness.rulebook.RuleCompiler;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads what is live in a database. A class of its own, so that other commands load nothing of Spring. */
final class LiveEditions {

    private LiveEditions() {}

    /** @throws BadInput if the database has not our tables */
    static List<ResolvedEdition> in(Connection connection, RuleCompiler compiler) {
        try {
            return Versions.in(new SingleConnectionDataSource(connection, true), compiler)
                    .liveEditions();
        } catch (DataAccessException e) {
            throw BadInput.unreadableDatabase();
        }
    }
}
