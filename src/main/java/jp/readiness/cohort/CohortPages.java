package jp.readiness.cohort;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.cohort.CohortPage.Bar;
import jp.readiness.cohort.CohortPage.Line;
import jp.readiness.cohort.CohortPage.ListView;
import jp.readiness.cohort.CohortPage.Picture;
import jp.readiness.cohort.CohortPage.StepBar;
import jp.readiness.cohort.MemberQueries.Counts;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes what the page of a cohort shows. */
@Component
class CohortPages {

    static final int PAGE_SIZE = 50;

    private static final int MOST_REASONS = 8;
    private static final int MOST_QUESTIONS = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MemberQueries queries;
    private final Judging judging;
    private final BackgroundJudging background;
    private final MessageSource messages;
    private final Clock clock;

    CohortPages(
            MemberQueries queries, Judging judging, BackgroundJudging background, MessageSource messages, Clock clock) {
        this.queries = queries;
        this.judging = judging;
        this.background = background;
        this.messages = messages;
        this.clock = clock;
    }

    /** Judges who waits, or has that begun. @return how many still wait */
    int look(Cohort cohort) {
        return background.look(cohort);
    }

    /** Whether there may be news without anybody doing anything on this page. */
    boolean isLive(Cohort cohort, int waiting) {
        return waiting > 0
                || cohort.handIn()
                        .filter(handIn -> handIn.isOpen(clock.instant()))
                        .isPresent();
    }

    /** Title of the edition that judges the cohort, in the language of the visitor. */
    String programme(Cohort cohort) {
        return CohortWords.of(cohort, judging.adviser(cohort), LocaleContextHolder.getLocale())
                .programme();
    }

    CohortPage page(Cohort cohort, int waiting, Filter filter, Locale locale) {
        Optional<Adviser> adviser = judging.adviser(cohort);
        CohortWords words = CohortWords.of(cohort, adviser, locale);
        Counts counts = queries.counts(cohort.id());
        Optional<Cohort.HandIn> open = cohort.handIn().filter(handIn -> handIn.isOpen(clock.instant()));
        return new CohortPage(
                cohort,
                words.programme(),
                adviser.isPresent(),
                counts.members(),
                counts.handedIn(),
                waiting,
                open.map(handIn -> TIME.format(handIn.until().atZone(clock.getZone()))),
                isLive(cohort, waiting),
                picture(counts, words, locale),
                list(cohort, filter, words, locale));
    }

    /** The distributions of the cohort as they are now; nobody is judged for it. */
    Picture picture(Cohort cohort, Locale locale) {
        return picture(queries.counts(cohort.id()), CohortWords.of(cohort, judging.adviser(cohort), locale), locale);
    }

    Picture picture(Counts counts, CohortWords words, Locale locale) {
        return new Picture(
                verdicts(counts, locale),
                Stream.of(Band.HIGH, Band.MEDIUM, Band.LOW)
                        .map(band -> bar(
                                "band",
                                band.name(),
                                say("desk.band." + band, locale),
                                counts.bands().getOrDefault(band, 0),
                                counts.judged()))
                        .toList(),
                counts.provisional(),
                steps(counts, words),
                reasons(counts, words),
                questions(counts, words),
                decisions(counts, locale));
    }

    private List<Bar> verdicts(Counts counts, Locale locale) {
        List<Bar> bars = new ArrayList<>();
        for (int i = Verdict.values().length - 1; i >= 0; i--) {
            Verdict verdict = Verdict.values()[i];
            bars.add(bar(
                    "verdict",
                    verdict.name(),
                    say("desk.verdict." + verdict, locale),
                    counts.verdicts().getOrDefault(verdict, 0),
                    counts.judged()));
        }
        return bars;
    }

    private List<Bar> decisions(Counts counts, Locale locale) {
        int decided =
                counts.decisions().values().stream().mapToInt(Integer::intValue).sum();
        List<Bar> bars = new ArrayList<>();
        for (Decision decision : Decision.values()) {
            bars.add(bar(
                    "decision",
                    decision.name(),
                    say("cohort.decision." + decision, locale),
                    counts.decisions().getOrDefault(decision, 0),
                    counts.members()));
        }
        bars.add(bar(
                "decision",
                Filter.UNDECIDED,
                say("cohort.decision." + Filter.UNDECIDED, locale),
                counts.members() - decided,
                counts.members()));
        return bars;
    }

