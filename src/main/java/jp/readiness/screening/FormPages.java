package jp.readiness.screening;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import jp.readiness.advice.Assessment;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.Section;
import jp.readiness.screening.FormPage.Progress;
import jp.readiness.screening.FormPage.StepOnTheWay;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes the pages of the form: which sections there are, how far each has come, and what stands in one of them. */
@Component
class FormPages {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("H:mm");

    private final Screening screening;
    private final Fields fields;
    private final Clock clock;

    FormPages(Screening screening, Fields fields, Clock clock) {
        this.screening = screening;
        this.fields = fields;
        this.clock = clock;
    }

    /** The sections with a question for the applicant, in order. */
    static List<Section> sections(Edition edition) {
        List<Question> asked = OpenSheet.applicantQuestions(edition);
        return edition.sections().stream()
                .filter(section -> asked.stream().anyMatch(q -> q.section().equals(section.id())))
                .toList();
    }

    static List<Question> questions(OpenSheet sheet, String section) {
        return sheet.questions().stream()
                .filter(question -> question.section().equals(section))
                .toList();
    }

    FormPage page(OpenSheet sheet, String token, String sectionId) {
        List<Section> sections = sections(sheet.edition());
        int index = index(sections, sectionId);
        SheetLinks links = new SheetLinks(token);
        Assessment assessment = screening.assess(sheet);
        return new FormPage(
                sheet.edition(),
                links,
                sections.get(index),
                index + 1,
                sections.stream()
                        .map(section -> step(sheet, section, sectionId))
                        .toList(),
                questions(sheet, sectionId).stream()
                        .map(question -> fields.of(sheet, question))
                        .toList(),
                Estimates.of(sheet, assessment),
                assessment.skippable(),
                TIME_OF_DAY.format(sheet.sheet().updatedAt().atZone(clock.getZone())),
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + links.resume());
    }

    /** Where a section stands among the others; a page that is not there if it is none of them. */
    static int index(List<Section> sections, String id) {
        return IntStream.range(0, sections.size())
                .filter(i -> sections.get(i).id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchPage::new);
    }

    private static StepOnTheWay step(OpenSheet sheet, Section section, String current) {
        List<Question> questions = questions(sheet, section.id());
        int replied = (int) questions.stream().filter(sheet::isReplied).count();
        return new StepOnTheWay(
                section,
                progress(sheet, questions, replied),
                replied,
                questions.size(),
                section.id().equals(current));
    }

    private static Progress progress(OpenSheet sheet, List<Question> questions, int replied) {
        if (questions.stream().anyMatch(sheet::isUnread)) {
            return Progress.PROBLEM;
        }
        if (replied == questions.size()) {
            return Progress.DONE;
        }
        return replied == 0 ? Progress.EMPTY : Progress.BEGUN;
    }
}
