package jp.readiness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases that everything stored has to work on. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource empty(String name) {
            return new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty(String name) {
            JdbcClient.create(Postgres.RUNNING.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return Postgres.RUNNING.getDatabase("postgres", name);
        }
    };

    abstract DataSource empty(String name);

    /** A database of its own, with our tables and no rows. */
    public DataSource migrated() {
        DataSource database = empty("test_" + UUID.randomUUID().toString().replace("-", ""));
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    /** One server for all tests of a run; it ends with the virtual machine. */
    private static final class Postgres {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
