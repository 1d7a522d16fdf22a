package jp.readiness.screening;

import static jp.readiness.screening.SampleEdition.EDITION;
import static jp.readiness.screening.SampleEdition.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.Aim;
import jp.readiness.advice.Assessment.Change;
import jp.readiness.advice.Assessment.ChangeSearch;
import jp.readiness.advice.Assessment.Estimate;
import jp.readiness.advice.Assessment.Exclusion;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.advice.Assessment.Risk;
import jp.readiness.advice.Assessment.Search;
import jp.readiness.advice.Assessment.SourceReference;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Assessment.StepRisk;
import jp.readiness.advice.Band;
import jp.readiness.advice.Settles;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.Comparison;
import jp.readiness.screening.ResultView.Cause;
import jp.readiness.screening.ResultView.Mark;
import jp.readiness.screening.ResultView.QuestionLink;
import jp.readiness.screening.ResultView.Reason;
import jp.readiness.screening.ResultView.Todo;
import jp.readiness.trackrecord.Calibration;
import jp.readiness.wording.Evidence;
import jp.readiness.wording.Words;
import org.junit.jupiter.api.Test;

class ResultViewsTest {

    private static final Locale JA = Locale.JAPANESE;

    @Test
    void what_is_unmet_comes_first_then_open_questions_then_signals_by_effect_then_what_is_recommended() {
        Assessment assessment = notYet(
                criterion("orientation", State.UNMET, false),
                signal("no-tools", State.FIRED),
                signal("no-will", State.FIRED),
                criterion("commitment", State.OPEN, true),
                criterion("participants", State.UNMET, true));

        assertThat(view(assessment, JA).todos())
                .extracting(Todo::cause, Todo::about)
                .containsExactly(
                        tuple(Cause.UNMET_REQUIRED, "2名以上の参加"),
                        tuple(Cause.OPEN_REQUIRED, "「経営層の約束」の判断に必要です"),
                        tuple(Cause.SIGNAL, "意欲が弱い"),
                        tuple(Cause.SIGNAL, "道具がない(実証で響きます)"),
                        tuple(Cause.UNMET_RECOMMENDED, "説明会"));
    }

    @Test
    void a_strength_that_fired_lowers_the_effect_of_the_signals_it_damps() {
        // no-will: 0.5 damped by 0.6 leaves 0.2, less than the 0.3 of no-tools
        Assessment assessment = notYet(
                signal("no-will", State.FIRED),
                signal("no-tools", State.FIRED),
                finding("strong-team", Kind.STRENGTH, State.FIRED));

        assertThat(view(assessment, JA).todos()).extracting(Todo::about).containsExactly("道具がない(実証で響きます)", "意欲が弱い");
    }

    @Test
    void an_unmet_criterion_links_to_the_question_to_change() {
        Todo todo = view(notYet(criterion("participants", State.UNMET, true)), JA)
                .todos()
                .get(0);

        assertThat(todo.advice()).isEqualTo("participantsをする。");
        assertThat(todo.questions()).containsExactly(new QuestionLink("people", "team", "参加人数", false));
    }

    @Test
    void a_question_for_staff_is_not_put_to_the_applicant() {
        FindingResult open = criterion("commitment", State.OPEN, true);
        Assessment assessment = assessment(
                Verdict.NEEDS_ANSWERS,
                List.of(open),
                List.of(new OpenQuestion("drive", List.of("commitment"), Settles.NOTHING)),
                List.of());

        Todo todo = view(assessment, JA).todos().get(0);

        assertThat(todo.advice()).isEqualTo("「連携団体の熱意」は事務局が確認します。");
        assertThat(todo.questions()).extracting(QuestionLink::staff).containsExactly(true);
    }

    @Test
    void the_sentence_counts_the_required_criteria() {
        assertThat(sentence(
                        Verdict.NOT_YET,
                        criterion("participants", State.UNMET, true),
                        criterion("commitment", State.MET, true),
                        criterion("orientation", State.UNMET, false)))
                .containsExactly(
                        "必須条件 2つのうち 1つが未達です。ここを整えれば、条件がそろいます。",
                        "Required conditions not met: 1 of 2. Once that is settled, the conditions are met.");
        assertThat(sentence(
                        Verdict.NOT_YET,
                        criterion("participants", State.UNMET, true),
                        criterion("commitment", State.OPEN, true)))
                .containsExactly("必須条件 2つのうち 1つが未達、1つが未回答です。", "Required conditions: 1 of 2 not met, 1 unanswered.");
        assertThat(sentence(Verdict.READY, criterion("participants", State.MET, true)))
                .containsExactly("必須条件 1つをすべて満たしています。", "All required conditions (1) are met.");
        assertThat(sentence(Verdict.READY, signal("no-will", State.NOT_FIRED)).get(0))
                .isEqualTo("この年度に必須の条件はありません。途中でやめる見込みも高くありません。");
        assertThat(sentence(Verdict.READY))
                .containsExactly("この年度に必須の条件はありません。", "This year’s programme has no required conditions.");
    }

