package jp.readiness.screening;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Overview.Standing;
import jp.readiness.advice.Overview.State;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import jp.readiness.screening.FinderPage.Card;
import jp.readiness.screening.FinderPage.Group;
import jp.readiness.screening.FinderPage.Help;
import jp.readiness.screening.FinderPage.ReplyLine;
import org.springframework.stereotype.Component;

/** Makes the page that finds a programme from the sheet held against all of them. */
@Component
class FinderPages {

    private static final List<State> BEST_FIRST = List.of(State.READY, State.NOT_YET, State.OPEN, State.NOT_FOR_YOU);

    private static final Comparator<Standing> OPEN_AND_NEARLY_DECIDED_FIRST = Comparator.comparing(
                    (Standing standing) -> standing.assessment().closed())
            .thenComparingInt(standing -> standing.undecided().size());

    private final Fields fields;

    FinderPages(Fields fields) {
        this.fields = fields;
    }

    /** @param again id of a question to be answered anew */
    FinderPage page(FinderSheet sheet, String token, Optional<String> again) {
        Optional<Field> field =
                again.or(sheet::nextQuestion).flatMap(id -> field(sheet, id)).or(() -> next(sheet));
        List<Question> replied = sheet.replied();
        return new FinderPage(
                new FinderLinks(token),
                field,
                field.map(f -> concerns(sheet, f.question())).orElse(List.of()),
                number(replied, field),
                BEST_FIRST.stream()
                        .map(state -> group(sheet, state))
                        .filter(g -> !g.cards().isEmpty())
                        .toList(),
                replied.stream().map(question -> line(sheet, question)).toList(),
                replied.stream().anyMatch(q -> sheet.sheet().unsure().contains(q.id())));
    }

    private Optional<Field> next(FinderSheet sheet) {
        return sheet.nextQuestion().flatMap(id -> field(sheet, id));
    }

    private Optional<Field> field(FinderSheet sheet, String question) {
        return sheet.asking(question)
                .flatMap(standing -> standing.edition().question(question).map(q -> fields.of(sheet.as(standing), q)));
    }

    /** A help text speaks of its own programme, so one has to see which that is. */
    private static List<Text> concerns(FinderSheet sheet, Question question) {
        return sheet.overview().standings().stream()
                .filter(standing -> standing.undecided().contains(question.id()))
                .map(standing -> standing.edition().title())
                .toList();
    }

    /** A question answered anew keeps its number. */
    private static int number(List<Question> replied, Optional<Field> field) {
        List<String> ids = replied.stream().map(Question::id).toList();
        int known = field.map(f -> ids.indexOf(f.question().id())).orElse(-1);
        return known < 0 ? ids.size() + 1 : known + 1;
    }

    private static Group group(FinderSheet sheet, State state) {
        return new Group(
                state,
                sheet.overview().standings().stream()
                        .filter(standing -> standing.state() == state)
                        .sorted(OPEN_AND_NEARLY_DECIDED_FIRST)
                        .map(standing -> card(sheet, standing))
                        .toList());
    }

    private static Card card(FinderSheet sheet, Standing standing) {
        Edition edition = standing.edition();
        Assessment assessment = standing.assessment();
        OpenSheet open = sheet.as(standing);
        return new Card(
                edition.programme(),
                edition.title(),
                assessment.verdict(),
                assessment.closed(),
                assessment.findings().stream()
                        .filter(f -> f.required() && f.state() == Assessment.State.UNMET)
                        .map(Assessment.FindingResult::title)
                        .toList(),
                standing.undecided().size(),
                (int) open.questions().stream().filter(q -> !open.isReplied(q)).count(),
                helps(sheet, standing));
    }

    /** Only where the programme is for the applicant, and something is lacking. */
    private static List<Help> helps(FinderSheet sheet, Standing standing) {
        if (standing.state() == State.NOT_FOR_YOU) {
            return List.of();
        }
        return standing.assessment().referrals().stream()
                .flatMap(id -> standing.edition().finding(id).stream())
                .map(Finding.Referral.class::cast)
                .flatMap(referral -> help(sheet, referral))
                .toList();
    }

    private static Stream<Help> help(FinderSheet sheet, Finding.Referral referral) {
        return sheet.overview().standings().stream()
                .filter(other -> other.edition().programme().equals(referral.programme()))
                .filter(other -> other.state() != State.NOT_FOR_YOU)
                .map(other -> new Help(
                        referral.programme(),
                        other.edition().title(),
                        referral.words().text()));
    }

    private static ReplyLine line(FinderSheet sheet, Question question) {
        Optional<Text> answer = sheet.asking(question.id())
                .flatMap(standing -> sheet.as(standing).answers().get(question.id()))
                .map(given -> AnswerReader.display(question, given));
        return new ReplyLine(question.id(), question.label(), answer);
    }
}
