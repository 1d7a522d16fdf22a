package jp.readiness.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Text;
import jp.readiness.table.CsvText;
import jp.readiness.table.FormSheet;
import jp.readiness.table.Format;

/** The empty table of an edition, to be filled in with one applicant a row and judged. */
public final class Template {

    private static final Text APPLICANT = new Text("会社名", "applicant");

    private static final Text APPLICANT_HELP =
            new Text("見分けるための名前です。空けておくこともできます。", "A name to tell applicants apart by. It may be left empty.");

    private final Edition edition;
    private final Locale locale;

    public Template(Edition edition, Locale locale) {
        this.edition = edition;
        this.locale = locale;
    }

    /** Writes the table; the stream stays open. */
    public void write(Format format, OutputStream out) throws IOException {
        if (format == Format.XLSX) {
            new FormSheet(say(new Text("回答", "Answers")), columns(), say(new Text("書き方", "Guide")), guide()).write(out);
            return;
        }
        CsvText text = new CsvText(edition.questions().size() + 1);
        text.write(columns().stream().map(FormSheet.Column::header).toList());
        out.write(CsvText.MARK);
        out.write(text.take());
    }

    private List<FormSheet.Column> columns() {
        List<FormSheet.Column> columns = new ArrayList<>();
        columns.add(new FormSheet.Column(say(APPLICANT), say(APPLICANT_HELP), List.of()));
        edition.questions()
                .forEach(question -> columns.add(new FormSheet.Column(
                        say(question.label()),
                        Stream.of(say(question.help()), form(question))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining("\n")),
                        choices(question))));
        return columns;
    }

    private List<String> choices(Question question) {
        return switch (question.type()) {
            case YES_NO ->
                Stream.of(true, false)
                        .map(yes -> say(AnswerReader.display(question, new Answer.YesNo(yes))))
                        .toList();
            case CHOICE -> labels(question);
            case CHOICES, WHOLE, DECIMAL, TEXT -> List.of();
        };
    }

    private List<String> labels(Question question) {
        return question.options().stream().map(option -> say(option.label())).toList();
    }

    private List<List<String>> guide() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.of(
                        new Text("見出し", "Header"),
                        new Text("ID（見出しに使えます）", "Id (may be the header)"),
                        new Text("書き方", "How to fill in"),
                        new Text("説明", "What it is for"))
                .map(this::say)
                .toList());
        rows.add(List.of(say(APPLICANT), Names.APPLICANT, say(new Text("文字", "Text")), say(APPLICANT_HELP)));
        edition.questions()
                .forEach(question ->
                        rows.add(List.of(say(question.label()), question.id(), form(question), say(question.help()))));
        rows.add(List.of(
                "",
                "",
                say(new Text("分からないところは空けておきます。1行に1社を書きます。", "Leave open what you do not know. One applicant a row.")),
                ""));
        return rows;
    }

    /** How the answer is written. */
    private String form(Question question) {
        return switch (question.type()) {
            case YES_NO -> say(new Text("はい・いいえ（○・×も可）", "Yes or No"));
            case WHOLE, DECIMAL -> number(question);
            case CHOICE -> say(new Text("1つ選ぶ: ", "One of: ")) + joined(question, new Text("、", ", "));
            case CHOICES ->
                say(new Text("いくつでも。「;」で区切る。なければ「なし」: ", "Any of these, separated by ;, or none: "))
                        + joined(question, new Text("、", ", "));
            case TEXT ->
                question.max()
                        .map(max ->
                                say(new Text("文字（%s字まで）".formatted(max), "Text, %s characters at most".formatted(max))))
                        .orElse(say(new Text("文字", "Text")));
        };
    }

    private String joined(Question question, Text separator) {
        return String.join(say(separator), labels(question));
    }

    private String number(Question question) {
        String kind = say(
                question.type() == QuestionType.WHOLE ? new Text("整数", "Whole number") : new Text("数（小数も可）", "Number"));
        String unit = question.unit().isEmpty()
                ? ""
                : say(new Text(
                        "（" + question.unit().ja() + "）", " (" + question.unit().en() + ")"));
        String bounds = question.min()
                .flatMap(min -> question.max().map(max -> "%,.0f – %,.0f".formatted(min, max)))
                .map(range -> " " + range)
                .orElse("");
        return kind + unit + bounds;
    }

    private String say(Text text) {
        return text.in(locale);
    }
}
