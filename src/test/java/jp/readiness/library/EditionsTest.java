package jp.readiness.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.readiness.SmallRules;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Edition;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionsTest {

    private static final Edition Y1 = edition("camp", "2021", "2021-04-01", Optional.of("2022-03-31"));
    private static final Edition Y2 = edition("camp", "2022", "2022-05-01", Optional.of("2023-03-31"));
    private static final Edition OTHER = edition("talent", "a", "2023-01-01", Optional.empty());

    private final Editions editions = editionsOf(OTHER, Y2, Y1);

    @ParameterizedTest
    @CsvSource({
        "2021-04-01, 2021",
        "2022-03-31, 2021",
        "2022-05-01, 2022",
        "2023-03-31, 2022",
        "2023-04-01, 2022",
        "2099-12-31, 2022"
    })
    void each_day_belongs_to_the_edition_in_force_and_the_newest_stays_usable(LocalDate day, String edition) {
        assertThat(editions.inForce("camp", day).id()).isEqualTo(edition);
    }

    @Test
    void a_day_before_the_first_edition_is_an_error_in_words() {
        assertThatThrownBy(() -> editions.inForce("camp", LocalDate.parse("2021-03-31")))
                .isInstanceOfSatisfying(NoSuchEdition.class, e -> {
                    assertThat(e.text().en())
                            .isEqualTo("camp has no edition for 2021-03-31: the first one starts on 2021-04-01.");
                    assertThat(e.text().ja()).isEqualTo("camp には、2021-03-31 に使える年度版がありません。最初の年度版は 2021-04-01 からです。");
                });
    }

    @ParameterizedTest
    @CsvSource({"2022-04-01", "2022-04-30"})
    void a_day_in_a_gap_is_an_error_and_never_the_last_known_edition(LocalDate day) {
        assertThatThrownBy(() -> editions.inForce("camp", day))
                .isInstanceOf(NoSuchEdition.class)
                .hasMessageContaining("2021 ends on 2022-03-31 and 2022 starts on 2022-05-01");
    }

    @Test
    void an_unknown_programme_comes_with_a_guess() {
        assertThatThrownBy(() -> editions.inForce("cmap", LocalDate.parse("2022-06-01")))
                .isInstanceOfSatisfying(
                        NoSuchProgramme.class,
                        e -> assertThat(e.text().ja())
                                .isEqualTo("「cmap」という支援はありません。もしかして「camp」ですか。使えるもの: camp、talent。"))
                .hasMessage("There is no programme \"cmap\". Maybe you meant `camp`. There is: camp, talent.");
    }

    @Test
    void an_unknown_programme_that_resembles_none_comes_with_the_list() {
        assertThatThrownBy(() -> editions.inForce("zzzzzz", LocalDate.parse("2022-06-01")))
                .hasMessage("There is no programme \"zzzzzz\". There is: camp, talent.");
    }

    @Test
    void an_edition_is_found_by_name_whatever_the_day() {
        assertThat(editions.named("camp", "2021")).isSameAs(Y1);
        assertThatThrownBy(() -> editions.named("camp", "2023"))
                .isInstanceOf(NoSuchEdition.class)
                .hasMessage("There is no edition of camp \"2023\". Maybe you meant `2021`. There is: 2021, 2022.");
    }

    @Test
    void current_names_one_edition_per_programme_and_leaves_out_those_without_one_that_day() {
        assertThat(editions.current(LocalDate.parse("2021-04-01"))).containsExactly(Y1);
        assertThat(editions.current(LocalDate.parse("2022-04-15"))).isEmpty();
        assertThat(editions.current(LocalDate.parse("2026-11-22"))).containsExactly(Y2, OTHER);
    }

    @Nested
    class With_a_broken_edition {

        private final Editions editions = new Editions(List.of(Y1, OTHER), Set.of("camp/2022", "new/1"));

        @Test
        void an_older_one_does_not_silently_take_its_place() {
            assertThatThrownBy(() -> editions.inForce("camp", LocalDate.parse("2022-06-01")))
                    .isInstanceOf(NoSuchEdition.class)
                    .hasMessageContaining("camp/2022 cannot be used")
                    .hasMessageContaining("ask for camp/2021");
        }

        @Test
        void days_that_another_edition_covers_for_certain_still_work() {
            assertThat(editions.inForce("camp", LocalDate.parse("2021-06-01"))).isSameAs(Y1);
        }

        @Test
        void asking_for_it_by_name_says_that_it_has_errors() {
            assertThatThrownBy(() -> editions.named("camp", "2022")).hasMessageContaining("errors");
            assertThatThrownBy(() -> editions.inForce("new", LocalDate.parse("2022-06-01")))
                    .hasMessageContaining("new/1 cannot be used");
        }
    }

    private static Editions editionsOf(Edition... editions) {
        return new Editions(List.of(editions), Set.of());
    }

    /** The fixture's edition under another name and with other days. */
    private static Edition edition(String programme, String id, String from, Optional<String> to) {
        RulesFolderReader reader = new RulesFolderReader();
        TreeMap<String, String> files =
                new TreeMap<>(reader.read(SmallRules.ORIGINAL).resolved().get(1).files());
        String days = "from: " + from + to.map(end -> ", to: " + end).orElse("");
        files.computeIfPresent("programme.yaml", (name, text) -> text.replace("from: 2022-04-01", days));
        return reader.readResolved(programme, id, files).editions().get(0);
    }
}
