package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the store promises, on each database it must run on: see the subclasses. */
abstract class SheetStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String VERSION = "a".repeat(64);

    private SheetStore store;
    private TransactionTemplate transaction;

    /** An empty or shared database of the kind under test. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        DataSource database = database();
        Flyway.configure().dataSource(database).load().migrate();
        store = new SheetStore(JdbcClient.create(database), Clock.systemUTC());
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    private static Map<String, Reply> answer(String question, Answer answer) {
        return Map.of(question, new Reply.Given(answer));
    }

    private Sheet begin(Answers answers) {
        return store.byEditToken(store.create("camp", "2022", answers)).orElseThrow();
    }

    private Sheet reload(Sheet sheet) {
        return store.save(sheet.id(), Map.of()).orElseThrow();
    }

    @Test
    void a_sheet_is_found_by_both_its_keys_and_by_no_other() {
        String edit = store.create("camp", "2022", Answers.NONE);

        Sheet sheet = store.byEditToken(edit).orElseThrow();
        assertThat(sheet.programme()).isEqualTo("camp");
        assertThat(sheet.values()).isEmpty();
        assertThat(store.byViewToken(Tokens.viewToken(edit))).contains(sheet);
        assertThat(store.byViewToken(edit)).isEmpty();
        assertThat(store.byEditToken(Tokens.viewToken(edit))).isEmpty();
        assertThat(store.byEditToken(Tokens.newEditToken())).isEmpty();
        assertThat(store.byEditToken("' or '1'='1")).isEmpty();
    }

    @Test
    void answers_come_back_as_they_were_given() {
        Answers given = Answers.NONE
                .with("yes", new Answer.YesNo(true))
                .with("count", Answer.Number.of(3))
                .with("rate", new Answer.Number(new BigDecimal("0.000000001")))
                .with("huge", Answer.Number.of(1_000_000_000_000_000L))
                .with("kind", new Answer.Choice("COMPANY"))
                .with("tools", new Answer.Choices(Set.of("EXCEL", "ERP")))
                .with("none", new Answer.Choices(Set.of()))
                .with("名前", new Answer.ShortText("𠮷野家 \"<script>\" 😀"));

        Map<String, Object> values = begin(given).values();

        assertThat(values).containsEntry("yes", true).containsEntry("kind", "COMPANY");
        assertThat(values).containsEntry("tools", List.of("ERP", "EXCEL")).containsEntry("none", List.of());
        assertThat(values).containsEntry("名前", "𠮷野家 \"<script>\" 😀");
        assertThat(values).containsEntry("rate", new BigDecimal("0.000000001"));
        assertThat(values).containsEntry("huge", 1_000_000_000_000_000L);
    }

    @Test
    void what_is_not_named_in_a_change_stays() {
        Sheet sheet = begin(Answers.NONE.with("a", Answer.Number.of(1)).with("b", Answer.Number.of(2)));

        Sheet saved = store.save(sheet.id(), answer("a", Answer.Number.of(5))).orElseThrow();

        assertThat(saved.values()).isEqualTo(Map.of("a", 5L, "b", 2L));
        assertThat(saved.revision()).isGreaterThan(sheet.revision());
        assertThat(reload(sheet)).isEqualTo(saved);
    }

    @Test
    void a_question_can_be_opened_again() {
        Sheet sheet = begin(Answers.NONE.with("a", Answer.Number.of(1)));

        store.save(sheet.id(), Map.of("a", new Reply.Blank()));

        assertThat(reload(sheet).values()).isEmpty();
    }

    @Test
    void not_knowing_yet_is_kept_until_an_answer_comes() {
        Sheet sheet = begin(Answers.NONE.with("a", Answer.Number.of(1)));

        store.save(sheet.id(), Map.of("a", new Reply.Unsure()));
        assertThat(reload(sheet).values()).isEmpty();
        assertThat(reload(sheet).unsure()).containsExactly("a");

        store.save(sheet.id(), answer("a", Answer.Number.of(3)));
        assertThat(reload(sheet).unsure()).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_kept_beside_the_last_good_answer_until_a_good_one_comes() {
        Sheet sheet = begin(Answers.NONE.with("a", Answer.Number.of(1)));

        store.save(sheet.id(), Map.of("a", new Reply.Unread(List.of("三人くらい"))));
        assertThat(reload(sheet).values()).isEqualTo(Map.of("a", 1L));
        assertThat(reload(sheet).unread()).isEqualTo(Map.of("a", List.of("三人くらい")));

        store.save(sheet.id(), answer("a", Answer.Number.of(3)));
        assertThat(reload(sheet).values()).isEqualTo(Map.of("a", 3L));
        assertThat(reload(sheet).unread()).isEmpty();
    }

    @Test
    void answers_given_at_the_same_time_are_all_kept() throws Exception {
        Sheet sheet = begin(Answers.NONE);
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> saves = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Map<String, Reply> one = answer("q" + i, Answer.Number.of(i));
                saves.add(people.submit(() -> transaction.executeWithoutResult(status -> store.save(sheet.id(), one))));
            }
            for (Future<?> save : saves) {
                save.get();
            }
        } finally {
            people.shutdown();
        }
        assertThat(reload(sheet).values()).hasSize(40);
        assertThat(reload(sheet).revision()).isEqualTo(sheet.revision() + 40);
    }

    @Test
    void an_assessment_is_kept_again_only_if_answers_day_or_version_changed() {
        Sheet sheet = begin(Answers.NONE);
        Answers one = Answers.NONE.with("a", Answer.Number.of(1));

        store.record(sheet.id(), VERSION, DAY, one, "{\"n\":1}");
        store.record(sheet.id(), VERSION, DAY, one, "{\"n\":1}");
        assertThat(store.latest(sheet.id()).orElseThrow().sequence()).isEqualTo(1);

        store.record(sheet.id(), VERSION, DAY.plusDays(1), one, "{\"n\":2}");
        store.record(sheet.id(), "b".repeat(64), DAY.plusDays(1), one, "{\"n\":3}");
        store.record(sheet.id(), "b".repeat(64), DAY.plusDays(1), Answers.NONE, "{\"n\":4}");
        StoredAssessment last = store.latest(sheet.id()).orElseThrow();
        assertThat(last.sequence()).isEqualTo(4);
        assertThat(last.result()).isEqualTo("{\"n\":4}");
        assertThat(last.asOf()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void a_sheet_handed_in_twice_is_listed_once_with_the_last_contact() {
        Sheet sheet = begin(Answers.NONE);
        long before = store.handedInCount();

        store.handIn(sheet.id(), new Contact("甲社", "山田", "a@example.jp", "", ""));
        store.handIn(sheet.id(), new Contact("甲社", "𠮷田 <b>", "b@example.jp", "03-0000-0000", "よろしく"));

        assertThat(store.handedInCount()).isEqualTo(before + 1);
        assertThat(store.handedIn(0, 1).get(0).contact().person()).isEqualTo("𠮷田 <b>");
        assertThat(store.handedIn(sheet.id()).orElseThrow().sheet().id()).isEqualTo(sheet.id());
    }

    @Test
    void deleting_a_sheet_leaves_nothing_of_it() {
        String edit = store.create("camp", "2022", Answers.NONE);
        UUID id = store.byEditToken(edit).orElseThrow().id();
        store.record(id, VERSION, DAY, Answers.NONE, "{}");
        store.handIn(id, new Contact("甲社", "山田", "a@example.jp", "", ""));

        store.delete(id);

        assertThat(store.byEditToken(edit)).isEmpty();
        assertThat(store.latest(id)).isEmpty();
        assertThat(store.handedIn(id)).isEmpty();
        assertThat(store.save(id, answer("a", Answer.Number.of(1)))).isEmpty();
        store.record(id, VERSION, DAY, Answers.NONE, "{}");
        assertThat(store.latest(id)).isEmpty();
    }
}
