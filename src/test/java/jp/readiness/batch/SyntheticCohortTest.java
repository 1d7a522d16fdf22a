package jp.readiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyntheticCohortTest {

    @TempDir
    private Path temp;

    static Stream<Edition> editions() {
        return new RulesFolderReader().read(Path.of("rules")).editions().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("editions")
    void every_row_is_a_sheet_that_can_be_judged_and_every_question_is_answered_variously(Edition edition)
            throws IOException {
        Path file = temp.resolve("cohort.csv");
        new SyntheticCohort(edition, 3).write(300, file);

        int rows = 0;
        List<Set<Optional<Answer>>> seen = edition.questions().stream()
                .<Set<Optional<Answer>>>map(question -> new HashSet<>())
                .toList();
        try (Table table = TableReader.open(file, Optional.empty())) {
            RowReader reader = new RowReader(
                    Columns.of(table.header(), edition.questions(), java.util.Map.of()), edition.questions());
            for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                ReadRow read = reader.read(row.get());
                rows++;
                assertThat(read.problems()).isEmpty();
                assertThat(read.applicant().orElseThrow()).startsWith("架空の");
                for (int i = 0; i < seen.size(); i++) {
                    Question question = edition.questions().get(i);
                    seen.get(i).add(read.answers().get(question.id()));
                }
            }
        }
        assertThat(rows).isEqualTo(300);
        assertThat(seen)
                .allSatisfy(answers -> assertThat(answers)
                        .hasSizeGreaterThan(1)
                        .anyMatch(Optional::isPresent)
                        .anyMatch(Optional::isEmpty));
    }

    @Test
    void a_seed_gives_the_same_rows_for_ever() throws IOException {
        Edition edition = SmallCamp.adviser().edition();
        new SyntheticCohort(edition, 1).write(3, temp.resolve("one.csv"));
        new SyntheticCohort(edition, 2).write(3, temp.resolve("two.csv"));

        assertThat(Files.readAllLines(temp.resolve("one.csv")))
                .containsExactly(
                        "\uFEFFapplicant,applicantKind,participants,hasData,share,tools,note",
                        "架空の申込者0000001,COMPANY,3,false,0.31,EXCEL,",
                        "架空の申込者0000002,COMPANY,3,false,0.96,EXCEL;BI,",
                        "架空の申込者0000003,COMPANY,5,true,0.35,none,");
        assertThat(Files.mismatch(temp.resolve("one.csv"), temp.resolve("two.csv")))
                .isPositive();
    }
}
