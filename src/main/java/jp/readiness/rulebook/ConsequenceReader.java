package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Finding;
import jp.readiness.rulebook.Operand.Amount;
import jp.readiness.rulebook.Token.Kind;

/**
 * Reads what a rule says when it fires.
 *
 * <pre>
 * consequence := ( "advice" "." word "(" quoted id [ "," amount ] ")" ";" )*
 * </pre>
 */
final class ConsequenceReader {

    private final RuleContext context;
    private final Scope scope;
    private final List<Token> tokens;
    private final List<Call> calls = new ArrayList<>();
    private boolean complained;

    private ConsequenceReader(RuleContext context, Scope scope, List<Token> tokens) {
        this.context = context;
        this.scope = scope;
        this.tokens = tokens;
    }

    /** The calls that can be understood; what is wrong with the others goes to the log. */
    static List<Call> read(RuleContext context, RuleText rule, Scope scope) {
        if (rule.consequence().isEmpty()) {
            context.problems().add(rule.then(), CallComplaints.emptyConsequence());
        }
        ConsequenceReader reader = new ConsequenceReader(context, scope, rule.consequence());
        reader.statements();
        return reader.calls;
    }

    /** Statements end with a semicolon; one without is read up to the next {@code advice}. */
    private void statements() {
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean ends = tokens.get(i).is(";");
            boolean begins = i > from && tokens.get(i).is("advice");
            if (ends || begins || i == tokens.size() - 1) {
                int to = ends || begins ? i : i + 1;
                statement(tokens.subList(from, to), ends);
                from = begins ? i : i + 1;
            }
        }
    }

    private void statement(List<Token> statement, boolean ended) {
        if (statement.isEmpty()) {
            return;
        }
        Token first = statement.get(0);
        if (!first.is("advice") || statement.size() < 3 || !statement.get(1).is(".")) {
            foreign(first);
            return;
        }
        Token word = statement.get(2);
        Optional<Call.Kind> kind = Call.Kind.of(word.text());
        if (kind.isEmpty()) {
            context.problems().add(word, CallComplaints.unknownCall(word.text()));
        } else if (statement.size() < 4 || !statement.get(3).is("(")) {
            context.problems().add(word, CallComplaints.missingInCall("(", word.text()));
        } else {
            arguments(kind.get(), statement.subList(4, statement.size()), word, ended);
        }
    }

    /** Says once for every rule that only calls on {@code advice} are permitted. */
    private void foreign(Token token) {
        if (!complained) {
            context.problems().add(token, CallComplaints.noCall(token.text()));
        }
        complained = true;
    }

    private void arguments(Call.Kind kind, List<Token> rest, Token word, boolean ended) {
        int close = closing(rest);
        if (rest.isEmpty() || rest.get(0).kind() != Kind.QUOTED) {
            context.problems().add(rest.isEmpty() ? word : rest.get(0), CallComplaints.findingNotQuoted());
        } else if (close < rest.size() - 1 && ended) {
            foreign(rest.get(close + 1));
        } else if (!ended) {
            context.problems().add(rest.get(close), CallComplaints.missingInCall(";", ")"));
        } else {
            call(kind, rest.get(0), rest.subList(1, close));
        }
    }

    /** Index of the bracket that closes the call; brackets are known to be in pairs. */
    private static int closing(List<Token> rest) {
        int depth = 1;
        for (int i = 0; i < rest.size(); i++) {
            depth += rest.get(i).is("(") ? 1 : rest.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return rest.size() - 1;
    }

    /** @param more what follows the id: nothing, or a comma and an amount */
    private void call(Call.Kind kind, Token quoted, List<Token> more) {
        String id = Literals.text(quoted.text()).orElse(quoted.text());
        Optional<Finding> finding = context.vocabulary().finding(id);
        if (finding.isEmpty()) {
            Vocabulary vocabulary = context.vocabulary();
            context.problems()
                    .add(
                            quoted,
                            CallComplaints.unknownFinding(id, vocabulary.findingIds(kind), vocabulary.findingIds()));
        } else if (!kind.says(finding.get())) {
            context.problems().add(quoted, CallComplaints.wrongKind(finding.get(), kind));
        } else if (calls.stream().anyMatch(call -> call.finding().equals(id))) {
            context.problems().add(quoted, CallComplaints.duplicateCall(id));
        } else if (kind == Call.Kind.GRANT) {
            grant(id, quoted, more);
        } else if (!more.isEmpty()) {
            context.problems().add(more.get(0), CallComplaints.amountNotExpected(kind.word()));
        } else {
            calls.add(new Call(kind, id, Optional.empty()));
        }
    }

    private void grant(String id, Token quoted, List<Token> more) {
        if (more.size() < 2 || !more.get(0).is(",")) {
            context.problems().add(quoted, CallComplaints.amountMissing(id));
            return;
        }
        Optional<Amount> amount = new ExpressionReader(context, scope, more.subList(1, more.size())).amount();
        amount.ifPresent(found -> calls.add(new Call(Call.Kind.GRANT, id, Optional.of(found))));
    }
}
