package jp.readiness.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives every stored advice again, by the version of its time, and says what comes out differently. */
@Command(name = "replay")
final class Replay implements Callable<Integer> {

    @Mixin
    private final Workplace workplace = new Workplace();

    @Mixin
    private final Database database = new Database();

    private final Console console;

    Replay(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws SQLException {
        try (Connection connection = database.open()) {
            return new ReplayRun(connection, workplace.compiler(), console).run() ? 0 : 1;
        }
    }
}
