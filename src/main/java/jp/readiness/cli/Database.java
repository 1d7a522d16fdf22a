package jp.readiness.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which database to read. Nothing is ever written to it. */
final class Database {

    private static final String DEFAULT_URL = "jdbc:h2:file:./data/readiness";
    private static final String H2 = "jdbc:h2:";

    /** H2's number for a file that another program has open. */
    private static final int IN_USE = 90020;

    @Option(names = "--database", paramLabel = "JDBC-URL", descriptionKey = "database")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "user")
    private @Nullable String user;

    /**
     * Opens the database; whoever closes what is returned closes it.
     *
     * @throws BadInput if it cannot be opened
     */
    Connection open() {
        String address = Optional.ofNullable(url).orElseGet(() -> setting("URL", DEFAULT_URL));
        try {
            Connection connection = DriverManager.getConnection(
                    address.startsWith(H2) ? address + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : address,
                    Optional.ofNullable(user).orElseGet(() -> setting("USERNAME", "sa")),
                    setting("PASSWORD", ""));
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException e) {
            throw new BadInput(e.getErrorCode() == IN_USE ? inUse(address) : cannotOpen(address, e));
        }
    }

    /** The settings that the server takes from the environment, too, so that no password need be typed. */
    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault("SPRING_DATASOURCE_" + name, otherwise);
    }

    private static Text inUse(String address) {
        return new Text(
                "データベース %s は別のプログラムが使っています。サーバーを止めてからもう一度お試しください。".formatted(address),
                "Another program is using the database %s: stop the server and try again.".formatted(address));
    }

    private static Text cannotOpen(String address, SQLException e) {
        return new Text(
                "データベース %s を開けません。--database と --user を確かめてください。(%s)".formatted(address, e.getMessage()),
                "The database %s cannot be opened: check --database and --user. (%s)"
                        .formatted(address, e.getMessage()));
    }
}