    @Test
    void who_is_outside_the_audience_reads_whom_the_programme_is_for() {
        Exclusion outside =
                new Exclusion(Optional.of("kind"), Optional.of("CITY"), List.of("COMPANY", "BANK"), Optional.empty());
        Assessment assessment = assessment(Verdict.NOT_FOR_YOU, List.of(), List.of(), List.of(outside));

        assertThat(view(assessment, JA).banner().why()).containsExactly("「種類」が「会社」「銀行」の方のための支援です。いまの回答は「市」です。");
        assertThat(view(assessment, JA).todos())
                .extracting(Todo::cause, Todo::advice)
                .containsExactly(tuple(Cause.EXCLUDED, "「種類」の回答が違っていれば、直してください。"));
        assertThat(view(assessment, Locale.ENGLISH).banner().why())
                .containsExactly("It is for those who answer “Company”, “Bank” to “Kind”. Your answer is “City”.");
    }

    @Test
    void a_criterion_that_nothing_can_change_explains_itself() {
        Exclusion never = new Exclusion(Optional.empty(), Optional.empty(), List.of(), Optional.of("participants"));
        Assessment assessment = assessment(
                Verdict.NOT_FOR_YOU, List.of(criterion("participants", State.UNMET, true)), List.of(), List.of(never));

        assertThat(view(assessment, JA).banner().why())
                .singleElement()
                .asString()
                .startsWith("participantsの文。");
    }

    @Test
    void a_provisional_estimate_shows_its_interval_and_a_settled_one_does_not() {
        ResultView view = view(notYet(signal("no-will", State.FIRED)), JA);

        assertThat(view.risk().orElseThrow().note()).contains("較正されていない目安");
        assertThat(view.risk().orElseThrow().steps())
                .extracting(line -> line.percent() + line.bandWord() + line.interval())
                .containsExactly("12%低いOptional.empty", "49%中くらいOptional[49%〜81%]");
    }

    @Test
    void a_percentage_never_reads_as_if_it_reached_the_next_band() {
        Words words = new Words(SampleEdition.messages(), JA);

        assertThat(List.of(0.0, 0.001, 0.4999, 1 - 0.9, 1.0))
                .extracting(words::percent)
                .containsExactly("0%", "1%未満", "49%", "10%", "100%");
    }

    @Test
    void applicants_see_neither_the_names_of_rules_nor_what_staff_answered() {
        FindingResult noted = because(signal("no-will", State.FIRED), "drive", false);

        Reason forApplicant = view(notYet(noted), JA).against().get(0);
        Reason forStaff = views().forStaff(notYet(noted), EDITION, JA).get(0);

        assertThat(forApplicant.evidence()).isEmpty();
        assertThat(forApplicant.rules()).isEmpty();
        assertThat(forStaff.evidence()).extracting(Evidence::answer).containsExactly("いいえ");
        assertThat(forStaff.rules()).containsExactly("rule of no-will");
    }

    @Test
    void a_reason_carries_its_mark_in_words_and_its_source() {
        ResultView view = view(notYet(criterion("participants", State.UNMET, true)), JA);
        Reason reason = view.against().get(0);

        assertThat(reason.mark()).isEqualTo(Mark.UNMET);
        assertThat(reason.word()).isEqualTo("未達");
        assertThat(reason.source()).isEqualTo(new ResultView.SourceLine(1, "1章", "当方の推定", true));
        assertThat(view.sources())
                .containsExactly(new ResultView.CitedSource(1, "出典の本", Optional.of("https://example.jp/")));
    }

    @Test
    void changes_are_said_in_labels_and_not_in_ids() {
        Assessment base = notYet(criterion("participants", State.UNMET, true));
        Assessment assessment = new Assessment(
                base.programme(),
                base.edition(),
                base.version(),
                base.asOf(),
                base.closed(),
                base.verdict(),
                base.risk(),
                base.notFor(),
                base.findings(),
                base.open(),
                base.skippable(),
                List.of(new Change(
                        Map.of("people", BigDecimal.valueOf(2)), Verdict.READY, Band.MEDIUM, List.of(Aim.READY), 2)),
                new ChangeSearch(Search.FOUND, Search.NOT_NEEDED),
                List.of(),
                List.of(),
                List.of(),
                true);

        ResultView.ChangeLine change =
                view(assessment, JA).changes().ready().lines().get(0);

        assertThat(change.set()).containsExactly(new ResultView.ChangedAnswer("参加人数", "1名", "2名"));
        assertThat(change.verdict()).contains(new ResultView.Effect("まだ準備が必要です", "準備ができています"));
        assertThat(change.risk()).isEmpty();
    }

