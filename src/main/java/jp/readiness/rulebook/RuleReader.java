package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Token.Kind;

/** Reads an author's text into our model of its rules; what the model cannot say becomes a problem at its place. */
final class RuleReader {

    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int MOST_RULES = 5_000;
    private static final int LONGEST_RULE = 20_000;
    private static final int MOST_COMPARISONS = 500;
    private static final int LONGEST_NAME = 200;

    private final RuleContext context;
    private final Set<String> names = new HashSet<>();

    private RuleReader(RuleContext context) {
        this.context = context;
    }

    /** The rules in their order; meaningful only if the log holds no error. */
    static List<RuleModel> read(RuleContext context) {
        if (context.source().text().length() > LONGEST_TEXT) {
            context.problems()
                    .add(
                            0,
                            TextComplaints.tooLarge(
                                    "ルールの全体が長すぎます(256 KiBまで)。", "The text is too long (at most 256 KiB)."));
            return List.of();
        }
        List<RuleText> texts = RuleSplitter.split(context.source(), context.problems());
        RuleReader reader = new RuleReader(context);
        if (texts.size() > MOST_RULES) {
            context.problems()
                    .add(
                            texts.get(MOST_RULES).start(),
                            TextComplaints.tooLarge(
                                    "ルールが多すぎます(5,000まで)。", "There are too many rules (at most 5,000)."));
            return List.of();
        }
        List<RuleModel> rules = new ArrayList<>();
        texts.forEach(text -> reader.rule(text).ifPresent(rules::add));
        return rules;
    }

    private Optional<RuleModel> rule(RuleText text) {
        String name = name(text);
        if (!text.header().isEmpty()) {
            Token first = text.header().get(0);
            context.problems().add(first, TextComplaints.header(first.text()));
        }
        if (text.condition().isEmpty()) {
            context.problems().add(text.when(), ConditionComplaints.emptyCondition());
        } else if (text.then().start() - text.when().start() > LONGEST_RULE) {
            context.problems()
                    .add(
                            text.start(),
                            TextComplaints.tooLarge(
                                    "条件が長すぎます(20,000文字まで)。", "The condition is too long (at most 20,000 characters)."));
        } else {
            return model(text, name);
        }
        return Optional.empty();
    }

    private String name(RuleText text) {
        Token token = text.name();
        String name = token.kind() == Kind.QUOTED ? Literals.text(token.text()).orElse("") : token.text();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            context.problems().add(token, TextComplaints.badName());
        } else if (!names.add(name)) {
            context.problems().add(token, TextComplaints.duplicateRule(name));
        }
        return name;
    }

    private Optional<RuleModel> model(RuleText text, String name) {
        Scope scope = new Scope();
        Optional<Condition> condition = PatternReader.read(context, text, scope);
        List<Call> calls = ConsequenceReader.read(context, text, scope);
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        RuleModel rule =
                new RuleModel(name, condition.get(), calls, text.start().start());
        checkSize(text, rule);
        checkCriterion(rule);
        return Optional.of(rule);
    }

    private void checkSize(RuleText text, RuleModel rule) {
        int[] comparisons = new int[1];
        rule.condition()
                .forEachLeaf(leaf -> comparisons[0] += leaf.check() instanceof Check.Several several
                        ? several.checks().size()
                        : 1);
        if (comparisons[0] > MOST_COMPARISONS) {
            context.problems()
                    .add(
                            rule.offset(),
                            TextComplaints.tooLarge(
                                    "比較が多すぎます(500まで)。", "There are too many comparisons (at most 500)."));
        }
        boolean sound = !context.problems()
                .hasErrorBetween(text.when().start(), text.then().start());
        if (sound && rule.condition().equals(Condition.NEVER)) {
            context.problems().add(rule.offset(), ConditionComplaints.neverTrue());
        }
    }

    /** Criteria read facts that people can check, and are open by themselves while an answer is missing. */
    private void checkCriterion(RuleModel rule) {
        if (rule.calls().stream().noneMatch(call -> call.kind() == Call.Kind.UNMET)) {
            return;
        }
        rule.condition().forEachLeaf(leaf -> {
            if (leaf.left() instanceof Asked asked && asked.is(QuestionType.TEXT)) {
                context.problems()
                        .add(
                                leaf.offset(),
                                CallComplaints.textInCriterion(asked.question().id()));
            }
            if (leaf.left() instanceof Asked asked && leaf.check() instanceof Check.Answered) {
                context.problems()
                        .add(
                                leaf.offset(),
                                CallComplaints.nullInCriterion(asked.question().id()));
            }
        });
    }
}
