package jp.readiness.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The programmes of this repository. */
class CarriedRulesTest {

    private final RulesFolder folder = new RulesFolderReader().read(Path.of("rules"));

    @Test
    void have_no_problems() {
        assertThat(folder.problems().stream().map(problem -> problem.line(Locale.JAPANESE)))
                .isEmpty();
        assertThat(folder.editions()).isNotEmpty();
    }

    @Test
    void can_be_stored_and_read_back() {
        for (ResolvedEdition stored : folder.resolved()) {
            RulesFolder again = new RulesFolderReader()
                    .readResolved(stored.edition().programme(), stored.edition().id(), stored.files());

            assertThat(again.problems()).isEmpty();
            assertThat(again.resolved().get(0).files()).isEqualTo(stored.files());
            assertThat(again.editions())
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(".*questions\\.place")
                    .isEqualTo(List.of(stored.edition()));
        }
    }
}
