package jp.readiness.workbench;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.check.Group;
import jp.readiness.check.Impact;
import jp.readiness.check.Impact.Cause;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Comparison;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.trackrecord.Conclusion;
import jp.readiness.trackrecord.Conclusion.Known;
import jp.readiness.trackrecord.Conclusion.TooFew;
import jp.readiness.trackrecord.Improvement;
import jp.readiness.wording.ComparisonWords;
import jp.readiness.wording.Evidence;
import jp.readiness.wording.RuleSentences;
import jp.readiness.wording.Words;
import jp.readiness.workbench.ImpactPage.CauseLine;
import jp.readiness.workbench.ImpactPage.Count;
import jp.readiness.workbench.ImpactPage.FlipLine;
import jp.readiness.workbench.ImpactPage.GroupLine;
import jp.readiness.workbench.ImpactPage.Hindsight;
import jp.readiness.workbench.ImpactPage.Move;
import jp.readiness.workbench.ImpactPage.Option;
import jp.readiness.workbench.ImpactPage.RuleCount;
import jp.readiness.workbench.ImpactPage.SwingLine;
import jp.readiness.workbench.ImpactResult.Flipped;
import org.springframework.context.MessageSource;

/** Puts what a draft would change into words. */
final class ImpactWords {

    private final Adviser before;
    private final Adviser after;
    private final Words words;
    private final MessageSource messages;

    ImpactWords(Adviser before, Adviser after, Words words, MessageSource messages) {
        this.before = before;
        this.after = after;
        this.words = words;
        this.messages = messages;
    }

    /**
     * @param group id of the question to count by, or empty for the first
     * @param names by member; none where who looks may not know them
     */
    ImpactPage.Result result(ImpactResult result, LocalDateTime at, String group, Map<UUID, String> names) {
        Impact counts = result.counts();
        String by = counts.groups().containsKey(group)
                ? group
                : counts.groups().keySet().stream().findFirst().orElse("");
        return new ImpactPage.Result(
                at,
                counts.applicants(),
                counts.flipped(),
                counts.accepted(false),
                counts.accepted(true),
                verdicts(counts),
                bands(counts),
                moves(counts),
                rules(counts),
                groupings(counts, by),
                by,
                groups(counts, by),
                Optional.of(counts.improvement())
                        .filter(improvement -> improvement.outcomes() > 0)
                        .map(this::hindsight),
                result.flips().stream().map(flip -> flip(flip, names)).toList(),
                counts.flipped() - result.flips().size());
    }

    private static List<Count> verdicts(Impact counts) {
        Map<Verdict, Integer> was = counts.verdicts(false);
        Map<Verdict, Integer> is = counts.verdicts(true);
        List<Count> lines = new ArrayList<>();
        for (Verdict verdict : reversed(Verdict.values())) {
            if (was.containsKey(verdict) || is.containsKey(verdict)) {
                lines.add(new Count(verdict.name(), was.getOrDefault(verdict, 0), is.getOrDefault(verdict, 0)));
            }
        }
        return lines;
    }

    private static List<Count> bands(Impact counts) {
        Map<Band, Integer> was = counts.bands(false);
        Map<Band, Integer> is = counts.bands(true);
        return reversed(Band.values()).stream()
                .map(band -> new Count(band.name(), was.getOrDefault(band, 0), is.getOrDefault(band, 0)))
                .toList();
    }

