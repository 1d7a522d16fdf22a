package jp.readiness.screening;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Section;
import jp.readiness.programme.Source;
import jp.readiness.programme.Text;

/**
 * What one wants to know of a programme before answering.
 *
 * @param window whether applications are accepted today
 * @param audiences whom it is for
 * @param required titles of the criteria that must be met
 * @param recommended titles of those that should be
 * @param minutes that answering takes, about
 */
record ProgrammePage(
        Edition edition,
        WindowState window,
        List<Group> audiences,
        List<Text> required,
        List<Text> recommended,
        List<Asked> asked,
        List<Source> sources,
        int minutes) {

    private static final int SECONDS_PER_QUESTION = 15;

    /** Those that take applications today, then those that soon do; otherwise in their order. */
    static final Comparator<ProgrammePage> OPEN_FIRST = Comparator.comparingInt(page ->
            List.of(WindowState.OPEN, WindowState.NOT_YET, WindowState.CLOSED).indexOf(page.window()));

    /** The names are keys of the messages. */
    enum WindowState {
        NOT_YET,
        OPEN,
        CLOSED
    }

    /** One kind of people, such as a region: the options that are allowed. */
    record Group(Text question, List<Text> allowed) {}

    /** @param questions how many there are in the section */
    record Asked(Section section, int questions) {}

    static ProgrammePage of(Edition edition, LocalDate today) {
        List<Asked> asked = FormPages.sections(edition).stream()
                .map(section -> new Asked(section, count(edition, section)))
                .toList();
        int questions = asked.stream().mapToInt(Asked::questions).sum();
        return new ProgrammePage(
                edition,
                state(edition, today),
                edition.audience().stream()
                        .flatMap(audience -> group(edition, audience).stream())
                        .toList(),
                criteria(edition, true),
                criteria(edition, false),
                asked,
                edition.sources().values().stream().toList(),
                Math.max(1, Math.round(questions * SECONDS_PER_QUESTION / 60f)));
    }

    public int questions() {
        return asked.stream().mapToInt(Asked::questions).sum();
    }

    private static WindowState state(Edition edition, LocalDate today) {
        if (!edition.window().isClosedOn(today)) {
            return WindowState.OPEN;
        }
        return edition.window().from().filter(today::isBefore).isPresent() ? WindowState.NOT_YET : WindowState.CLOSED;
    }

    private static Optional<Group> group(Edition edition, Audience audience) {
        return edition.question(audience.question())
                .map(question -> new Group(question.label(), allowed(question, audience)));
    }

    private static List<Text> allowed(Question question, Audience audience) {
        return question.options().stream()
                .filter(option -> audience.allowed().contains(option.id()))
                .map(Option::label)
                .toList();
    }

    private static List<Text> criteria(Edition edition, boolean required) {
        return edition.findings().stream()
                .filter(finding -> finding instanceof Finding.Criterion criterion && criterion.required() == required)
                .map(finding -> finding.words().title())
                .toList();
    }

    private static int count(Edition edition, Section section) {
        return (int) OpenSheet.applicantQuestions(edition).stream()
                .filter(question -> question.section().equals(section.id()))
                .count();
    }
}
