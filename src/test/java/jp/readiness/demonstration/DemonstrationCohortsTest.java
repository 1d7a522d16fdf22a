package jp.readiness.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jp.readiness.demonstration.DemonstrationCohort.Applicant;
import jp.readiness.demonstration.DemonstrationCohort.Kind;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invented cohorts of the rules folder, and what is said of a bad one. */
class DemonstrationCohortsTest {

    private static final Path RULES = Path.of("rules");
    private static final List<Edition> EDITIONS =
            new RulesFolderReader().read(RULES).editions();
    private static final String FILE = "bootcamp/2021/cohort-reconstructed.csv";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"bootcamp/2021, 27, 14", "bootcamp/2022, 17, 16"})
    void the_two_years_of_the_boot_camp_keep_the_published_totals(String edition, int applicants, int finished) {
        DemonstrationCohort cohort =
                DemonstrationCohorts.of(RULES, edition(edition)).get(0);
        assertThat(cohort.problems()).isEmpty();
        assertThat(cohort.kind()).isEqualTo(Kind.RECONSTRUCTED);
        assertThat(cohort.applicants()).hasSize(applicants);
        assertThat(cohort.applicants().stream()
                        .filter(applicant -> !applicant.outcome().orElseThrow().isLeft()))
                .hasSize(finished);
        assertThat(cohort.applicants())
                .extracting(Applicant::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).contains("架空", "invented"));
    }

    @Test
    void every_row_says_in_both_languages_that_it_is_reconstructed() throws IOException {
        for (String file : List.of(FILE, "bootcamp/2022/cohort-reconstructed.csv")) {
            assertThat(Files.readAllLines(RULES.resolve(file)).stream().skip(1))
                    .allMatch(line -> line.contains("公表された合計、事実は創作")
                            && line.contains("reconstructed: published totals, invented facts"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                ",PLANNED,UNCLEAR,VERBAL|,PLANED,UNCLEAR,VERBAL|PLANED|BAD_CELL",
                ",VERBAL,1,|,VERBAL,いち,|いち|BAD_CELL",
                ",LEFT,classroom,different|,GONE,classroom,different|GONE|BAD_CELL",
                ",LEFT,classroom,different|,LEFT,clasroom,different|clasroom|BAD_CELL",
                "\"復元：公表された合計、事実は創作 / reconstructed: published totals, invented facts\"|本物|本物|UNMARKED_COHORT",
                "outcomeReason,origin|outcomeReason,source|applicant|UNMARKED_COHORT",
                ",participants,|,participant,|applicant|BAD_COHORT_COLUMN"
            })
    void a_bad_cell_is_reported_where_it_stands(String good, String bad, String cell, String code) throws IOException {
        String sound = Files.readString(RULES.resolve(FILE));
        int at = sound.indexOf(good);
        assertThat(at).isPositive();
        String changed = sound.substring(0, at) + bad + sound.substring(at + good.length());
        Path file = folder.resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, changed);

        DemonstrationCohort cohort =
                DemonstrationCohorts.of(folder, edition("bootcamp/2021")).get(0);

        assertThat(cohort.problems().get(0).line(Locale.ENGLISH))
                .startsWith(FILE + ":" + place(changed, cell) + ": error " + code);
    }

    private static String place(String text, String cell) {
        String before = text.substring(0, text.indexOf(cell));
        String inLine = before.substring(before.lastIndexOf('\n') + 1);
        return before.lines().count() + (inLine.isEmpty() ? 1 : 0) + ":"
                + (inLine.codePointCount(0, inLine.length()) + 1);
    }

    @Test
    void a_file_that_is_no_table_is_reported_and_does_not_stop_the_others() throws IOException {
        Path file = folder.resolve("bootcamp/2021/cohort-a.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.copy(RULES.resolve(FILE), folder.resolve(FILE));

        List<DemonstrationCohort> cohorts = DemonstrationCohorts.of(folder, edition("bootcamp/2021"));

        assertThat(cohorts).extracting(DemonstrationCohort::name).containsExactly("a", "reconstructed");
        assertThat(cohorts.get(0).problems())
                .extracting(problem -> problem.place() + " " + problem.code())
                .containsExactly("bootcamp/2021/cohort-a.csv:1:1 BAD_COHORT");
        assertThat(cohorts.get(1).applicants()).hasSize(27);
    }

    private static Edition edition(String name) {
        return EDITIONS.stream()
                .filter(edition -> edition.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
