package jp.readiness.check;

import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding.Criterion;
import jp.readiness.programme.Place;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.RuleComparison;

/** What we say about rules that do not do what their author meant, each with an answer sheet that shows it. */
final class RuleWarnings {

    private static final Text CORRECT_OR_REMOVE =
            say("比べる数や選択肢を直すか、この判断を消してください。", "Correct what it compares with, or remove it.");

    private RuleWarnings() {}

    /** @param own the comparisons to blame */
    static Problem neverFires(AnswerSpace space, int rule, BitSet own, Sheet example) {
        return Problem.warning(
                space.rule(rule).place(),
                "NEVER_FIRES",
                say(
                        "判断「%s」が当てはまる回答はありません。例えば %s では、%s が成り立ちません。",
                        "No answers make \"%s\" fire. On %s, for example, %s does not hold.",
                        space.rule(rule).name(),
                        sheet(space, example),
                        failing(space, rule, own, example)),
                CORRECT_OR_REMOVE);
    }

    /** @param own the comparisons of one question that cannot hold together */
    static Problem contradiction(AnswerSpace space, int rule, BitSet own, Sheet example) {
        return Problem.warning(
                space.rule(rule).place(),
                "CONTRADICTION",
                say(
                        "判断「%s」の中の比べ方が食い違っていて、すべてが成り立つ回答はありません(%s)。例えば %s では、%s が成り立ちません。",
                        "Comparisons in \"%s\" contradict each other (%s). On %s, for example, %s does not hold.",
                        space.rule(rule).name(),
                        texts(space, rule, own.stream()),
                        sheet(space, example),
                        failing(space, rule, own, example)),
                CORRECT_OR_REMOVE);
    }

    private static String failing(AnswerSpace space, int rule, BitSet own, Sheet example) {
        return texts(
                space,
                rule,
                own.stream()
                        .filter(i ->
                                !space.parts(rule).holds(i, example.facts()).orElse(false)));
    }

    private static String texts(AnswerSpace space, int rule, IntStream comparisons) {
        return comparisons
                .mapToObj(space.parts(rule).comparisons()::get)
                .map(RuleComparison::text)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static Problem alwaysFires(AnswerSpace space, int rule, Sheet example) {
        return Problem.warning(
                space.rule(rule).place(),
                "ALWAYS_FIRES",
                say(
                        "判断「%s」は、質問(%s)にどう答えても当てはまります。例えば %s でも当てはまります。",
                        "\"%s\" fires whatever is answered to %s: on %s, too.",
                        space.rule(rule).name(),
                        space.rule(rule).reads().stream().sorted().collect(Collectors.joining(", ")),
                        sheet(space, example)),
                say("当てはまらない場合があるように直すか、この判断を消してください。", "Correct it so that some answers leave it out, or remove it."));
    }

    static Problem doubled(AnswerSpace space, int rule, int earlier, Sheet example) {
        return Problem.warning(
                space.rule(rule).place(),
                "DOUBLED_RULE",
                say(
                        "判断「%s」は、%s行目の「%s」と条件も結論も同じです。例えば %s では、どちらも当てはまります。",
                        "\"%s\" has the condition of line %s, \"%s\", and says the same: both fire on %s, for example.",
                        space.rule(rule).name(),
                        space.rule(earlier).place().line(),
                        space.rule(earlier).name(),
                        sheet(space, example)),
                say("どちらか1つにしてください。", "Keep one of the two."));
    }

    static Problem superfluous(AnswerSpace space, int rule, int other, Sheet example) {
        return Problem.warning(
                space.rule(rule).place(),
                "SUPERFLUOUS_RULE",
                say(
                        "判断「%s」は、あってもなくても同じです。当てはまるときはいつも%s行目の「%s」も当てはまり、同じことを言います(例えば %s)。",
                        "\"%s\" adds nothing: wherever it fires, line %s, \"%s\", fires too and says the same, as on %s.",
                        space.rule(rule).name(),
                        space.rule(other).place().line(),
                        space.rule(other).name(),
                        sheet(space, example)),
                say("この判断を消すか、どちらかの条件を直してください。", "Remove it, or correct the condition of one of them."));
    }

    static Problem neverMet(AnswerSpace space, Criterion criterion, BitSet rules, Sheet example) {
        return Problem.warning(
                space.rule(rules.nextSetBit(0)).place(),
                "NEVER_MET",
                say(
                        "条件「%s」は、どう答えても満たせません。%s のどれかがいつも当てはまります。例えば %s では %s が当てはまります。",
                        "Nobody can meet \"%s\": one of %s always fires. On %s, for example, %s does.",
                        criterion.id(),
                        names(space, rules.stream()),
                        sheet(space, example),
                        names(
                                space,
                                rules.stream().filter(rule -> space.ruleBook().fires(rule, example.facts())))),
                say("満たす回答が残るように、境目の数や選択肢を直してください。", "Correct the thresholds so that some answers meet it."));
    }

    static Problem unreachable(Edition edition, Verdict missing, Answers example, Assessment assessment) {
        String programme = edition.rulesFile().replaceFirst("[^/]*$", "programme.yaml");
        return Problem.warning(
                new Place(programme, 1, 1),
                "UNREACHABLE_VERDICT",
                say(
                        "すべての質問に答えた人の判定が %s になることはありません。例えば %s では %s です(やめる見込み %s%%、「高」は %s%% から)。",
                        "Nobody who answers all questions comes out as %s. %s, for example, gives %s (risk %s %%, high from %s %%).",
                        missing,
                        YamlSheet.of(edition, example),
                        assessment.verdict(),
                        percent(assessment.risk().overall().probability()),
                        percent(edition.bands().high().doubleValue())),
                hint(missing));
    }

    private static Text hint(Verdict missing) {
        return switch (missing) {
            case NOT_FOR_YOU ->
                say("audience から、対象でない選択肢を外してください。", "Leave out of `audience` whom the programme is not for.");
            case NOT_YET, NEEDS_ANSWERS ->
                say(
                        "必須の条件の境目と、質問の changeable を確かめてください。",
                        "Look at the thresholds of the required criteria and at `changeable` of their questions.");
            case READY, READY_WITH_SUPPORT ->
                say(
                        "必須の条件どうしの境目、weight、bands を確かめてください。",
                        "Look at the thresholds of the required criteria, at `weight` and at `bands`.");
        };
    }

    private static String percent(double share) {
        return String.valueOf(Math.round(share * 100));
    }

    private static String names(AnswerSpace space, IntStream rules) {
        return rules.mapToObj(rule -> "\"" + space.rule(rule).name() + "\"").collect(Collectors.joining(", "));
    }

    private static String sheet(AnswerSpace space, Sheet sheet) {
        return YamlSheet.of(space.edition(), sheet.answers());
    }

    private static Text say(String ja, String en, Object... values) {
        return new Text(ja.formatted(values), en.formatted(values));
    }
}
