package jp.readiness.cohort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;

/** Rows of the database as members. */
final class MemberRows {

    /** The name is what the applicant handed in under, else what stood in the file. */
    static final String NAME = "coalesce(k.company, a.name, '')";

    static final String FROM = """
             from cohort_member m
             left join contact k on k.sheet_id = m.sheet_id
             left join applicant a on a.sheet_id = m.sheet_id
            """;

    static final String SELECT = "select m.id, m.cohort_id, m.sheet_id, m.position, m.source, m.joined_at,"
            + " m.judged_revision, m.version, m.verdict, m.risk, m.risk_band, m.provisional, m.decision, m.ending, "
            + NAME + " as name" + FROM;

    private MemberRows() {}

    /** A member whose marks are still to be read. */
    record Row(Member member) {

        Member with(Marks marks) {
            return new Member(
                    member.id(),
                    member.cohort(),
                    member.sheet(),
                    member.position(),
                    member.name(),
                    member.source(),
                    member.joinedAt(),
                    member.projection().map(projection -> marks.on(member.id(), projection)),
                    member.decision(),
                    member.ending());
        }
    }

    static Row member(ResultSet row, int number) throws SQLException {
        return new Row(new Member(
                row.getObject("id", UUID.class),
                row.getObject("cohort_id", UUID.class),
                Optional.ofNullable(row.getObject("sheet_id", UUID.class)),
                row.getInt("position"),
                row.getString("name"),
                Source.valueOf(row.getString("source")),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                projection(row),
                Optional.ofNullable(row.getString("decision")).map(Decision::valueOf),
                Optional.ofNullable(row.getString("ending")).map(Ending::valueOf)));
    }

    private static Optional<Projection> projection(ResultSet row) throws SQLException {
        String version = row.getString("version");
        if (version == null) {
            return Optional.empty();
        }
        return Optional.of(new Projection(
                version,
                row.getLong("judged_revision"),
                Verdict.valueOf(row.getString("verdict")),
                row.getDouble("risk"),
                Band.valueOf(row.getString("risk_band")),
                row.getBoolean("provisional"),
                List.of(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>()));
    }

    /** Marks and steps by member, gathered row by row. */
    static final class Marks {

        private final Map<UUID, EnumMap<Mark, SortedSet<String>>> marks = new HashMap<>();
        private final Map<UUID, List<Projection.StepRisk>> steps = new HashMap<>();

        void mark(ResultSet row) throws SQLException {
            marks.computeIfAbsent(row.getObject("member_id", UUID.class), id -> new EnumMap<>(Mark.class))
                    .computeIfAbsent(Mark.valueOf(row.getString("kind")), kind -> new TreeSet<>())
                    .add(row.getString("mark"));
        }

        void step(ResultSet row) throws SQLException {
            steps.computeIfAbsent(row.getObject("member_id", UUID.class), id -> new ArrayList<>())
                    .add(new Projection.StepRisk(
                            row.getString("step"),
                            row.getDouble("probability"),
                            Band.valueOf(row.getString("band")),
                            row.getBoolean("provisional")));
        }

        Projection on(UUID member, Projection bare) {
            EnumMap<Mark, SortedSet<String>> own = marks.getOrDefault(member, new EnumMap<>(Mark.class));
            return new Projection(
                    bare.version(),
                    bare.revision(),
                    bare.verdict(),
                    bare.risk(),
                    bare.band(),
                    bare.provisional(),
                    steps.getOrDefault(member, List.of()),
                    own.getOrDefault(Mark.UNMET, new TreeSet<>()),
                    own.getOrDefault(Mark.FIRED, new TreeSet<>()),
                    own.getOrDefault(Mark.OPEN, new TreeSet<>()),
                    own.getOrDefault(Mark.ASKED, new TreeSet<>()));
        }
    }
}
