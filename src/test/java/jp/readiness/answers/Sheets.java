package jp.readiness.answers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Option;
import jp.readiness.programme.Place;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;

/** One question of each type. */
final class Sheets {

    static final Question WANTS_IT = question("wantsIt", QuestionType.YES_NO, null, null, Text.NONE);
    static final Question PARTICIPANTS =
            question("participants", QuestionType.WHOLE, "0", "50", new Text("名", "people"));
    static final Question MONTHS = question("months", QuestionType.WHOLE, "0", "24", new Text("か月", "months"));
    static final Question CAPITAL =
            question("capital", QuestionType.DECIMAL, "-1000000000000000", "1000000000000000", new Text("円", "yen"));
    static final Question STAGE = question(
            "stage",
            QuestionType.CHOICE,
            null,
            null,
            Text.NONE,
            new Option("UNDERWAY", new Text("すでに始めている", "Under way")),
            new Option("PLANNED", new Text("これから(予定)", "Planned")),
            new Option("UNKNOWN_YET", new Text("未定", "Undecided")));
    static final Question TOOLS = question(
            "tools",
            QuestionType.CHOICES,
            null,
            null,
            Text.NONE,
            new Option("SHEETS", new Text("表計算、データベース", "Spreadsheets, databases")),
            new Option("PAPER", new Text("紙", "Paper")),
            new Option("PHONE", new Text("電話", "Telephone")));
    static final Question WISH = question("wish", QuestionType.TEXT, null, "20", Text.NONE);

    static final List<Question> ALL = List.of(WANTS_IT, PARTICIPANTS, MONTHS, CAPITAL, STAGE, TOOLS, WISH);

    private Sheets() {}

    private static Question question(
            String id, QuestionType type, @Nullable String min, @Nullable String max, Text unit, Option... options) {
        return new Question(
                id,
                type,
                new Text(id, id),
                Text.NONE,
                "section",
                AnsweredBy.APPLICANT,
                false,
                0,
                Optional.ofNullable(min).map(BigDecimal::new),
                Optional.ofNullable(max).map(BigDecimal::new),
                unit,
                List.of(options),
                new Place("questions.yaml", 1, 1));
    }
}
