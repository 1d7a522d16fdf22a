package jp.readiness.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;
import jp.readiness.screening.ResultView.Mark;
import jp.readiness.screening.ResultView.Reason;
import jp.readiness.screening.RuleWords.RuleLine;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Makes what the pages of the desk show, in one language. */
@Component
class DeskPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ResultViews views;
    private final Fields fields;
    private final Clock clock;

    DeskPages(ResultViews views, Fields fields, Clock clock) {
        this.views = views;
        this.fields = fields;
        this.clock = clock;
    }

    /** A row of the list. @param advice empty where none was given yet */
    record Line(UUID id, String company, String programme, Optional<AdviceLine> advice, String handedInAt) {}

    /** @param provisional whether the band may still change */
    record AdviceLine(Verdict verdict, Band band, boolean provisional) {

        static AdviceLine of(Assessment assessment) {
            Assessment.Estimate overall = assessment.risk().overall();
            return new AdviceLine(assessment.verdict(), overall.band(), overall.provisional());
        }
    }

    Line line(Desk.Row row, Locale locale) {
        return new Line(
                row.handedIn().sheet().id(),
                row.handedIn().contact().company(),
                row.sheet()
                        .map(sheet -> sheet.edition().title().in(locale))
                        .orElse(row.handedIn().sheet().programme()),
                row.now().or(row::given).map(AdviceLine::of),
                time(row.handedIn().handedInAt()));
    }

    /**
     * One sheet as staff read it.
     *
     * @param result by the answers of now, on today's day
     * @param earlier the verdict that the applicant was given last, if another one
     * @param groups all findings, what stands against the applicant first; no group is empty
     * @param rules every rule, fired or why not
     * @param fields of the questions that staff answer
     * @param answered how many of those have been answered
     * @param answers of the applicant
     */
    record SheetView(
            UUID id,
            Contact contact,
            Edition edition,
            String handedInAt,
            String changedAt,
            ResultView result,
            Optional<Verdict> earlier,
            List<Group> groups,
            List<RuleLine> rules,
            List<Field> fields,
            long answered,
            List<AnswerLine> answers) {}

    /** @param key end of the message's key */
    record Group(String key, List<Reason> reasons) {

        private static final Map<String, Set<Mark>> MARKS = marks();

        private static Map<String, Set<Mark>> marks() {
            Map<String, Set<Mark>> marks = new LinkedHashMap<>();
            marks.put("against", Set.of(Mark.UNMET, Mark.FIRED));
            marks.put("open", Set.of(Mark.OPEN));
            marks.put("favourable", Set.of(Mark.MET, Mark.STRENGTH, Mark.OTHER));
            marks.put("not-fired", Set.of(Mark.NOT_FIRED));
            return marks;
        }

        static List<Group> of(List<Reason> reasons) {
            return MARKS.entrySet().stream()
                    .map(group -> new Group(
                            group.getKey(),
                            reasons.stream()
                                    .filter(reason -> group.getValue().contains(reason.mark()))
                                    .toList()))
                    .filter(group -> !group.reasons().isEmpty())
                    .toList();
        }
    }

    /** @param answer in words; empty while the question is open */
    record AnswerLine(String question, String answer) {}

    /** @throws ResponseStatusException while the sheet cannot be judged by anything */
    SheetView sheet(Desk.Row row, Locale locale) {
        OpenSheet sheet = row.sheet().orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
        Assessment now = row.now().orElseThrow();
        List<Question> asked = Desk.staffQuestions(sheet);
        return new SheetView(
                sheet.sheet().id(),
                row.handedIn().contact(),
                sheet.edition(),
                time(row.handedIn().handedInAt()),
                time(sheet.sheet().updatedAt()),
                views.of(now, sheet.edition(), sheet.answers(), locale),
                row.given().map(Assessment::verdict).filter(verdict -> verdict != now.verdict()),
                Group.of(views.forStaff(now, sheet.edition(), locale)),
                views.rules(sheet, locale),
                asked.stream().map(question -> fields.of(sheet, question)).toList(),
                asked.stream().filter(sheet::isReplied).count(),
                answers(sheet, AnsweredBy.APPLICANT, locale));
    }

    private static List<AnswerLine> answers(OpenSheet sheet, AnsweredBy who, Locale locale) {
        return sheet.edition().questions().stream()
                .filter(question -> question.answeredBy() == who)
                .map(question -> new AnswerLine(question.label().in(locale), answer(sheet, question, locale)))
                .toList();
    }

    private static String answer(OpenSheet sheet, Question question, Locale locale) {
        return sheet.answers()
                .get(question.id())
                .map(answer -> AnswerReader.display(question, answer).in(locale))
                .orElse("");
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
    }
}