    private static <T> List<T> reversed(T[] values) {
        List<T> reversed = new ArrayList<>(List.of(values));
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Move> moves(Impact counts) {
        return counts.verdictMoves().entrySet().stream()
                .map(move -> new Move(
                        move.getKey().before().name(), move.getKey().after().name(), move.getValue()))
                .sorted(Comparator.comparing(Move::count).reversed())
                .toList();
    }

    private List<RuleCount> rules(Impact counts) {
        return counts.rules().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(rule -> new RuleCount(rule.getKey(), sentence(rule.getKey()), rule.getValue()))
                .toList();
    }

    /** As the draft has it, or the live version where the draft has it no more. */
    private String sentence(String rule) {
        return sentence(rule, after).or(() -> sentence(rule, before)).orElse("");
    }

    private Optional<String> sentence(String rule, Adviser adviser) {
        RuleBook book = adviser.ruleBook();
        for (int i = 0; i < book.rules().size(); i++) {
            if (book.rules().get(i).name().equals(rule)) {
                return Optional.of(new RuleSentences(adviser.edition(), words).of(book.parts(i)));
            }
        }
        return Optional.empty();
    }

    private List<Option> groupings(Impact counts, String chosen) {
        return counts.groups().keySet().stream()
                .flatMap(id -> after.edition().question(id).stream())
                .map(question -> new Option(
                        question.id(), words.in(question.label()), question.id().equals(chosen)))
                .toList();
    }

    private List<GroupLine> groups(Impact counts, String question) {
        return counts.groups().getOrDefault(question, Map.of()).entrySet().stream()
                .map(entry -> line(question, entry.getKey(), entry.getValue()))
                .toList();
    }

    private GroupLine line(String question, String option, Group group) {
        return new GroupLine(
                label(question, option),
                group.applicants(),
                group.acceptedBefore(),
                group.acceptedAfter(),
                group.flipped());
    }

    private String label(String id, String option) {
        if (option.equals(Group.OPEN)) {
            return words.say("answer.open");
        }
        Question question = after.edition().question(id).orElseThrow();
        return question.type() == QuestionType.YES_NO
                ? words.say(Boolean.parseBoolean(option) ? "yes" : "no")
                : question.option(option).map(each -> words.in(each.label())).orElse(option);
    }

    private Hindsight hindsight(Improvement improvement) {
        return new Hindsight(
                improvement.outcomes(),
                improvement.left(),
                swing(improvement.admission()),
                swing(improvement.warning()),
                String.format(Locale.ROOT, "%.3f", improvement.offBefore()),
                String.format(Locale.ROOT, "%.3f", improvement.offAfter()));
    }

    private SwingLine swing(Improvement.Swing swing) {
        return new SwingLine(
                swing.before(), swing.after(), swing.gained(), swing.lost(), conclusion(swing.conclusion()));
    }

    private String conclusion(Conclusion<Improvement.Tendency> conclusion) {
        if (conclusion instanceof TooFew<Improvement.Tendency> few) {
            return say("impact.too-few." + few.of(), few.have(), few.needed());
        }
        return say("impact.tendency." + ((Known<Improvement.Tendency>) conclusion).value());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, words.locale());
    }

    private FlipLine flip(Flipped flipped, Map<UUID, String> names) {
        Impact.Flip flip = flipped.flip();
        return new FlipLine(
                names.getOrDefault(flipped.member(), ""),
                flipped.position(),
                flip.before().verdict().name(),
                flip.after().verdict().name(),
                flip.before().risk().name(),
                flip.after().risk().name(),
                flip.causes().stream().map(this::cause).toList());
    }

    private CauseLine cause(Cause cause) {
        ComparisonWords phrases = new ComparisonWords((cause.fires() ? after : before).edition(), words);
        return new CauseLine(
                cause.rule(),
                cause.fires(),
                cause.conditions().stream()
                        .map(each -> condition(each, phrases))
                        .toList());
    }

    /** 「参加人数: 2名(3名より少ない)」: what was answered, and what the rule asks for. */
    private String condition(Comparison comparison, ComparisonWords phrases) {
        Evidence evidence = phrases.evidence(comparison, Kind.STRENGTH);
        String answered = say("impact.condition", evidence.label(), evidence.answer());
        return phrases.asWritten(comparison)
                .filter(written -> !written.equals(evidence.answer()))
                .map(written -> say("impact.condition.because", answered, written))
                .orElse(answered);
    }
}
