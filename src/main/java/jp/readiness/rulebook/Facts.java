package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.ConstantPool.Constants;
import org.jspecify.annotations.Nullable;

/**
 * An answer sheet in the form that compiled rules read: one slot a question, in the order of the edition. Immutable.
 *
 * <p>Generated code calls the tests of this class and nothing else; it names questions and constants by number. Every
 * test is false on an open question (but for {@link #isOpen}), and so is its opposite: unanswered is neither yes nor no.
 */
public final class Facts {

    static final long OPEN = Long.MIN_VALUE;

    private final List<Question> questions;
    private final Constants constants;

    /** Whole number, 1 or 0 for yes or no, index of the option, or a bit for each option chosen; else 0 or OPEN. */
    private final long[] slots;

    /** The decimal number or the text, where the question asks for one. */
    private final @Nullable Object[] objects;

    private final @Nullable AnswerCodes[] numbering;
    private final int[] codes;

    private Facts(
            List<Question> questions,
            Constants constants,
            @Nullable AnswerCodes[] numbering,
            long[] slots,
            @Nullable Object[] objects,
            int[] codes) {
        this.questions = questions;
        this.constants = constants;
        this.numbering = numbering;
        this.slots = slots;
        this.objects = objects;
        this.codes = codes;
    }

    static Facts of(List<Question> questions, Constants constants, Answers answers) {
        return of(questions, constants, new AnswerCodes[questions.size()], inOrder(slots(questions), answers));
    }

    /** Id of every question → its index. */
    static Map<String, Integer> slots(List<Question> questions) {
        Map<String, Integer> slots = new HashMap<>();
        questions.forEach(question -> slots.put(question.id(), slots.size()));
        return slots;
    }

    /** One answer a question, null where it is open; answers to other questions are left out. */
    static @Nullable Answer[] inOrder(Map<String, Integer> slots, Answers answers) {
        Answer[] inOrder = new Answer[slots.size()];
        answers.byQuestion().forEach((question, answer) -> {
            Integer slot = slots.get(question);
            if (slot != null) {
                inOrder[slot] = answer;
            }
        });
        return inOrder;
    }

    /** @param numbering of the answers to each question; null where they are not numbered */
    static Facts of(
            List<Question> questions,
            Constants constants,
            @Nullable AnswerCodes[] numbering,
            @Nullable Answer[] inOrder) {
        int size = questions.size();
        Facts facts = new Facts(questions, constants, numbering, new long[size], new Object[size], new int[size]);
        for (int i = 0; i < size; i++) {
            facts.put(i, inOrder[i]);
        }
        return facts;
    }

    /** These facts with another answer to a question, or with it open; the receiver stays as it is. */
    public Facts with(int question, @Nullable Answer answer) {
        Facts changed = new Facts(questions, constants, numbering, slots.clone(), objects.clone(), codes.clone());
        changed.put(question, answer);
        return changed;
    }

