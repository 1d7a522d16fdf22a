package jp.readiness.batch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.Change;
import jp.readiness.advice.Assessment.Exclusion;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.GrantAmount;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;

/** The columns that details add: an assessment in words, several of a kind on a line each. */
public final class Details {

    public static final List<String> HEADER =
            List.of("verdictText", "probability", "reasons", "advice", "changes", "openQuestions", "grants");

    private static final Map<Verdict, Text> VERDICTS = Map.of(
            Verdict.READY, new Text("準備ができている", "Ready"),
            Verdict.READY_WITH_SUPPORT, new Text("支援付きで参加", "Ready, with support"),
            Verdict.NEEDS_ANSWERS, new Text("要確認", "Answers missing"),
            Verdict.NOT_YET, new Text("準備不足", "Not ready yet"),
            Verdict.NOT_FOR_YOU, new Text("対象外", "Not eligible"));

    private static final Map<Band, Text> BANDS = Map.of(
            Band.LOW, new Text("低", "low"), Band.MEDIUM, new Text("中", "medium"), Band.HIGH, new Text("高", "high"));

    private final Edition edition;
    private final Locale locale;

    public Details(Edition edition, Locale locale) {
        this.edition = edition;
        this.locale = locale;
    }

    public List<String> row(Assessment assessment) {
        return List.of(
                say(VERDICTS.getOrDefault(assessment.verdict(), Text.NONE)),
                String.format(Locale.ROOT, "%.3f", assessment.risk().overall().probability()),
                lines(Stream.concat(
                        assessment.notFor().stream().flatMap(exclusion -> excluded(exclusion).stream()),
                        told(assessment).map(finding -> say(finding.text())))),
                lines(told(assessment).map(finding -> say(finding.advice())).filter(advice -> !advice.isEmpty())),
                lines(assessment.changes().stream().map(this::change)),
                lines(assessment.open().stream().map(this::open)),
                lines(assessment.grants().stream().flatMap(grant -> grant(grant).stream())));
    }

    private static Stream<FindingResult> told(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.state() == State.UNMET || finding.state() == State.FIRED);
    }

    private Optional<String> excluded(Exclusion exclusion) {
        return exclusion.question().flatMap(edition::question).map(question -> {
            Text answer =
                    exclusion.answer().map(option -> label(question, option)).orElse(Text.NONE);
            String allowed = exclusion.allowed().stream()
                    .map(option -> say(label(question, option)))
                    .collect(Collectors.joining(say(new Text("、", ", "))));
            return say(new Text(
                    "「%s」が対象ではありません（対象: %s）。".formatted(answer.ja(), allowed),
                    "Not meant for \"%s\" (meant for: %s).".formatted(answer.en(), allowed)));
        });
    }

    private static Text label(Question question, String option) {
        return question.option(option).map(Option::label).orElse(new Text(option, option));
    }

    private String change(Change change) {
        String set = change.set().entrySet().stream()
                .map(entry -> answer(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(say(new Text("、", "; "))));
        return set + " → " + say(VERDICTS.getOrDefault(change.verdict(), Text.NONE))
                + say(new Text("（離脱の見込み: ", " (likelihood of leaving: "))
                + say(BANDS.getOrDefault(change.riskBand(), Text.NONE)) + say(new Text("）", ")"));
    }

    private String answer(String id, Object value) {
        Question question = edition.question(id).orElseThrow();
        String shown = new AnswerReader()
                .value(question, value)
                .answer()
                .map(answer -> say(AnswerReader.display(question, answer)))
                .orElse(value.toString());
        return say(question.label()) + ": " + shown;
    }

    private String open(OpenQuestion open) {
        return edition.question(open.question())
                .map(question -> say(question.label()))
                .orElse(open.question());
    }

    private Optional<String> grant(GrantAmount grant) {
        return grant.amount()
                .map(amount -> edition.finding(grant.id())
                                .map(finding -> say(finding.words().title()))
                                .orElse(grant.id())
                        + ": " + String.format(Locale.ROOT, "%,.0f", amount) + say(grant.unit()));
    }

    private static String lines(Stream<String> all) {
        return all.collect(Collectors.joining("\n"));
    }

    private String say(Text text) {
        return text.in(locale);
    }
}
