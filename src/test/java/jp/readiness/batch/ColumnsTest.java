package jp.readiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.readiness.SmallRules;
import jp.readiness.batch.Columns.Column;
import jp.readiness.batch.Columns.Use;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final List<Question> QUESTIONS = new RulesFolderReader()
            .read(SmallRules.ORIGINAL).editions().stream()
                    .filter(edition -> edition.id().equals("2022"))
                    .findFirst()
                    .orElseThrow()
                    .questions();

    private static Columns columns(String... header) {
        return Columns.of(List.of(header), QUESTIONS, Map.of());
    }

    private static List<String> read(Columns columns) {
        return columns.all().stream()
                .map(column -> column.question().orElse(column.use().name()))
                .toList();
    }

    @Test
    void a_column_is_known_by_id_or_label_in_either_language_and_any_order() {
        Columns columns = columns("ひとこと", "Is there data?", "会社名", "ｐａｒｔｉｃｉｐａｎｔｓ", " 割合 ", "TOOLS", "申込者の種類");

        assertThat(columns.problems()).isEmpty();
        assertThat(columns.warnings()).isEmpty();
        assertThat(read(columns))
                .containsExactly("note", "hasData", "APPLICANT", "participants", "share", "tools", "applicantKind");
    }

    @Test
    void what_no_column_answers_is_said_once() {
        assertThat(columns("applicant", "participants").warnings())
                .extracting(Text::en)
                .containsExactly(
                        "These questions have no column and are taken as unanswered: applicantKind, hasData, share, tools, note");
    }

    @Test
    void a_column_that_is_for_nothing_is_not_read_and_that_is_said() {
        Columns columns = columns("participants", "電話番号");

        assertThat(columns.problems()).isEmpty();
        assertThat(columns.unknown()).extracting(Column::header).containsExactly("電話番号");
        assertThat(columns.warnings().get(0).ja()).isEqualTo("列「電話番号」は、どの質問の列でもないので読みません。");
    }

    @Test
    void a_slip_in_a_header_stops_the_run_before_everybody_is_judged_without_that_answer() {
        Columns columns = columns("partcipants", "hasData");

        assertThat(columns.problems())
                .extracting(Text::en)
                .containsExactly(
                        "It is not known which question the column \"partcipants\" answers. Maybe you meant `participants`."
                                + " Correct the header, or say which question it is for (ignore for none).");
        assertThat(columns.unknown().get(0).question()).contains("participants");
    }

    @Test
    void two_columns_for_one_question_are_a_problem() {
        assertThat(columns("participants", "hasData", "参加人数").problems())
                .extracting(Text::ja)
                .containsExactly(
                        "質問「participants」の列が2つあります（1列目「participants」と3列目「参加人数」）。1つにするか、使わない列の見出しを変えて ignore に割り当ててください。");
    }

    @Test
    void of_two_names_the_first_is_the_applicants() {
        Columns columns = columns("会社名", "氏名", "participants");

        assertThat(columns.problems()).isEmpty();
        assertThat(columns.applicant()).map(Column::header).contains("会社名");
        assertThat(columns.warnings().get(0).en())
                .isEqualTo("The column \"氏名\" is not read: the applicant's name is taken from \"会社名\".");
    }

    @Test
    void a_table_without_any_question_is_a_problem() {
        assertThat(columns("会社名", "電話番号").problems())
                .extracting(Text::en)
                .containsExactly("No column is for a question. A header is the words of a question or one of these ids:"
                        + " applicantKind, participants, hasData, share, tools, note");
    }

    @Test
    void what_is_said_by_hand_goes_before_the_header() {
        Columns columns = Columns.of(
                List.of("人数", "担当", "hasData", "participants"),
                QUESTIONS,
                Map.of("人数", "participants", "担当", "applicant", "participants", "ignore"));

        assertThat(columns.problems()).isEmpty();
        assertThat(columns.all())
                .extracting(Column::use)
                .containsExactly(Use.QUESTION, Use.APPLICANT, Use.QUESTION, Use.IGNORED);
        assertThat(columns.all().get(0).question()).contains("participants");
    }

    @Test
    void what_is_said_by_hand_of_columns_or_questions_that_are_not_there_is_a_problem() {
        Columns columns =
                Columns.of(List.of("人数", "hasData"), QUESTIONS, Map.of("人数", "participant", "人员", "participants"));

        assertThat(columns.problems())
                .extracting(Text::en)
                .containsExactlyInAnyOrder(
                        "The column \"人数\" is to answer `participant`, but there is no such question. Maybe you meant `participants`.",
                        "There is no column \"人员\" in the file, which you said what it is for. Maybe you meant `人数`.");
    }

    @Test
    void the_reasons_in_a_file_of_rejected_rows_are_no_column_of_it() {
        Columns columns = columns("participants", "取り込めない理由", "reasons for rejection", "line", "");

        assertThat(columns.problems()).isEmpty();
        assertThat(columns.unknown()).isEmpty();
    }
}
