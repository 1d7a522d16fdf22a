package jp.readiness.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Projections taken apart into the rows that are kept of them. */
final class ProjectionRows {

    static final String UPDATE_MEMBER = """
            update cohort_member
            set judged_revision = :revision, version = :version, verdict = :verdict, risk = :risk, risk_band = :band,
                provisional = :provisional, peak_step = :peakStep, peak_band = :peakBand
            where id = :member
            """;

    static final String INSERT_MARK =
            "insert into cohort_member_mark (cohort_id, member_id, kind, mark) values (:cohort, :member, :kind, :mark)";

    static final String INSERT_STEP = """
            insert into cohort_member_step (cohort_id, member_id, step, probability, band, provisional)
            values (:cohort, :member, :step, :probability, :band, :provisional)
            """;

    private final UUID cohort;
    private final List<SqlParameterSource> members = new ArrayList<>();
    private final List<SqlParameterSource> marks = new ArrayList<>();
    private final List<SqlParameterSource> steps = new ArrayList<>();

    ProjectionRows(UUID cohort) {
        this.cohort = cohort;
    }

    void add(UUID member, Projection projection) {
        Optional<Projection.StepRisk> peak = projection.peak();
        members.add(new MapSqlParameterSource("member", member)
                .addValue("revision", projection.revision())
                .addValue("version", projection.version())
                .addValue("verdict", projection.verdict().name())
                .addValue("risk", projection.risk())
                .addValue("band", projection.band().name())
                .addValue("provisional", projection.provisional())
                .addValue("peakStep", peak.map(Projection.StepRisk::step).orElse(null))
                .addValue("peakBand", peak.map(step -> step.band().name()).orElse(null)));
        mark(member, Mark.UNMET, projection.unmet());
        mark(member, Mark.FIRED, projection.fired());
        mark(member, Mark.OPEN, projection.open());
        mark(member, Mark.ASKED, projection.asked());
        for (Projection.StepRisk step : projection.steps()) {
            steps.add(new MapSqlParameterSource("member", member)
                    .addValue("cohort", cohort)
                    .addValue("step", step.step())
                    .addValue("probability", step.probability())
                    .addValue("band", step.band().name())
                    .addValue("provisional", step.provisional()));
        }
    }

    private void mark(UUID member, Mark kind, Collection<String> ids) {
        for (String id : ids) {
            marks.add(new MapSqlParameterSource("member", member)
                    .addValue("cohort", cohort)
                    .addValue("kind", kind.name())
                    .addValue("mark", id));
        }
    }

    List<SqlParameterSource> members() {
        return members;
    }

    List<SqlParameterSource> marks() {
        return marks;
    }

    List<SqlParameterSource> steps() {
        return steps;
    }
}
