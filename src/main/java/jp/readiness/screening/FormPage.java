package jp.readiness.screening;

import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Section;
import jp.readiness.programme.Text;

/**
 * One page of the form: a section with its fields, and the way through all sections.
 *
 * @param number of the section, from 1
 * @param problems the fields whose content is no answer
 * @param skippable ids of questions on which nothing hangs any more, whatever the other open answers are
 * @param savedAt time of day of the last change, such as 10:42
 * @param editLink complete address to come back to
 */
record FormPage(
        Edition edition,
        SheetLinks links,
        Section section,
        int number,
        List<StepOnTheWay> steps,
        List<Field> fields,
        Estimate estimate,
        List<String> skippable,
        String savedAt,
        String editLink) {

    public List<Field> problems() {
        return fields.stream().filter(field -> field.problem().isPresent()).toList();
    }

    /** Whether the page offers to skip a question: one without a reply on which nothing hangs any more. */
    public boolean skips(Field field) {
        return field.shown().isEmpty() && skippable.contains(field.question().id());
    }

    public boolean isFirst() {
        return number == 1;
    }

    public boolean isLast() {
        return number == steps.size();
    }

    /** How far a section has come; the names are keys of the messages. */
    enum Progress {
        EMPTY,
        BEGUN,
        DONE,
        PROBLEM
    }

    /** @param replied how many of its {@code total} questions have been replied to, be it with "not known yet" */
    record StepOnTheWay(Section section, Progress progress, int replied, int total, boolean current) {}

    /**
     * What the answers so far amount to.
     *
     * @param marks one per required criterion, in the order of the edition
     * @param risk empty for an edition without steps or signals
     * @param next the open question on which most hangs
     */
    record Estimate(boolean notForYou, List<Mark> marks, Optional<RiskSoFar> risk, Optional<NextQuestion> next) {

        enum Mark {
            MET,
            UNMET,
            OPEN
        }

        long count(Mark mark) {
            return marks.stream().filter(mark::equals).count();
        }

        public long met() {
            return count(Mark.MET);
        }

        public long unmet() {
            return count(Mark.UNMET);
        }

        public long open() {
            return count(Mark.OPEN);
        }
    }

    /**
     * @param band name of the overall band, or {@link #UNKNOWN}
     * @param worstStep the step where the risk is highest, unless all are low
     */
    record RiskSoFar(String band, boolean provisional, Optional<Text> worstStep) {

        /** While no answer bears on it. */
        static final String UNKNOWN = "UNKNOWN";
    }

    /** @param id of the question */
    record NextQuestion(String id, Text label) {}
}