    private static List<StepBar> steps(Counts counts, CohortWords words) {
        return words.steps().stream()
                .map(step -> {
                    Map<Band, Integer> bands = counts.steps().getOrDefault(step.id(), new EnumMap<>(Band.class));
                    int high = bands.getOrDefault(Band.HIGH, 0);
                    int medium = bands.getOrDefault(Band.MEDIUM, 0);
                    return new StepBar(
                            words.step(step.id()),
                            high,
                            medium,
                            bands.getOrDefault(Band.LOW, 0),
                            share(high, counts.judged()),
                            share(medium, counts.judged()),
                            counts.peaks().getOrDefault(step.id(), 0),
                            Filter.query(Map.of("step", step.id())));
                })
                .toList();
    }

    private static List<Bar> reasons(Counts counts, CohortWords words) {
        return Stream.of(Mark.UNMET, Mark.FIRED)
                .flatMap(kind -> counts.marks().getOrDefault(kind, Map.of()).entrySet().stream())
                .filter(mark -> words.isAgainst(mark.getKey()))
                .map(mark ->
                        bar("finding", mark.getKey(), words.finding(mark.getKey()), mark.getValue(), counts.judged()))
                .sorted((a, b) -> Integer.compare(b.count(), a.count()))
                .limit(MOST_REASONS)
                .toList();
    }

    private static List<Bar> questions(Counts counts, CohortWords words) {
        return counts.marks().getOrDefault(Mark.ASKED, Map.of()).entrySet().stream()
                .map(mark ->
                        bar("question", mark.getKey(), words.question(mark.getKey()), mark.getValue(), counts.judged()))
                .limit(MOST_QUESTIONS)
                .toList();
    }

    private static Bar bar(String parameter, String key, String label, int count, int of) {
        String percent = (of == 0 ? 0 : Math.round(100.0 * count / of)) + "%";
        return new Bar(key, label, count, share(count, of), percent, Filter.query(Map.of(parameter, key)));
    }

    /** Percent with one digit after the point: all that a picture can show. */
    private static double share(int count, int of) {
        return of == 0 ? 0 : Math.round(1000.0 * count / of) / 10.0;
    }

    private ListView list(Cohort cohort, Filter filter, CohortWords words, Locale locale) {
        int count = queries.count(cohort.id(), filter);
        int last = Math.max(1, (count + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Math.min(filter.page(), last);
        List<MemberQueries.Line> lines = queries.page(cohort.id(), filter.onPage(page), PAGE_SIZE);
        Map<UUID, List<String>> reasons = queries.reasons(
                cohort.id(), lines.stream().map(MemberQueries.Line::id).toList());
        return new ListView(
                filter,
                count,
                (page - 1) * PAGE_SIZE + 1,
                page,
                last,
                lines.stream()
                        .map(line -> line(line, words.mainReason(reasons.getOrDefault(line.id(), List.of())), words))
                        .toList(),
                narrowedBy(filter, words, locale));
    }

    private static Line line(MemberQueries.Line line, Optional<String> reason, CohortWords words) {
        return new Line(
                line.id(),
                line.position(),
                line.name(),
                line.gone(),
                line.verdict(),
                line.band(),
                line.provisional(),
                line.peakStep().map(words::step),
                reason,
                line.decision(),
                line.decision()
                        .filter(decision ->
                                line.verdict().filter(decision::overrides).isPresent())
                        .isPresent(),
                line.ending());
    }

    /** The conditions of the filter in words, but for what was typed. */
    private List<String> narrowedBy(Filter filter, CohortWords words, Locale locale) {
        List<String> said = new ArrayList<>();
        filter.verdict().ifPresent(verdict -> said.add(say("desk.verdict." + verdict, locale)));
        filter.band()
                .ifPresent(band -> said.add(say("cohort.narrowed.band", locale, say("desk.band." + band, locale))));
        if (!filter.decision().isEmpty()) {
            said.add(say("cohort.narrowed.decision", locale, say("cohort.decision." + filter.decision(), locale)));
        }
        if (!filter.ending().isEmpty()) {
            said.add(say("cohort.narrowed.ending", locale, say("cohort.ending." + filter.ending(), locale)));
        }
        if (!filter.step().isEmpty()) {
            said.add(say("cohort.narrowed.step", locale, words.step(filter.step())));
        }
        if (!filter.finding().isEmpty()) {
            said.add(say("cohort.narrowed.finding", locale, words.finding(filter.finding())));
        }
        if (!filter.question().isEmpty()) {
            said.add(say("cohort.narrowed.question", locale, words.question(filter.question())));
        }
        return said;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
