package jp.readiness.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("participants", "dataVolume", "参加人数", "tools");

    @ParameterizedTest
    @CsvSource({
        "participant, participants",
        "particpants, participants",
        "PARTICIPANTS, participants",
        "datavolume, dataVolume",
        "dataVoluem, dataVolume",
        "参加者数, 参加人数",
        "tool, tools"
    })
    void a_slip_of_the_pen_finds_the_name_that_was_meant(String typed, String meant) {
        assertThat(Suggestion.closest(typed, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"budget", "x", "''"})
    void a_name_that_resembles_none_gets_no_guess(String typed) {
        assertThat(Suggestion.closest(typed, KNOWN)).isEmpty();
        assertThat(Suggestion.maybe(typed, KNOWN)).isEqualTo(Text.NONE);
    }

    @Test
    void a_name_of_a_million_letters_is_answered_at_once() {
        assertThat(Suggestion.closest("x".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
