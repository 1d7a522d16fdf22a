package jp.readiness.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.readiness.batch.CellProblem;
import jp.readiness.cohort.Member;
import jp.readiness.cohort.Source;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Edition;
import jp.readiness.table.Format;
import jp.readiness.table.TableProblem;
import jp.readiness.table.TableWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outcomes read from files. */
class OutcomeFileTest {

    private static final Edition EDITION = new RulesFolderReader()
            .read(Path.of("rules")).editions().stream()
                    .filter(edition -> edition.name().equals("bootcamp/2022"))
                    .findFirst()
                    .orElseThrow();

    private static final List<Member> MEMBERS = Stream.of("A製作所", "B食品", "同名商店", "同名商店")
            .map(OutcomeFileTest::member)
            .toList();

    @TempDir
    private Path folder;

    private static Member member(String name) {
        return new Member(
                UUID.nameUUIDFromBytes((name + Math.random()).getBytes(StandardCharsets.UTF_8)),
                UUID.randomUUID(),
                Optional.empty(),
                1,
                name,
                Source.FILE,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private OutcomeFile.Read read(String text, Charset charset) throws IOException {
        Path file = folder.resolve("file.csv");
        Files.write(file, text.getBytes(charset));
        return OutcomeFile.read(file, EDITION, MEMBERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    void members_are_known_by_name_and_words_by_either_language(String charset) throws IOException {
        OutcomeFile.Read read = read("""
                会社,結果,やめた段階,やめた理由
                Ａ製作所,修了,,
                B食品,LEFT,座学,使えるデータがない
                """, Charset.forName(charset));

        assertThat(read.problems()).isEmpty();
        assertThat(read.results())
                .containsEntry(MEMBERS.get(0), Result.FINISHED)
                .containsEntry(
                        MEMBERS.get(1), Result.left(Optional.of("classroom"), Optional.of("no-usable-data"), ""));
    }

    @Test
    void a_bad_row_keeps_no_other_back_and_is_explained() throws IOException {
        OutcomeFile.Read read = read("""
                applicant,outcome,step,reason
                A製作所,たぶん,,
                いない会社,修了,,
                同名商店,修了,,
                B食品,離脱,どこか,
                B食品,離脱,,担当者が転職した
                B食品,修了,,
                A製作所,,,
                """, StandardCharsets.UTF_8);

        assertThat(read.results())
                .containsOnly(Map.entry(MEMBERS.get(1), Result.left(Optional.empty(), Optional.empty(), "担当者が転職した")));
        assertThat(read.empty()).isEqualTo(1);
        assertThat(read.problems())
                .extracting(CellProblem::line, CellProblem::column, CellProblem::value)
                .containsExactly(
                        tuple(2L, "outcome", "たぶん"),
                        tuple(3L, "applicant", "いない会社"),
                        tuple(4L, "applicant", "同名商店"),
                        tuple(5L, "step", "どこか"),
                        tuple(7L, "", ""));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_workbook_or_csv_with_ids_tells_applicants_of_one_name_apart(Format format) throws IOException {
        Path file = folder.resolve("file." + format);
        try (TableWriter writer = TableWriter.open(file, format)) {
            writer.write(List.of("id", "applicant", "outcome", "step", "reason"));
            writer.write(List.of(MEMBERS.get(2).id().toString(), "同名商店", "FINISHED", "", ""));
            writer.write(List.of(MEMBERS.get(3).id().toString(), "同名商店", "LEFT", "demonstration", "too-little-data"));
            writer.write(List.of(UUID.randomUUID().toString(), "同名商店", "LEFT", "", ""));
        }

        OutcomeFile.Read read = OutcomeFile.read(file, EDITION, MEMBERS);

        assertThat(read.results())
                .containsEntry(MEMBERS.get(2), Result.FINISHED)
                .containsEntry(
                        MEMBERS.get(3), Result.left(Optional.of("demonstration"), Optional.of("too-little-data"), ""))
                .hasSize(2);
        assertThat(read.problems()).extracting(CellProblem::line).containsExactly(4L);
    }

    @Test
    void a_file_without_the_columns_is_refused_as_a_whole() throws IOException {
        assertThat(read("会社,感想\nA製作所,よかった\n", StandardCharsets.UTF_8).problems())
                .hasSize(1);
    }

    @Test
    void what_is_no_table_is_said_so() {
        assertThatThrownBy(() -> read("", StandardCharsets.UTF_8)).isInstanceOf(TableProblem.class);
    }
}
