package jp.readiness.screening;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Bands;
import jp.readiness.programme.Citation;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Option;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Place;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Section;
import jp.readiness.programme.Source;
import jp.readiness.programme.Step;
import jp.readiness.programme.Text;
import jp.readiness.programme.Window;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A small edition with one question of every type and one finding of every kind, for the tests of words. */
final class SampleEdition {

    private static final Place HERE = new Place("sample/1/programme.yaml", 1, 1);

    static final Edition EDITION = new Edition(
            "sample",
            "1",
            "0".repeat(64),
            text("見本の支援", "Sample programme"),
            text("見本です", "A sample"),
            LocalDate.of(2022, 4, 1),
            Optional.empty(),
            new Window(Optional.of(LocalDate.of(2022, 5, 1)), Optional.of(LocalDate.of(2022, 6, 30))),
            text("事務局", "The office"),
            List.of(new Audience("kind", Set.of("COMPANY"))),
            List.of(
                    new Step("lectures", text("座学", "Lectures"), new BigDecimal("0.03")),
                    new Step("trial", text("実証", "Trial"), new BigDecimal("0.05"))),
            new Bands(new BigDecimal("0.25"), new BigDecimal("0.5")),
            List.of(new Section("team", text("体制", "Team"))),
            List.of(
                    question("people", QuestionType.WHOLE, text("参加人数", "Participants"), text("名", "people")),
                    question("share", QuestionType.DECIMAL, text("割合", "Share"), text("%", "%")),
                    question("founded", QuestionType.WHOLE, text("設立年", "Founded in"), text("年", "")),
                    question("capital", QuestionType.WHOLE, text("資本金", "Capital"), text("円", "yen")),
                    question("willing", QuestionType.YES_NO, text("意欲", "Willing"), Text.NONE),
                    choice("commitment", QuestionType.CHOICE, text("約束", "Commitment")),
                    choice("kind", QuestionType.CHOICE, text("種類", "Kind")),
                    choice("tools", QuestionType.CHOICES, text("道具", "Tools")),
                    question("note", QuestionType.TEXT, text("メモ", "Note"), Text.NONE),
                    staffQuestion("drive", text("連携団体の熱意", "Drive of the partner"))),
            Map.of(
                    "limit",
                    new Parameter(
                            "limit",
                            text("上限", "limit"),
                            text("円", "yen"),
                            Optional.of(BigDecimal.TEN),
                            Optional.empty(),
                            Map.of(),
                            citation(false),
                            LocalDate.of(2026, 1, 1),
                            HERE)),
            Map.of(
                    "book",
                    new Source("book", text("出典の本", "The book"), Optional.of(URI.create("https://example.jp/")))),
            List.of(
                    new Finding.Criterion(words("participants", text("2名以上の参加", "Two participants")), true),
                    new Finding.Criterion(words("commitment", text("経営層の約束", "Commitment")), true),
                    new Finding.Criterion(words("orientation", text("説明会", "Orientation")), false),
                    new Finding.Signal(
                            words("no-will", text("意欲が弱い", "Little will")), Optional.empty(), new BigDecimal("0.5")),
                    new Finding.Signal(
                            words("no-tools", text("道具がない", "No tools")), Optional.of("trial"), new BigDecimal("0.3")),
                    new Finding.Strength(
                            words("strong-team", text("強い体制", "Strong team")),
                            Set.of("no-will"),
                            new BigDecimal("0.6"))),
            List.of(),
            List.of(),
            "",
            "sample/1/rules.drl");

    private SampleEdition() {}

    static Text text(String ja, String en) {
        return new Text(ja, en);
    }

    static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/result");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static Finding.Words words(String id, Text title) {
        return new Finding.Words(
                id,
                title,
                text(id + "の文。", id + " text."),
                Text.NONE,
                text(id + "をする。", "Do " + id + "."),
                citation(true),
                HERE);
    }

    private static Citation citation(boolean inferred) {
        return new Citation("book", text("1章", "chapter 1"), inferred);
    }

    private static Question question(String id, QuestionType type, Text label, Text unit) {
        return question(id, type, label, unit, AnsweredBy.APPLICANT, List.of());
    }

    private static Question staffQuestion(String id, Text label) {
        return question(id, QuestionType.YES_NO, label, Text.NONE, AnsweredBy.STAFF, List.of());
    }

    private static Question choice(String id, QuestionType type, Text label) {
        List<Option> options = List.of(
                new Option("COMPANY", text("会社", "Company")),
                new Option("CITY", text("市", "City")),
                new Option("BANK", text("銀行", "Bank")));
        return question(id, type, label, Text.NONE, AnsweredBy.APPLICANT, options);
    }

    private static Question question(
            String id, QuestionType type, Text label, Text unit, AnsweredBy by, List<Option> options) {
        return new Question(
                id,
                type,
                label,
                Text.NONE,
                "team",
                by,
                true,
                1,
                Optional.empty(),
                Optional.empty(),
                unit,
                options,
                HERE);
    }
}
