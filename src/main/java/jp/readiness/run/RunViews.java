package jp.readiness.run;

import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.batch.Columns;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Text;
import org.springframework.stereotype.Component;

/** Fills the records that the pages of runs show. */
@Component
class RunViews {

    /** Those that a person may choose where the recognised one is wrong. */
    static final List<String> ENCODINGS = List.of("UTF-8", "windows-31j", "UTF-16LE", "UTF-16BE");

    private final Runs runs;
    private final Library library;
    private final Clock clock;

    RunViews(Runs runs, Library library, Clock clock) {
        this.runs = runs;
        this.library = library;
        this.clock = clock;
    }

    record Choice(String programme, String edition, String title, boolean chosen) {
        /** As the form sends it. */
        public String value() {
            return programme + "/" + edition;
        }
    }

    /** A run in the list. */
    record Line(Run run, String title, LocalDateTime at, Optional<RunProgress> progress) {}

    record ListPage(
            List<Choice> editions,
            List<String> encodings,
            List<Line> lines,
            List<String> problems,
            long maxMegabytes,
            long keepDays) {}

    /** @param use what it is for now: a question's id, {@code applicant}, {@code ignore}, or empty if nobody knows */
    record ColumnView(int index, String header, String use, String maybe, List<String> samples) {}

    record QuestionChoice(String id, String label) {}

    /** What a person is asked before the file is judged. */
    record Asked(
            String encoding,
            String said,
            boolean isText,
            List<ColumnView> columns,
            List<QuestionChoice> questions,
            List<String> faults,
            List<String> notes,
            Optional<Line> earlier) {}

    record RunPage(
            Run run,
            String title,
            LocalDateTime at,
            LocalDate keptUntil,
            RunProgress progress,
            Optional<Asked> asked,
            List<String> notes,
            List<String> problems) {}

    ListPage list(String chosen, List<Text> problems, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        List<String> inForce = library.current(today).stream()
                .map(Adviser::edition)
                .map(Edition::name)
                .toList();
        List<Choice> choices = library.editions().stream()
                .map(Adviser::edition)
                .sorted((a, b) -> Boolean.compare(inForce.contains(b.name()), inForce.contains(a.name())))
                .map(edition -> new Choice(
                        edition.programme(),
                        edition.id(),
                        title(edition, locale),
                        edition.name().equals(chosen)))
                .toList();
        return new ListPage(
                choices,
                ENCODINGS,
                runs.newest().stream().map(run -> line(run, locale)).toList(),
                words(problems, locale),
                runs.maxBytes() >> 20,
                runs.keep().toDays());
    }

    RunPage one(Run run, List<Text> problems, Locale locale) {
        Optional<Asked> asked = run.state() == Run.State.DRAFT ? Optional.of(asked(run, locale)) : Optional.empty();
        return new RunPage(
                run,
                title(run, locale),
                time(run.createdAt()),
                time(run.createdAt().plus(runs.keep())).toLocalDate(),
                runs.progress(run),
                asked,
                words(run.notes(), locale),
                words(problems.isEmpty() ? run.problems() : problems, locale));
    }

    private Asked asked(Run run, Locale locale) {
        Inspection seen = runs.inspect(run);
        Edition edition = library.version(run.programme(), run.edition(), run.version())
                .orElseThrow()
                .edition();
        return new Asked(
                seen.encoding().map(Charset::name).orElse(""),
                run.encoding().map(Charset::name).orElse(""),
                seen.encoding().isPresent(),
                seen.columns().all().stream()
                        .map(column -> column(column, run, seen.samples().get(column.index())))
                        .toList(),
                edition.questions().stream()
                        .map(question -> new QuestionChoice(
                                question.id(), question.label().in(locale)))
                        .toList(),
                words(seen.columns().problems(), locale),
                words(seen.notes(), locale),
                seen.earlier().map(earlier -> line(earlier, locale)));
    }

    private static ColumnView column(Columns.Column column, Run run, List<String> samples) {
        String question = column.question().orElse("");
        String use = switch (column.use()) {
            case APPLICANT -> "applicant";
            case QUESTION -> question;
            case IGNORED -> "ignore";
            case UNKNOWN -> run.byHand().getOrDefault(column.header(), "");
        };
        String maybe = column.use() == Columns.Use.UNKNOWN ? question : "";
        return new ColumnView(column.index(), column.header(), use, maybe, samples);
    }

    private Line line(Run run, Locale locale) {
        Optional<RunProgress> progress =
                run.state() == Run.State.WAITING ? Optional.of(runs.progress(run)) : Optional.empty();
        return new Line(run, title(run, locale), time(run.createdAt()), progress);
    }

    private String title(Run run, Locale locale) {
        return library.version(run.programme(), run.edition(), run.version())
                .map(adviser -> title(adviser.edition(), locale))
                .orElse(run.programme() + "/" + run.edition());
    }

    private static String title(Edition edition, Locale locale) {
        return edition.title().in(locale);
    }

    private static List<String> words(List<Text> texts, Locale locale) {
        return texts.stream().map(text -> text.in(locale)).toList();
    }

    private LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }
}
