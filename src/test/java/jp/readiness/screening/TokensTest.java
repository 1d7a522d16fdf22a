package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void keys_are_well_formed_and_never_alike() {
        Set<String> tokens = new HashSet<>();
        IntStream.range(0, 1000).forEach(i -> tokens.add(Tokens.newEditToken()));
        assertThat(tokens).hasSize(1000).allMatch(Tokens::isWellFormed);
        assertThat(tokens.stream().map(Tokens::viewToken))
                .allMatch(Tokens::isWellFormed)
                .doesNotContainAnyElementsOf(tokens);
    }

    @Test
    void the_key_to_view_always_follows_from_the_key_to_edit() {
        String edit = Tokens.newEditToken();
        assertThat(Tokens.viewToken(edit)).isEqualTo(Tokens.viewToken(edit));
    }

    @Test
    void what_cannot_be_a_key_is_not() {
        assertThat(Set.of("", "a", "a".repeat(23), "../../../etc/passwd/xx", "aaaaaaaaaaaaaaaaaaaaa%", "あ".repeat(22)))
                .noneMatch(Tokens::isWellFormed);
    }
}
