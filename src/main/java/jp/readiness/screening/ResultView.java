package jp.readiness.screening;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.wording.Evidence;

/**
 * An assessment as the result page says it, in one language: all choices of words and order are made, the template only
 * lays them out.
 *
 * @param todos what to do, most pressing first
 * @param changes smallest changes that help
 * @param risk empty for an edition that estimates none
 * @param against unmet criteria and signals that fired
 * @param open questions without an answer that decide something, those that decide a required criterion first
 * @param favourable met criteria and strengths
 * @param notFired signals that do not apply
 * @param sources all that the edition cites, as numbered in the reasons
 * @param contact of the programme
 */
record ResultView(
        Banner banner,
        List<Todo> todos,
        ChangesView changes,
        Optional<RiskView> risk,
        List<Reason> against,
        List<OpenLine> open,
        List<Reason> favourable,
        List<Reason> notFired,
        List<Reason> placements,
        List<ReferralLine> referrals,
        List<GrantLine> grants,
        List<CitedSource> sources,
        String contact,
        boolean searchedFully) {

    /** Letters, of the width of Latin ones, from which on a printed page needs smaller ones. */
    private static final int MUCH = 1800;

    /** To-do items that are shown at once; the rest unfolds. */
    static final int FIRST = 5;

    /** Open questions that the applicant can answer. */
    public List<OpenLine> openToApplicant() {
        return open.stream().filter(line -> !line.question().staff()).toList();
    }

    /** How many open questions staff will answer. */
    public long openToStaff() {
        return open.stream().filter(line -> line.question().staff()).count();
    }

    public List<Todo> firstTodos() {
        return todos.stream().limit(FIRST).toList();
    }

    public List<Todo> moreTodos() {
        return todos.stream().skip(FIRST).toList();
    }

    /** Whether handing in is the natural next step. */
    public boolean isReady() {
        return banner.verdict() == Verdict.READY || banner.verdict() == Verdict.READY_WITH_SUPPORT;
    }

    /** Whether there is so much to say that one sheet of paper holds it in small letters only. */
    public boolean isDense() {
        Stream<String> reasons = Stream.concat(against.stream(), favourable.stream())
                .flatMap(reason ->
                        Stream.of(reason.title(), reason.text(), reason.source().pointer()));
        Stream<String> questions = openToApplicant().stream()
                .flatMap(line -> Stream.of(line.question().label(), line.decides()));
        Stream<String> steps = firstTodos().stream().flatMap(todo -> Stream.of(todo.advice(), todo.about()));
        return Stream.of(reasons, questions, steps)
                        .flatMap(texts -> texts)
                        .mapToInt(ResultView::width)
                        .sum()
                > MUCH;
    }

    private static int width(String text) {
        return text.codePoints()
                .map(letter -> Character.isIdeographic(letter) || letter >= 0x3000 ? 2 : 1)
                .sum();
    }

    /**
     * @param why sentences that explain why the programme is not meant for the applicant
     * @param closed said when applications are not accepted on the day
     */
    record Banner(
            Verdict verdict,
            String word,
            String sentence,
            List<String> why,
            String programme,
            String day,
            Optional<String> closed) {}

    /** Why something is to be done; the order is that of the list. */
    enum Cause {
        EXCLUDED,
        UNMET_REQUIRED,
        OPEN_REQUIRED,
        SIGNAL,
        UNMET_RECOMMENDED;

        /** Whether the only thing to do is to look at a question. */
        public boolean isAsksOnly() {
            return this == EXCLUDED || this == OPEN_REQUIRED;
        }
    }

    /**
     * @param tag the cause in a word or two
     * @param advice a full sentence
     * @param about name of the finding, or what hangs on the question
     */
    record Todo(Cause cause, String tag, String advice, String about, List<QuestionLink> questions) {}

    /** @param staff whether only staff can answer it, so that the applicant gets no link */
    record QuestionLink(String id, String section, String label, boolean staff) {}

    /**
     * A question that is still open.
     *
     * @param decides what hangs on it, as a sentence
     * @param required whether a required criterion does, or whether the programme is meant for the applicant
     */
    record OpenLine(QuestionLink question, String decides, boolean required) {}

    /**
     * What to change.
     *
     * @param ready changes that make the applicant ready
     * @param lower changes that lower the risk and do not make ready
     */
    record ChangesView(AimView ready, AimView lower) {

        public boolean isEmpty() {
            return ready.isEmpty() && lower.isEmpty();
        }
    }

    /**
     * Changes of which each will do.
     *
     * @param note what could not be found
     */
    record AimView(String title, List<ChangeLine> lines, Optional<String> note) {

        /** So many answers, or one change, are shown at once; the rest unfolds. */
        private static final int FIRST = 3;

        public boolean isEmpty() {
            return lines.isEmpty() && note.isEmpty();
        }

        public List<ChangeLine> first() {
            return lines.subList(0, shown());
        }

        public List<ChangeLine> more() {
            return lines.subList(shown(), lines.size());
        }

        private int shown() {
            int answers =
                    lines.stream().mapToInt(line -> line.set().size()).max().orElse(1);
            return Math.min(lines.size(), Math.max(1, FIRST / answers));
        }
    }

    /**
     * Answers that are to be changed together.
     *
     * @param key names the change in the address where it can be tried
     * @param verdict empty if it stays
     * @param risk empty if its band stays
     */
    record ChangeLine(String key, List<ChangedAnswer> set, Optional<Effect> verdict, Optional<Effect> risk) {}

    /** @param to the new answer, or where more would do as well, how much it takes */
    record ChangedAnswer(String question, String now, String to) {}

    record Effect(String now, String then) {}

    /**
     * The result as it would be.
     *
     * @param change what is tried
     * @param then the result with it
     */
    record TrialView(ChangeLine change, ResultView then) {}

    /**
     * @param title of the section; says that it is an estimate
     * @param note that it is an estimate, and whether it is calibrated
     * @param scale from where on a risk is called medium and high
     */
    record RiskView(
            String title, RiskLine overall, List<RiskLine> steps, String note, String scale, boolean provisional) {}

    /**
     * @param percent by what is known so far, such as 12%
     * @param bandWord such as 低い
     * @param interval such as 5%〜40%; present while provisional
     */
    record RiskLine(String title, String percent, Band band, String bandWord, Optional<String> interval, RiskBar bar) {}

    /** Lengths in hundredths of the full bar. */
    record RiskBar(double known, double lowest, double highest, double medium, double high) {

        public double span() {
            return highest - lowest;
        }
    }

    enum Mark {
        UNMET,
        FIRED,
        MET,
        STRENGTH,
        OPEN,
        NOT_FIRED,
        OTHER
    }

    /**
     * One finding with everything that stands behind it.
     *
     * @param word the mark in a word, such as 未達
     * @param text a full sentence
     * @param advice empty where there is nothing to do
     * @param wantedLabel what stands before {@link Evidence#wanted()}, such as 条件
     * @param questions those that decide it, while it is open
     * @param rules names of the rules, for staff
     */
    record Reason(
            String id,
            Mark mark,
            String word,
            String title,
            String text,
            String advice,
            String wantedLabel,
            List<Evidence> evidence,
            List<QuestionLink> questions,
            SourceLine source,
            List<String> rules) {}

    /**
     * How we know a thing.
     *
     * @param number of the source in the list of sources
     * @param pointer where in the source; may be empty
     * @param known 「出典に明記」 or 「当方の推定」
     */
    record SourceLine(int number, String pointer, String known, boolean inferred) {}

    /** @param link {@code https:} only */
    record CitedSource(int number, String title, Optional<String> link) {}

    record ReferralLine(String programme, Reason reason) {}

    record GrantLine(String amount, Reason reason) {}
}
