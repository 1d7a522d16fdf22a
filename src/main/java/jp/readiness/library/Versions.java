package jp.readiness.library;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.readiness.advice.Adviser;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.library.Publication.Origin;
import jp.readiness.programme.Edition;
import jp.readiness.rulebook.RuleCompiler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every version of an edition that ever was live, in the database, and which of them is live now. A version is known by
 * its hash together with its edition, since two editions may have the same content. Safe for many threads, and for
 * several servers on one database.
 */
public final class Versions {

    private static final Logger log = LoggerFactory.getLogger(Versions.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int KEPT_READY = 32;

    private final JdbcClient jdbc;
    private final RuleCompiler compiler;
    private final Map<Version, Adviser> ready = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, Adviser> longestUnused) {
            return size() > KEPT_READY;
        }
    });

    /** A version's name. */
    record Version(String programme, String edition, String hash) {

        static Version of(Edition edition) {
            return new Version(edition.programme(), edition.id(), edition.version());
        }

        /** {@code programme/edition} */
        String name() {
            return programme + "/" + edition;
        }
    }

    Versions(JdbcClient jdbc, RuleCompiler compiler) {
        this.jdbc = jdbc;
        this.compiler = compiler;
    }

    /** The versions in a database that has the tables already. */
    public static Versions in(DataSource database, RuleCompiler compiler) {
        return new Versions(JdbcClient.create(database), compiler);
    }

    /**
     * Advises by a version that was live once.
     *
     * @return empty if it never was, or if its rules no longer pass the checks of this program
     */
    public Optional<Adviser> adviser(String programme, String edition, String hash) {
        Version version = new Version(programme, edition, hash);
        Optional<Adviser> adviser = Optional.ofNullable(ready.get(version));
        if (adviser.isEmpty()) {
            adviser = files(version).flatMap(files -> compiled(version, files));
            adviser.ifPresent(compiled -> ready.put(version, compiled));
        }
        return adviser;
    }

    /** What is live, sorted by programme and edition. */
    List<Version> live() {
        return jdbc.sql("select programme, edition, hash from live_edition order by programme, edition")
                .query((row, number) -> new Version(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** What is live with its content, sorted by programme and edition; without what this program cannot read any more. */
    public List<ResolvedEdition> liveEditions() {
        return live().stream()
                .flatMap(version -> files(version).stream()
                        .flatMap(files ->
                                read(version, files).stream().map(edition -> new ResolvedEdition(edition, files))))
                .toList();
    }

    /** The editions that were live once and are no longer, each as it was last published. */
    List<Edition> withdrawn() {
        return jdbc
                .sql("""
                select p.programme, p.edition, p.hash from published_version p
                where not exists (select 1 from live_edition l
                                  where l.programme = p.programme and l.edition = p.edition)
                order by p.published_at
                """)
                .query((row, number) -> new Version(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Version::name, Function.identity(), (earlier, later) -> later, TreeMap::new))
                .values()
                .stream()
                .flatMap(version -> files(version).flatMap(files -> read(version, files)).stream())
                .toList();
    }

    /**
     * Keeps the content, if it is new, and makes it live.
     *
     * @param over hash of the version whose place it takes; empty if none is live
     * @return false, with nothing made live, if another is live meanwhile
     */
    boolean publish(ResolvedEdition resolved, Optional<String> over, Publication publication) {
        Version version = Version.of(resolved.edition());
        keep(version, JSON.writeValueAsString(resolved.files()), publication.origin());
        int changed = over.map(hash -> replaceLive(version, hash))
                .orElseGet(() -> insertUnlessThere(
                        "insert into live_edition (hash, programme, edition) values (?, ?, ?)", version));
        if (changed > 0) {
            note(version, over, publication);
        }
        return changed > 0;
    }

    private void note(Version version, Optional<String> over, Publication publication) {
        jdbc.sql("""
                insert into publication (programme, edition, hash, previous_hash, published_by, approved_by, reason, origin)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(version.programme())
                .param(version.edition())
                .param(version.hash())
                .param(over.orElse(null))
                .param(publication.by())
                .param(publication.approvedBy().orElse(null))
                .param(publication.reason())
                .param(publication.origin().name())
                .update();
    }

    /** What was published for an edition, newest first. */
    List<Published> history(String programme, String edition) {
        return jdbc.sql("""
                select number, hash, previous_hash, published_at, published_by, approved_by, reason, origin
                from publication where programme = ? and edition = ? order by number desc
                """)
                .params(programme, edition)
                .query((row, number) -> new Published(
                        row.getLong("number"),
                        row.getString("hash"),
                        Optional.ofNullable(row.getString("previous_hash")),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getString("published_by"),
                        Optional.ofNullable(row.getString("approved_by")),
                        row.getString("reason"),
                        Origin.valueOf(row.getString("origin"))))
                .list();
    }

    /** {@code programme/edition} → hash of the content last taken from the folder. */
    Map<String, String> seen() {
        Map<String, String> seen = new HashMap<>();
        jdbc.sql("select programme, edition, hash from folder_edition").query((RowCallbackHandler)
                row -> seen.put(row.getString(1) + "/" + row.getString(2), row.getString(3)));
        return seen;
    }

    /** Remembers the content that the folder has. */
    void see(Version version) {
        int known = jdbc.sql("update folder_edition set hash = ? where programme = ? and edition = ?")
                .params(version.hash(), version.programme(), version.edition())
                .update();
        if (known == 0) {
            insertUnlessThere("insert into folder_edition (hash, programme, edition) values (?, ?, ?)", version);
        }
    }

    /** The edition is offered no more; its versions stay. */
    void withdraw(Version version) {
        jdbc.sql("delete from live_edition where programme = ? and edition = ?")
                .params(version.programme(), version.edition())
                .update();
    }

    private void keep(Version version, String files, Origin origin) {
        if (files(version).isEmpty()) {
            insertUnlessThere(
                    "insert into published_version (hash, programme, edition, files, origin) values (?, ?, ?, ?, ?)",
                    version,
                    files,
                    origin.name());
        }
    }

    private int replaceLive(Version version, String over) {
        return jdbc.sql("update live_edition set hash = ?, live_since = current_timestamp"
                        + " where programme = ? and edition = ? and hash = ?")
                .params(version.hash(), version.programme(), version.edition(), over)
                .update();
    }

    /** Another server may be doing the same at this moment. */
    private int insertUnlessThere(String sql, Version version, String... more) {
        try {
            return jdbc.sql(sql)
                    .params(version.hash(), version.programme(), version.edition())
                    .params((Object[]) more)
                    .update();
        } catch (DuplicateKeyException e) {
            log.debug("{} is there already", version);
            return 0;
        }
    }

    Optional<SortedMap<String, String>> files(Version version) {
        return jdbc.sql("select files from published_version where hash = ? and programme = ? and edition = ?")
                .params(version.hash(), version.programme(), version.edition())
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {}));
    }

    private Optional<Adviser> compiled(Version version, SortedMap<String, String> files) {
        return read(version, files)
                .flatMap(edition -> compiler.compile(edition).ruleBook())
                .map(Adviser::new);
    }

    private static Optional<Edition> read(Version version, SortedMap<String, String> files) {
        return new RulesFolderReader()
                .readResolved(version.programme(), version.edition(), files).editions().stream()
                        .findFirst();
    }
}
