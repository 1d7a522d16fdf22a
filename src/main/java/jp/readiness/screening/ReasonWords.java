package jp.readiness.screening;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.SourceReference;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;
import jp.readiness.screening.ResultView.CitedSource;
import jp.readiness.screening.ResultView.Mark;
import jp.readiness.screening.ResultView.QuestionLink;
import jp.readiness.screening.ResultView.Reason;
import jp.readiness.screening.ResultView.SourceLine;
import jp.readiness.wording.ComparisonWords;
import jp.readiness.wording.Evidence;
import jp.readiness.wording.Words;

/** Puts one finding into words: its state, the answers behind it, what decides it, and how we know. */
final class ReasonWords {

    /** What staff noted about an applicant, and the rules' names, are for staff alone. */
    enum Reader {
        APPLICANT,
        STAFF
    }

    private final Edition edition;
    private final Words words;
    private final ComparisonWords comparisons;
    private final Reader reader;
    private final List<String> numbers;

    ReasonWords(Edition edition, Words words, Reader reader) {
        this.edition = edition;
        this.words = words;
        this.comparisons = new ComparisonWords(edition, words);
        this.reader = reader;
        this.numbers = edition.sources().keySet().stream().sorted().toList();
    }

    Reason reason(FindingResult finding) {
        Mark mark = mark(finding);
        return new Reason(
                finding.id(),
                mark,
                words.say("mark." + mark),
                words.in(finding.title()),
                words.in(finding.text()),
                advice(finding),
                words.say(finding.kind() == Kind.CRITERION ? "wanted.criterion" : "wanted.other"),
                evidence(finding),
                finding.state() == State.OPEN ? links(finding.decidedBy()) : List.of(),
                source(finding.source()),
                reader == Reader.STAFF ? finding.rules() : List.of());
    }

    /** What is to be done matters where something is lacking, not where all is well. */
    private String advice(FindingResult finding) {
        boolean well = finding.state() == State.MET || finding.state() == State.NOT_FIRED;
        return well || finding.kind() == Kind.STRENGTH ? "" : words.in(finding.advice());
    }

    private List<Evidence> evidence(FindingResult finding) {
        return finding.because().stream()
                .filter(comparison -> reader == Reader.STAFF || mayRead(comparison.questions()))
                .map(comparison -> comparisons.evidence(comparison, finding.kind()))
                .distinct()
                .toList();
    }

    private boolean mayRead(Collection<String> questions) {
        return questions.stream().flatMap(id -> edition.question(id).stream()).noneMatch(ReasonWords::byStaff);
    }

    /** Links to questions, in the order of the form. */
    List<QuestionLink> links(Collection<String> questions) {
        return edition.questions().stream()
                .filter(question -> questions.contains(question.id()))
                .map(question -> new QuestionLink(
                        question.id(), question.section(), words.in(question.label()), byStaff(question)))
                .toList();
    }

    private static boolean byStaff(Question question) {
        return question.answeredBy() == AnsweredBy.STAFF;
    }

    private SourceLine source(SourceReference reference) {
        return new SourceLine(
                numbers.indexOf(reference.id()) + 1,
                words.in(reference.pointer()),
                words.say(reference.inferred() ? "source.inferred" : "source.stated"),
                reference.inferred());
    }

    /** All sources of the edition with their numbers, sorted by id. */
    List<CitedSource> sources() {
        return numbers.stream()
                .map(id -> Objects.requireNonNull(edition.sources().get(id)))
                .map(source -> new CitedSource(
                        numbers.indexOf(source.id()) + 1,
                        words.in(source.title()),
                        source.link().map(URI::toString)))
                .toList();
    }

    private static Mark mark(FindingResult finding) {
        return switch (finding.state()) {
            case MET -> Mark.MET;
            case UNMET -> Mark.UNMET;
            case OPEN -> Mark.OPEN;
            case NOT_FIRED -> Mark.NOT_FIRED;
            case FIRED -> fired(finding.kind());
        };
    }

    private static Mark fired(Kind kind) {
        return switch (kind) {
            case SIGNAL -> Mark.FIRED;
            case STRENGTH -> Mark.STRENGTH;
            default -> Mark.OTHER;
        };
    }
}
