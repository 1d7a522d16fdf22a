package jp.readiness.advice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import jp.readiness.programme.Place;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Source;
import jp.readiness.programme.Step;
import jp.readiness.programme.Text;
import jp.readiness.programme.Window;
import jp.readiness.rulebook.PlainCondition;
import jp.readiness.rulebook.PlainRuleBook;
import jp.readiness.rulebook.PlainRuleBook.PlainRule;

/** A small edition and its rules in a few lines of a test. */
final class EditionBuilder {

    static final LocalDate DAY = LocalDate.of(2022, 6, 1);

    private static final Place PLACE = new Place("p/2022/programme.yaml", 1, 1);

    private static final Optional<BigDecimal> NONE = Optional.empty();

    private final List<Question> questions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Audience> audience = new ArrayList<>();
    private final List<PlainRule> rules = new ArrayList<>();
    private Bands bands = new Bands(new BigDecimal("0.25"), new BigDecimal("0.5"));

    EditionBuilder yesNo(String id) {
        return question(id, QuestionType.YES_NO, true, NONE, NONE);
    }

    EditionBuilder whole(String id, long min, long max) {
        return question(id, QuestionType.WHOLE, true, at(min), at(max));
    }

    EditionBuilder fixed(String id, long min, long max) {
        return question(id, QuestionType.WHOLE, false, at(min), at(max));
    }

    EditionBuilder choice(String id, String... options) {
        return question(id, QuestionType.CHOICE, true, NONE, NONE, options);
    }

    private EditionBuilder question(
            String id,
            QuestionType type,
            boolean changeable,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            String... options) {
        questions.add(new Question(
                id,
                type,
                text(id),
                Text.NONE,
                "about",
                Question.AnsweredBy.APPLICANT,
                changeable,
                changeable ? 1 : 0,
                min,
                max,
                Text.NONE,
                Arrays.stream(options).map(o -> new Option(o, text(o))).toList(),
                PLACE));
        return this;
    }

    /** @param effort of changing the answer to the last question; 0 if it cannot be changed */
    EditionBuilder changeable(int effort) {
        Question last = questions.remove(questions.size() - 1);
        questions.add(new Question(
                last.id(),
                last.type(),
                last.label(),
                last.help(),
                last.section(),
                last.answeredBy(),
                effort > 0,
                effort,
                last.min(),
                last.max(),
                last.unit(),
                last.options(),
                last.place()));
        return this;
    }

    EditionBuilder audience(String question, String... allowed) {
        audience.add(new Audience(question, Set.of(allowed)));
        return this;
    }

    EditionBuilder bands(String medium, String high) {
        bands = new Bands(new BigDecimal(medium), new BigDecimal(high));
        return this;
    }

    EditionBuilder step(String id, String leak) {
        steps.add(new Step(id, text(id), new BigDecimal(leak)));
        return this;
    }

    EditionBuilder required(String id) {
        findings.add(new Finding.Criterion(words(id), true));
        return this;
    }

    EditionBuilder recommended(String id) {
        findings.add(new Finding.Criterion(words(id), false));
        return this;
    }

    /** @param step a step's id or {@code any} */
    EditionBuilder signal(String id, String step, String weight) {
        findings.add(
                new Finding.Signal(words(id), Optional.of(step).filter(s -> !s.equals("any")), new BigDecimal(weight)));
        return this;
    }

    EditionBuilder strength(String id, String weight, String... damps) {
        findings.add(new Finding.Strength(words(id), Set.of(damps), new BigDecimal(weight)));
        return this;
    }

    EditionBuilder placement(String id) {
        findings.add(new Finding.Placement(words(id)));
        return this;
    }

    /** A referral to a programme that takes those whose answer to a question is among some options. */
    EditionBuilder referral(String id, String question, String... allowed) {
        findings.add(new Finding.Referral(words(id), "other", List.of(new Audience(question, Set.of(allowed)))));
        return this;
    }

    EditionBuilder referral(String id) {
        findings.add(new Finding.Referral(words(id), "other", List.of()));
        return this;
    }

    EditionBuilder grant(String id) {
        findings.add(new Finding.Grant(words(id), text("yen")));
        return this;
    }

    EditionBuilder rule(String name, PlainCondition when, String... concludes) {
        rules.add(new PlainRule(name, when, concludes));
        return this;
    }

    EditionBuilder rule(String name, PlainCondition when, String grant, Map<String, String> amounts) {
        rules.add(new PlainRule(name, when, List.of(grant), amounts));
        return this;
    }

    PlainRuleBook ruleBook() {
        return new PlainRuleBook(edition(), rules);
    }

    Adviser adviser() {
        return new Adviser(ruleBook());
    }

    Adviser adviser(long evaluations) {
        return new Adviser(ruleBook(), evaluations);
    }

    private Edition edition() {
        return new Edition(
                "p",
                "2022",
                "0".repeat(64),
                text("p"),
                text("p"),
                LocalDate.of(2022, 4, 1),
                Optional.empty(),
                new Window(Optional.of(LocalDate.of(2022, 5, 1)), Optional.of(LocalDate.of(2022, 6, 30))),
                text("office"),
                audience,
                steps,
                bands,
                List.of(),
                questions,
                Map.of(),
                Map.of("s", new Source("s", text("s"), Optional.empty())),
                findings,
                List.of(),
                List.of(),
                "",
                "p/2022/rules.drl");
    }

    private static Finding.Words words(String id) {
        return new Finding.Words(
                id,
                text(id),
                text(id + " text"),
                text(id + " met"),
                text(id + " advice"),
                new Citation("s", text("page 1"), false),
                PLACE);
    }

    private static Optional<BigDecimal> at(long bound) {
        return Optional.of(BigDecimal.valueOf(bound));
    }

    private static Text text(String words) {
        return new Text(words, words);
    }
}