    /** These facts and, where a question is open on them, those of another sheet of the same rule book. */
    public Facts or(Facts other) {
        Facts joined = new Facts(questions, constants, numbering, slots.clone(), objects.clone(), codes.clone());
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == OPEN) {
                joined.slots[i] = other.slots[i];
                joined.objects[i] = other.objects[i];
                joined.codes[i] = other.codes[i];
            }
        }
        return joined;
    }

    /** What some questions are answered by; equal for sheets that answer them alike. */
    public List<Object> key(BitSet questionsOfInterest) {
        List<Object> key = new ArrayList<>();
        questionsOfInterest.stream().forEach(i -> {
            key.add(slots[i]);
            key.add(objects[i] == null ? "" : objects[i]);
        });
        return key;
    }

    private void put(int question, @Nullable Answer answer) {
        slots[question] = answer == null ? OPEN : Slots.of(questions.get(question), answer);
        objects[question] = Slots.object(questions.get(question), answer);
        AnswerCodes own = numbering[question];
        codes[question] = own == null ? AnswerCodes.OPEN : own.of(slots[question], objects[question]);
    }

    /** The number of each answer by its {@link AnswerCodes}; 0 for questions without; not to be changed. */
    int[] codes() {
        return codes;
    }

    public boolean isOpen(int question) {
        return slots[question] == OPEN;
    }

    public boolean isAnswered(int question) {
        return slots[question] != OPEN;
    }

    /** The answer as a JSON-like value, for an explanation. */
    Optional<Object> value(int question) {
        if (isOpen(question)) {
            return Optional.empty();
        }
        Question asked = questions.get(question);
        long slot = slots[question];
        return Optional.of(
                switch (asked.type()) {
                    case YES_NO -> slot == 1;
                    case WHOLE -> BigDecimal.valueOf(slot);
                    case CHOICE -> asked.options().get((int) slot).id();
                    case CHOICES -> Slots.options(asked, slot);
                    case DECIMAL, TEXT -> Objects.requireNonNull(objects[question]);
                });
    }

    /** Index of the option chosen. */
    int option(int question) {
        return (int) slots[question];
    }

    /** Ids of the options chosen. */
    Set<String> chosen(int question) {
        return Set.copyOf(Slots.options(questions.get(question), slots[question]));
    }

    // A whole number against a constant

    public boolean equal(int question, int constant) {
        long answer = slots[question];
        return answer != OPEN && answer == constants.floors[constant] && answer == constants.ceilings[constant];
    }

    public boolean unequal(int question, int constant) {
        return slots[question] != OPEN && !equal(question, constant);
    }

    public boolean below(int question, int constant) {
        long answer = slots[question];
        return answer != OPEN && answer < constants.ceilings[constant];
    }

    public boolean atLeast(int question, int constant) {
        return slots[question] >= constants.ceilings[constant] && slots[question] != OPEN;
    }

    public boolean above(int question, int constant) {
        return slots[question] > constants.floors[constant] && slots[question] != OPEN;
    }

    public boolean atMost(int question, int constant) {
        long answer = slots[question];
        return answer != OPEN && answer <= constants.floors[constant];
    }

    // Options; yes is option 1 and no is option 0 of a yes/no question

    public boolean is(int question, int option) {
        return slots[question] == option;
    }

    public boolean isNot(int question, int option) {
        long answer = slots[question];
        return answer != OPEN && answer != option;
    }

    public boolean has(int question, int option) {
        long chosen = slots[question];
        return chosen != OPEN && (chosen >> option & 1) == 1;
    }

    public boolean hasNot(int question, int option) {
        long chosen = slots[question];
        return chosen != OPEN && (chosen >> option & 1) == 0;
    }

    /** Whether two questions are answered by the same option. */
    public boolean same(int question, int other, int translation) {
        return bothAnswered(question, other) && translated(question, translation) == slots[other];
    }

    public boolean different(int question, int other, int translation) {
        return bothAnswered(question, other) && translated(question, translation) != slots[other];
    }

    /** Whether the option chosen for one question is among those chosen for another. */
    public boolean among(int question, int several, int translation) {
        return bothAnswered(question, several) && isAmong(translated(question, translation), slots[several]);
    }

    public boolean notAmong(int question, int several, int translation) {
        return bothAnswered(question, several) && !isAmong(translated(question, translation), slots[several]);
    }

    /** Whether some option is chosen for both of two questions that take several. */
    public boolean overlap(int question, int other, int translation) {
        return bothAnswered(question, other) && isShared(question, other, translation);
    }

    public boolean overlapNot(int question, int other, int translation) {
        return bothAnswered(question, other) && !isShared(question, other, translation);
    }

    private boolean isShared(int question, int other, int translation) {
        int[] options = constants.translations[translation];
        for (int option = 0; option < options.length; option++) {
            if ((slots[question] >> option & 1) == 1 && isAmong(options[option], slots[other])) {
                return true;
            }
        }
        return false;
    }

    private boolean bothAnswered(int question, int other) {
        return slots[question] != OPEN && slots[other] != OPEN;
    }

    private int translated(int question, int translation) {
        return constants.translations[translation][(int) slots[question]];
    }

    private static boolean isAmong(int option, long chosen) {
        return option >= 0 && (chosen >> option & 1) == 1;
    }

    // Short text

    public boolean says(int question, int text) {
        return constants.texts[text].equals(objects[question]);
    }

    public boolean saysNot(int question, int text) {
        return slots[question] != OPEN && !says(question, text);
    }

    public boolean fits(int question, int pattern) {
        return objects[question] instanceof String answer && constants.patterns[pattern].matches(answer);
    }

    public boolean fitsNot(int question, int pattern) {
        return slots[question] != OPEN && !fits(question, pattern);
    }

    // Exact numbers; null is unknown

    public @Nullable BigDecimal asked(int question) {
        long answer = slots[question];
        if (answer == OPEN) {
            return null;
        }
        return objects[question] instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(answer);
    }

    public BigDecimal constant(int constant) {
        return constants.numbers[constant];
    }

    /** The number that a table gives for the option chosen. */
    public @Nullable BigDecimal table(int table, int question) {
        long option = slots[question];
        return option == OPEN ? null : constants.tables[table][(int) option];
    }

    public @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return Exact.plus(a, b);
    }

    public @Nullable BigDecimal minus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return Exact.minus(a, b);
    }

    public @Nullable BigDecimal times(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return Exact.times(a, b);
    }

    public @Nullable BigDecimal over(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return Exact.over(a, b);
    }

    public @Nullable BigDecimal least(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return Exact.least(a, b);
    }

    public @Nullable BigDecimal most(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return Exact.most(a, b);
    }

    public boolean exactlyEqual(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) == 0;
    }

    public boolean exactlyUnequal(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) != 0;
    }

    public boolean exactlyBelow(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) < 0;
    }

    public boolean exactlyAtLeast(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) >= 0;
    }

    public boolean exactlyAbove(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) > 0;
    }

    public boolean exactlyAtMost(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) <= 0;
    }
}