    @Test
    void a_day_before_the_window_is_not_called_closed_for_good() {
        assertThat(view(on(LocalDate.of(2022, 4, 2)), JA).banner().closed()).contains("募集前・参考");
        assertThat(view(on(LocalDate.of(2026, 11, 22)), JA).banner().closed()).contains("募集終了・参考");
    }

    private static List<String> sentence(Verdict verdict, FindingResult... findings) {
        Assessment assessment = assessment(verdict, List.of(findings), List.of(), List.of());
        return List.of(
                view(assessment, JA).banner().sentence(),
                view(assessment, Locale.ENGLISH).banner().sentence());
    }

    private static ResultViews views() {
        return new ResultViews(SampleEdition.messages(), Calibration.NONE);
    }

    private static ResultView view(Assessment assessment, Locale locale) {
        return views().of(assessment, EDITION, new Answers(Map.of("people", Answer.Number.of(1))), locale);
    }

    private static Assessment notYet(FindingResult... findings) {
        return assessment(
                Verdict.NOT_YET,
                List.of(findings),
                List.of(new OpenQuestion("commitment", List.of("commitment"), Settles.NOTHING)),
                List.of());
    }

    private static Assessment on(LocalDate day) {
        Assessment base = notYet();
        return new Assessment(
                base.programme(),
                base.edition(),
                base.version(),
                day,
                true,
                base.verdict(),
                base.risk(),
                base.notFor(),
                base.findings(),
                base.open(),
                base.skippable(),
                base.changes(),
                base.changeSearch(),
                List.of(),
                List.of(),
                List.of(),
                true);
    }

    private static Assessment assessment(
            Verdict verdict, List<FindingResult> findings, List<OpenQuestion> open, List<Exclusion> notFor) {
        Estimate settled = new Estimate(0.12, Band.LOW, false, 0.12, 0.12);
        Estimate provisional = new Estimate(0.4999, Band.MEDIUM, true, 0.4999, 0.801);
        Risk risk = new Risk(
                provisional,
                List.of(
                        new StepRisk("lectures", text("座学", "Lectures"), settled),
                        new StepRisk("trial", text("実証", "Trial"), provisional)),
                false);
        return new Assessment(
                "sample",
                "1",
                EDITION.version(),
                LocalDate.of(2022, 5, 2),
                false,
                verdict,
                risk,
                notFor,
                findings,
                open,
                List.of(),
                List.of(),
                new ChangeSearch(Search.NOT_NEEDED, Search.NOT_NEEDED),
                List.of(),
                List.of(),
                List.of(),
                true);
    }

    private static FindingResult criterion(String id, State state, boolean required) {
        FindingResult plain = finding(id, Kind.CRITERION, state);
        FindingResult result = new FindingResult(
                id,
                plain.kind(),
                state,
                required,
                plain.step(),
                plain.title(),
                plain.text(),
                plain.advice(),
                plain.because(),
                plain.rules(),
                state == State.OPEN ? Set.of("commitment") : Set.of(),
                plain.source());
        return id.equals("participants") ? because(result, "people", BigDecimal.ONE) : result;
    }

    private static FindingResult signal(String id, State state) {
        return finding(id, Kind.SIGNAL, state);
    }

    private static FindingResult because(FindingResult plain, String question, Object answer) {
        Comparison comparison = new Comparison(
                question,
                Set.of(question),
                Optional.of(answer),
                "==",
                Optional.of(answer),
                Optional.empty(),
                Optional.of(true));
        return new FindingResult(
                plain.id(),
                plain.kind(),
                plain.state(),
                plain.required(),
                plain.step(),
                plain.title(),
                plain.text(),
                plain.advice(),
                List.of(comparison),
                plain.rules(),
                plain.decidedBy(),
                plain.source());
    }

    private static FindingResult finding(String id, Kind kind, State state) {
        var declared = EDITION.finding(id).orElseThrow();
        Optional<String> step =
                declared instanceof jp.readiness.programme.Finding.Signal signal ? signal.step() : Optional.empty();
        return new FindingResult(
                id,
                kind,
                state,
                false,
                step,
                declared.words().title(),
                declared.words().text(),
                declared.words().advice(),
                List.of(),
                List.of("rule of " + id),
                Set.of(),
                new SourceReference("book", text("1章", "chapter 1"), true));
    }
}
