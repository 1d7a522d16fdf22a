package jp.readiness.advice;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.RuleBook;

/** The unanswered questions of a sheet: which of them still matter, which first, and which no longer. */
final class OpenQuestions {

    /** A question that still matters. */
    private record Candidate(OpenQuestion question, boolean decidesRequired) {}

    /** Those first that decide a required criterion or whether the programme is meant for the applicant; then by what they settle, then in form order. */
    private static final Comparator<Candidate> MOST_SETTLED_FIRST = Comparator.comparing(
                    (Candidate candidate) -> !candidate.decidesRequired())
            .thenComparing(candidate -> candidate.question().settles(), Comparator.reverseOrder());

    private final List<Question> questions;
    private final Judge judge;
    private final List<Judgement> judgements;
    private final BitSet open;
    private final List<Integer> audience;
    private final Settling settling;

    OpenQuestions(
            RuleBook ruleBook,
            RiskModel model,
            Sheet sheet,
            Judge judge,
            List<Judgement> judgements,
            RiskBounds bounds) {
        this.judge = judge;
        this.questions = ruleBook.edition().questions();
        this.judgements = judgements;
        this.open = open(sheet);
        List<String> meant =
                ruleBook.edition().audience().stream().map(Audience::question).toList();
        this.audience = open.stream()
                .filter(index -> meant.contains(questions.get(index).id()))
                .boxed()
                .toList();
        this.settling = new Settling(model, judgements, bounds, audience);
    }

    private BitSet open(Sheet sheet) {
        BitSet indexes = new BitSet();
        IntStream.range(0, questions.size()).filter(sheet.facts()::isOpen).forEach(indexes::set);
        return indexes;
    }

    /** Those that decide something, that first which settles most. */
    List<OpenQuestion> ranked() {
        return open.stream()
                .filter(this::decides)
                .mapToObj(this::candidate)
                .sorted(MOST_SETTLED_FIRST)
                .map(Candidate::question)
                .toList();
    }

    /** Ids of those that can no longer matter, in form order: see {@link Assessment#skippable()}. */
    List<String> skippable() {
        BitSet beyondChange = new BitSet();
        judgements.stream()
                .filter(Judgement::isRequired)
                .forEach(judgement ->
                        judge.decidingBeyondChange(judgement.scope()).forEach(beyondChange::set));
        return open.stream()
                .filter(index -> !decides(index) && !isAwaited(index) && !beyondChange.get(index))
                .mapToObj(index -> questions.get(index).id())
                .toList();
    }

    private boolean decides(int question) {
        return audience.contains(question)
                || judgements.stream()
                        .anyMatch(judgement -> judgement.deciding().contains(question));
    }

    /**
     * Whether the answer is waited for though it decides nothing. It may say whom a referral takes. And a finding that
     * holds whatever the answer is waits for it all the same: signals are said to have fired only
     * when a rule has, so an answer that changes nothing may still be what makes them known.
     */
    private boolean isAwaited(int question) {
        return judgements.stream()
                .anyMatch(judgement -> (judgement.state() == State.OPEN
                                && judgement.surely()
                                && judgement.scope().reads(question))
                        || saysWhom(judgement, questions.get(question).id()));
    }

    private static boolean saysWhom(Judgement judgement, String question) {
        return judgement.state() != State.NOT_FIRED
                && judgement.finding() instanceof Finding.Referral referral
                && referral.audience().stream()
                        .anyMatch(audience -> audience.question().equals(question));
    }

    private Candidate candidate(int question) {
        List<Judgement> decided = judgements.stream()
                .filter(judgement -> judgement.deciding().contains(question))
                .toList();
        List<String> ids = decided.stream().map(j -> j.finding().id()).toList();
        boolean required = audience.contains(question) || decided.stream().anyMatch(Judgement::isRequired);
        return new Candidate(new OpenQuestion(questions.get(question).id(), ids, settling.by(question)), required);
    }
}
