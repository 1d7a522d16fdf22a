package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Bands;
import jp.readiness.programme.Citation;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Finding.Words;
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

/** A small edition with a question of every type and a finding of every kind, to try rules on. */
public final class TestEditions {

    private static final Place PLACE = new Place("small/1/programme.yaml", 1, 1);
    private static final Text WORDS = new Text("言葉", "words");
    private static final Citation CITATION = new Citation("source", WORDS, false);

    private TestEditions() {}

    /** The small edition with these rules. */
    public static Edition small(String drl) {
        return edition(
                "small",
                List.of(
                        whole("participants", 0, 50),
                        whole("staff", 0, 1000),
                        number("capital", QuestionType.DECIMAL, "0", "1000000000000"),
                        question("hasData", QuestionType.YES_NO),
                        question("wantsIt", QuestionType.YES_NO),
                        question("executiveCommitment", QuestionType.CHOICE, "COMMITTED", "IN_WORDS", "NONE"),
                        question("industry", QuestionType.CHOICE, "MANUFACTURING", "RETAIL", "SERVICES"),
                        question("tools", QuestionType.CHOICES, "EXCEL", "CLOUD", "PAPER"),
                        question("favourite", QuestionType.CHOICE, "ROBOT", "CLOUD", "EXCEL"),
                        text("remark"),
                        whole("参加人数", 0, 50),
                        question("経営層の約束", QuestionType.CHOICE, "約束している", "まだ")),
                List.of(
                        number("minimumParticipants", "2"),
                        number("half", "0.5"),
                        number("perPerson", "200000"),
                        number("最少参加人数", "2"),
                        table(
                                "smeCapitalLimit",
                                "industry",
                                Map.of("MANUFACTURING", "300000000", "RETAIL", "50000000", "SERVICES", "50000000.5"))),
                List.of(
                        new Finding.Criterion(words("participants"), true),
                        new Finding.Criterion(words("executive-commitment"), true),
                        new Finding.Criterion(words("recommended"), false),
                        new Finding.Signal(words("no-data"), Optional.of("classroom"), new BigDecimal("0.4")),
                        new Finding.Signal(words("trial-mood"), Optional.empty(), new BigDecimal("0.3")),
                        new Finding.Strength(words("strong-will"), Set.of("no-data"), new BigDecimal("0.5")),
                        new Finding.Placement(words("division-a")),
                        new Finding.Grant(words("relocation"), new Text("円", "yen")),
                        new Finding.Referral(words("school"), "school", List.of())),
                drl);
    }

    /** An edition of one's own making, with what rules do not look at filled in. */
    public static Edition edition(
            String programme,
            List<Question> questions,
            List<Parameter> parameters,
            List<Finding> findings,
            String drl) {
        Map<String, Parameter> byId = new LinkedHashMap<>();
        parameters.forEach(parameter -> byId.put(parameter.id(), parameter));
        return new Edition(
                programme,
                "1",
                "0".repeat(64),
                WORDS,
                WORDS,
                LocalDate.of(2022, 4, 1),
                Optional.empty(),
                new Window(Optional.empty(), Optional.empty()),
                WORDS,
                List.of(),
                List.of(new Step("classroom", WORDS, new BigDecimal("0.03"))),
                new Bands(new BigDecimal("0.25"), new BigDecimal("0.5")),
                List.of(new Section("about", WORDS)),
                questions,
                byId,
                Map.of("source", new Source("source", WORDS, Optional.empty())),
                findings,
                List.of(),
                List.of(),
                drl,
                programme + "/1/rules.drl");
    }

    /** Two numbers from 0 to 9 and a yes or no; a rule with that condition, one with its opposite, and one more. */
    static Edition tiny(String condition) {
        return edition(
                "tiny",
                List.of(whole("a", 0, 9), whole("b", 0, 9), question("yes", QuestionType.YES_NO)),
                List.of(number("two", "2")),
                small("").findings(),
                Rules.drl(
                        "Applicant( " + condition + " )", "Applicant( a > 4 )", "Applicant( !( " + condition + " ) )"));
    }

    public static Question whole(String id, int min, int max) {
        return number(id, QuestionType.WHOLE, String.valueOf(min), String.valueOf(max));
    }

    public static Question decimal(String id, String min, String max) {
        return number(id, QuestionType.DECIMAL, min, max);
    }

    private static Question number(String id, QuestionType type, String min, String max) {
        return question(id, type, Optional.of(new BigDecimal(min)), Optional.of(new BigDecimal(max)));
    }

    public static Question text(String id) {
        return question(id, QuestionType.TEXT, Optional.empty(), Optional.of(new BigDecimal(200)));
    }

    /** @param options for {@code CHOICE} and {@code CHOICES} */
    public static Question question(String id, QuestionType type, String... options) {
        return question(id, type, Optional.empty(), Optional.empty(), options);
    }

    private static Question question(
            String id, QuestionType type, Optional<BigDecimal> min, Optional<BigDecimal> max, String... options) {
        List<Option> offered = new ArrayList<>();
        for (String option : options) {
            offered.add(new Option(option, WORDS));
        }
        return new Question(
                id,
                type,
                WORDS,
                Text.NONE,
                "about",
                AnsweredBy.APPLICANT,
                true,
                1,
                min,
                max,
                Text.NONE,
                offered,
                PLACE);
    }

    public static Parameter number(String id, String value) {
        return parameter(id, Optional.of(new BigDecimal(value)), Optional.empty(), Map.of());
    }

    /** @param values option id → number */
    public static Parameter table(String id, String keyQuestion, Map<String, String> values) {
        Map<String, BigDecimal> table = new LinkedHashMap<>();
        values.forEach((option, value) -> table.put(option, new BigDecimal(value)));
        return parameter(id, Optional.empty(), Optional.of(keyQuestion), table);
    }

    private static Parameter parameter(
            String id, Optional<BigDecimal> value, Optional<String> keyQuestion, Map<String, BigDecimal> table) {
        return new Parameter(
                id, WORDS, Text.NONE, value, keyQuestion, table, CITATION, LocalDate.of(2026, 11, 22), PLACE);
    }

    public static Words words(String id) {
        return new Words(id, WORDS, WORDS, WORDS, WORDS, CITATION, PLACE);
    }
}
