package jp.readiness.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose names go, and what of them, on each database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RetentionRepositoryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final JdbcClient jdbc;
    private final RetentionRepository retention;

    RetentionRepositoryTest(TestDatabase kind) {
        jdbc = JdbcClient.create(kind.migrated());
        retention = new RetentionRepository(jdbc);
    }

    private UUID sheet(String answers) {
        UUID id = UUID.randomUUID();
        String key = id.toString().replace("-", "").repeat(2);
        jdbc.sql("insert into answer_sheet values (?, 'camp', '2022', ?, ?, ?, '[]', '{\"a\":[\"typed\"]}', ?, ?, 1)")
                .params(id, key, key, answers, NOW.atOffset(ZoneOffset.UTC), NOW.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into applicant values (?, 'A社')").param(id).update();
        jdbc.sql("insert into contact values (?, 'A社', '山田', 'a@example.jp', '', 'よろしく', ?, ?)")
                .params(id, NOW.atOffset(ZoneOffset.UTC), NOW.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private UUID cohort(String name, Optional<LocalDate> until) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into cohort (id, programme, edition, name, origin, retention_until, created_by, created_at,
                                    last_position, revision)
                values (:id, 'camp', '2022', :name, 'REAL', :until, 'system', :now, 0, 1)
                """)
                .param("id", id)
                .param("name", name)
                .param("until", until.orElse(null), Types.DATE)
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private UUID member(UUID cohort, UUID sheet, int position) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into cohort_member (id, cohort_id, sheet_id, position, source, joined_at, verdict, decision)"
                        + " values (?, ?, ?, ?, 'FILE', ?, 'READY', 'ACCEPT')")
                .params(id, cohort, sheet, position, NOW.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void names_are_due_the_day_after_the_last_day_of_their_cohort() {
        UUID past = cohort("past", Optional.of(TODAY.minusDays(1)));
        UUID last = cohort("last day", Optional.of(TODAY));
        UUID open = cohort("open", Optional.empty());
        for (UUID cohort : List.of(past, last, open)) {
            member(cohort, sheet("{}"), 1);
        }

        assertThat(retention.dueCohorts(TODAY)).extracting(Due::name).containsExactly("past");
        assertThat(retention.keptCohorts(TODAY))
                .extracting(RetentionRepository.Kept::name)
                .containsExactly("last day", "open");
    }

    @Test
    void a_sheet_in_several_cohorts_keeps_its_names_as_long_as_any_of_them() {
        UUID sheet = sheet("{}");
        UUID past = cohort("past", Optional.of(TODAY.minusDays(9)));
        UUID later = cohort("later", Optional.of(TODAY.plusDays(9)));
        member(past, sheet, 1);
        member(later, sheet, 1);

        assertThat(retention.dueCohorts(TODAY)).isEmpty();
        assertThat(retention.dueCohorts(TODAY.plusDays(10))).hasSize(2);
        assertThat(retention.keepers(sheet))
                .containsExactly(
                        new RetentionRepository.Keeper("later", Optional.of(TODAY.plusDays(9))),
                        new RetentionRepository.Keeper("past", Optional.of(TODAY.minusDays(9))));
    }

    @Test
    void names_contacts_and_words_go_while_answers_advice_and_decisions_stay() {
        UUID sheet = sheet("{\"count\":2,\"note\":\"山田です\"}");
        UUID member = member(cohort("past", Optional.of(TODAY.minusDays(1))), sheet, 1);
        jdbc.sql("insert into assessment values (?, ?, ?, ?, ?, '{}', ?, 1)")
                .params(
                        UUID.randomUUID(),
                        sheet,
                        "a".repeat(64),
                        TODAY,
                        "{\"note\":\"山田です\"}",
                        NOW.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into cohort_note values (?, ?, ?, '山田さんに電話', 'x', ?)")
                .params(UUID.randomUUID(), member, sheet, NOW.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into cohort_decision values (?, ?, ?, 'ACCEPT', '山田さんは熱心', 'READY', 'LOW', ?, false, 'x', ?)")
                .params(UUID.randomUUID(), member, sheet, "a".repeat(64), NOW.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into outcome values (?, 1, 'LEFT', 'lectures', null, 'x', ?)")
                .params(member, NOW.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into outcome_reason values (?, 1, ?, '山田さんが異動')")
                .params(member, sheet)
                .update();

        retention.anonymise(List.of(sheet), (programme, answers) -> "{\"from\":\"" + programme + "\"}", NOW);

        assertThat(count("contact")).isZero();
        assertThat(count("applicant")).isZero();
        assertThat(count("cohort_note")).isZero();
        assertThat(count("outcome_reason")).isZero();
        assertThat(text("select state from outcome")).isEqualTo("LEFT");
        assertThat(text("select answers from answer_sheet")).isEqualTo("{\"from\":\"camp\"}");
        assertThat(text("select unread from answer_sheet")).isEqualTo("{}");
        assertThat(text("select answers from assessment")).isEqualTo("{\"from\":\"camp\"}");
        assertThat(text("select decision from cohort_decision where reason = ''"))
                .isEqualTo("ACCEPT");
        assertThat(text("select verdict from cohort_member where anonymised_at is not null"))
                .isEqualTo("READY");
        assertThat(retention.dueCohorts(TODAY)).isEmpty();
    }

    @Test
    void files_of_past_cohorts_go_with_their_rejected_rows_and_with_what_was_begun_there() {
        for (Optional<LocalDate> until : List.of(Optional.of(TODAY.minusDays(1)), Optional.of(TODAY))) {
            UUID cohort = cohort("any", until);
            UUID upload = UUID.randomUUID();
            jdbc.sql("insert into cohort_upload values (?, ?, '山田商店.csv', ?, null, null, null, 'x', ?)")
                    .params(upload, cohort, "a".repeat(64), NOW.atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("insert into cohort_upload_part values (?, 0, ?)")
                    .params(upload, new byte[] {1})
                    .update();
            jdbc.sql("insert into cohort_reject values (?, 2, '[\"山田商店\"]', '[]')")
                    .param(upload)
                    .update();
            jdbc.sql("insert into cohort_guest values (?, ?, ?)")
                    .params(sheet("{}"), cohort, NOW.atOffset(ZoneOffset.UTC))
                    .update();
        }

        assertThat(retention.forgetFiles(TODAY)).isEqualTo(1);

        for (String table : List.of("cohort_upload", "cohort_upload_part", "cohort_reject", "cohort_guest")) {
            assertThat(count(table)).as(table).isEqualTo(1);
        }
        assertThat(retention.forgetFiles(TODAY)).isZero();
        assertThat(count("answer_sheet")).as("what nobody handed in").isEqualTo(2);
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    @Test
    void contacts_outside_any_cohort_are_due_after_their_days() {
        UUID alone = sheet("{}");
        member(cohort("open", Optional.empty()), sheet("{}"), 1);

        assertThat(retention.dueSheets(NOW, 10)).isEmpty();
        assertThat(retention.dueSheets(NOW.plusSeconds(1), 10)).containsExactly(alone);
        assertThat(retention.dueOutside(NOW.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    void names_that_came_through_the_interface_for_programs_are_due_as_those_that_were_handed_in() {
        UUID named = sheet("{}");
        UUID nameless = sheet("{}");
        jdbc.sql("delete from contact").update();
        jdbc.sql("delete from applicant where sheet_id = ?").param(nameless).update();

        assertThat(retention.dueSheets(NOW, 10)).isEmpty();
        assertThat(retention.dueSheets(NOW.plusSeconds(1), 10)).containsExactly(named);

        retention.anonymise(List.of(named), (programme, answers) -> answers, NOW);
        assertThat(retention.dueOutside(NOW.plusSeconds(1))).isZero();
    }
}
