package jp.readiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Edition;
import jp.readiness.programme.QuestionType;
import jp.readiness.table.Format;
import jp.readiness.table.Table;
import jp.readiness.table.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

    @TempDir
    private Path temp;

    static Stream<Edition> editions() {
        return new RulesFolderReader().read(Path.of("rules")).editions().stream();
    }

    private Path template(Edition edition, Locale locale, Format format) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        new Template(edition, locale).write(format, content);
        return Files.write(temp.resolve("template"), content.toByteArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("editions")
    void the_template_of_every_edition_has_a_column_for_each_question(Edition edition) throws IOException {
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            for (Format format : Format.values()) {
                try (Table table = TableReader.open(template(edition, locale, format), Optional.empty())) {
                    Columns columns = Columns.of(table.header(), edition.questions(), Map.of());

                    assertThat(table.format()).isEqualTo(format);
                    assertThat(columns.problems()).isEmpty();
                    assertThat(columns.warnings()).isEmpty();
                    assertThat(columns.applicant()).isPresent();
                    assertThat(table.next()).isEmpty();
                }
            }
        }
    }

    @Test
    void a_workbook_has_a_list_for_every_choice_and_a_note_on_every_question() throws IOException {
        Edition edition = editions().findFirst().orElseThrow();
        long lists = edition.questions().stream()
                .filter(question -> question.type() == QuestionType.YES_NO || question.type() == QuestionType.CHOICE)
                .count();

        try (ZipFile zip =
                new ZipFile(template(edition, Locale.JAPANESE, Format.XLSX).toFile())) {
            String sheet = text(zip, "xl/worksheets/sheet1.xml");
            assertThat(sheet.split("<dataValidation ", -1)).hasSize((int) lists + 1);
            assertThat(text(zip, "xl/comments1.xml").split("<comment ", -1))
                    .hasSize(edition.questions().size() + 2);
            assertThat(text(zip, "xl/workbook.xml")).contains("hidden");
        }
    }

    private static String text(ZipFile zip, String entry) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
