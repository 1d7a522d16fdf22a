package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import jp.readiness.SettableClock;
import jp.readiness.SmallRules;
import jp.readiness.TestDatabase;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.audit.TestAudit;
import jp.readiness.library.FolderAdvice;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.RuleCompiler;
import jp.readiness.screening.AnswerSheets.Deletion;
import jp.readiness.screening.AnswerSheets.Kept;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnswerSheetsTest {

    private static final LocalDate DAY = LocalDate.parse("2022-05-01");
    private static final Answers ANSWERS = Answers.NONE
            .with("participants", Answer.Number.of(1))
            .with("note", new Answer.ShortText("𠮷 'quoted' <b>🚀</b>"));
    private static final Assessment ADVICE = new FolderAdvice(
                    SmallRules.ORIGINAL, new RuleCompiler(Path.of("target/test-cache")))
            .adviser("camp", DAY)
            .assess(ANSWERS, DAY);

    private static AnswerSheets in(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        return new AnswerSheets(
                new SheetStore(jdbc, new SettableClock()),
                jdbc,
                new SheetTrail(TestAudit.on(database), new SettableClock()),
                new BulkSheets(jdbc, new NamedParameterJdbcTemplate(database), new SettableClock()));
    }

    @ParameterizedTest
    @EnumSource
    void advice_is_found_again_byte_by_byte_under_both_keys(TestDatabase kind) {
        AnswerSheets sheets = in(kind.migrated());

        Kept kept = sheets.keep(ANSWERS, ADVICE, Optional.empty());

        assertThat(kept.assessment()).isEqualTo(AssessmentJson.write(ADVICE));
        assertThat(sheets.latestAdvice(kept.viewToken())).contains(kept.assessment());
        assertThat(sheets.latestAdvice(kept.editToken())).contains(kept.assessment());
        assertThat(sheets.latestAdvice(kept.editToken().toLowerCase(Locale.ROOT) + "!"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_key_to_view_deletes_nothing_and_the_key_to_edit_everything(TestDatabase kind) {
        DataSource database = kind.migrated();
        AnswerSheets sheets = in(database);
        Kept kept = sheets.keep(ANSWERS, ADVICE, Optional.of("𠮷田 'O''Brien' 🚀"));
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql("select name from applicant").query(String.class).list())
                .containsExactly("𠮷田 'O''Brien' 🚀");

        assertThat(sheets.delete(kept.viewToken())).isEqualTo(Deletion.NOT_ALLOWED);
        assertThat(sheets.latestAdvice(kept.viewToken())).isPresent();

        assertThat(sheets.delete(kept.editToken())).isEqualTo(Deletion.DELETED);
        assertThat(sheets.delete(kept.editToken())).isEqualTo(Deletion.UNKNOWN);
        for (String table : new String[] {"answer_sheet", "assessment", "applicant"}) {
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_advice_can_be_gone_through(TestDatabase kind) {
        DataSource database = kind.migrated();
        AnswerSheets sheets = in(database);
        for (int i = 0; i < 3; i++) {
            sheets.keep(ANSWERS, ADVICE, Optional.empty());
        }
        List<GivenAdvice.Given> all = new ArrayList<>();

        new GivenAdvice(database).forEach(all::add);

        assertThat(all).hasSize(3).allSatisfy(given -> {
            assertThat(given.version()).isEqualTo(ADVICE.version());
            assertThat(given.asOf()).isEqualTo(DAY);
            assertThat(given.result()).isEqualTo(AssessmentJson.write(ADVICE));
        });
    }
}
