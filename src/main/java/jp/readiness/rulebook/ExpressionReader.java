package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Operand.Amount;
import jp.readiness.rulebook.Operand.Arithmetic;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.Broken;
import jp.readiness.rulebook.Operand.Computed;
import jp.readiness.rulebook.Operand.Constant;
import jp.readiness.rulebook.Operand.OneOf;
import jp.readiness.rulebook.Operand.Words;
import jp.readiness.rulebook.Operand.YesNo;

/**
 * Reads one constraint of a pattern, or the amount of a grant, into our model. The grammar is a part of DRL's; what lies
 * outside it is refused where it stands.
 *
 * <pre>
 * constraint := [ $name ":" ] or
 * or         := and ( "||" and )*
 * and        := comparison ( "&amp;&amp;" comparison )*
 * comparison := sum [ operator sum | ["not"] "in" "(" sum ( "," sum )* ")" ]
 * operator   := "==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | ["not"] ( "contains" | "memberOf" | "matches" )
 * sum        := product ( ( "+" | "-" ) product )*
 * product    := unary ( ( "*" | "/" ) unary )*
 * unary      := ( "!" | "-" ) unary | primary
 * primary    := "(" or ")" | ( "min" | "max" ) "(" sum ( "," sum )* ")" | number | quoted text | name
 * </pre>
 *
 * <p>Drools' parser leaves constraints as raw text, and the trees that it makes of them later know no columns; hence
 * this reader. For names see {@link NameReader}, for what may be compared with what {@link CheckMaker}.
 */
final class ExpressionReader {

    private static final int DEEPEST = 50;
    private static final int MOST_OPERATIONS = 200;

    private final RuleContext context;
    private final Scope scope;
    private final TokenCursor cursor;
    private final NameReader names;
    private int depth;
    private int operations;

    /** @param tokens of the expression, at least one */
    ExpressionReader(RuleContext context, Scope scope, List<Token> tokens) {
        this.context = context;
        this.scope = scope;
        this.cursor = new TokenCursor(context.source(), tokens);
        this.names = new NameReader(context, scope, cursor);
    }

    /** The condition of a constraint; a constraint that only binds a name holds always. */
    Condition constraint() {
        boolean binds = cursor.ahead(1, ":");
        Optional<Token> name = binds ? Optional.of(cursor.take()) : Optional.empty();
        cursor.takeIf(":");
        int first = cursor.index();
        Term term = or();
        expectEnd();
        name.ifPresent(token -> bind(token, term, first));
        return binds && term instanceof Operand ? Condition.ALWAYS : condition(term, first);
    }

    private void bind(Token name, Term term, int first) {
        Term bound = term instanceof Condition.Leaf leaf ? leaf.left() : term;
        if (!name.text().startsWith("$")) {
            context.problems().add(name, ConditionComplaints.bindingWithoutDollar(name.text()));
        } else if (bound instanceof Asked asked) {
            if (!scope.bind(name.text(), asked)) {
                context.problems().add(name, ConditionComplaints.bindingTaken(name.text()));
            }
        } else if (!(bound instanceof Broken)) {
            context.problems().add(cursor.offsetOf(first), ConditionComplaints.bindingOfNoQuestion(name.text()));
        }
    }

    /** The amount of a grant; empty if it cannot be read. */
    Optional<Amount> amount() {
        int first = cursor.index();
        Term term = or();
        expectEnd();
        return number(term, first);
    }

    private Term or() {
        int first = cursor.index();
        Term term = and();
        if (!cursor.at("||")) {
            return term;
        }
        List<Condition> parts = new ArrayList<>(List.of(condition(term, first)));
        while (cursor.takeIf("||")) {
            int next = cursor.index();
            parts.add(condition(and(), next));
        }
        return Condition.any(parts);
    }

    private Term and() {
        int first = cursor.index();
        Term term = comparison();
        if (!cursor.at("&&")) {
            return term;
        }
        List<Condition> parts = new ArrayList<>(List.of(condition(term, first)));
        while (cursor.takeIf("&&")) {
            int next = cursor.index();
            parts.add(condition(comparison(), next));
        }
        return Condition.all(parts);
    }

    private Term comparison() {
        int first = cursor.index();
        Term left = sum();
        String leftText = cursor.textSince(first);
        Optional<Operator> operator = operator();
        if (operator.isEmpty()) {
            return left;
        }
        int second = cursor.index();
        boolean in = operator.get() == Operator.IN || operator.get() == Operator.NOT_IN;
        Term right = in ? oneOf() : sum();
        String rightText = cursor.textSince(second);
        if (!(left instanceof Operand a) || !(right instanceof Operand b)) {
            return broken(first, TypeComplaints.comparedCondition(operator.get().drl()));
        }
        int offset = cursor.offsetOf(first);
        return new CheckMaker(context, offset).leaf(a, operator.get(), b, leftText, rightText);
    }

    /** The comparison operator here, taken; empty if there is none. */
    private Optional<Operator> operator() {
        String word = cursor.atEnd() ? "" : cursor.peek().text();
        boolean not = cursor.at("not");
        Optional<Operator> operator = Operator.of(not ? "not " + cursor.textAhead(1) : word);
        operator.ifPresent(found -> {
            cursor.take();
            if (not) {
                cursor.take();
            }
        });
        return operator;
    }

    private Term oneOf() {
        if (!cursor.takeIf("(")) {
            return unexpected();
        }
        List<Operand> values = new ArrayList<>();
        do {
            int first = cursor.index();
            Term value = sum();
            values.add(
                    value instanceof Operand operand ? operand : broken(first, TypeComplaints.comparedCondition("in")));
        } while (cursor.takeIf(","));
        return close(values.contains(new Broken()) ? new Broken() : new OneOf(values));
    }

    private Term sum() {
        int first = cursor.index();
        Term term = product();
        while (cursor.at("+") || cursor.at("-")) {
            Arithmetic how = cursor.take().is("+") ? Arithmetic.PLUS : Arithmetic.MINUS;
            int second = cursor.index();
            term = computed(how, term, first, product(), second);
        }
        return term;
    }

    private Term product() {
        int first = cursor.index();
        Term term = unary();
        while (cursor.at("*") || cursor.at("/")) {
            Arithmetic how = cursor.take().is("*") ? Arithmetic.TIMES : Arithmetic.OVER;
            int second = cursor.index();
            term = computed(how, term, first, unary(), second);
        }
        return term;
    }

    private Operand computed(Arithmetic how, Term left, int first, Term right, int second) {
        Optional<Amount> a = number(left, first);
        Optional<Amount> b = number(right, second);
        if (++operations > MOST_OPERATIONS) {
            return broken(first, TextComplaints.tooManyOperations(MOST_OPERATIONS));
        }
        return a.isPresent() && b.isPresent() ? new Computed(how, a.get(), b.get()) : new Broken();
    }

    private Term unary() {
        if (!cursor.at("!") && !cursor.at("-")) {
            return primary();
        }
        if (++depth > DEEPEST) {
            return broken(cursor.index(), TextComplaints.tooDeep(DEEPEST));
        }
        boolean not = cursor.take().is("!");
        int first = cursor.index();
        Term term = unary();
        depth--;
        if (not) {
            return condition(term, first).negated();
        }
        Constant zero = new Constant(context.pool().literal(BigDecimal.ZERO), Optional.empty());
        return computed(Arithmetic.MINUS, zero, first, term, first);
    }

    private Term primary() {
        if (cursor.atEnd()) {
            return cursor.gaveUp()
                    ? new Broken()
                    : broken(
                            cursor.index() - 1,
                            ConditionComplaints.missingAfter(cursor.last().text()));
        }
        if (cursor.takeIf("(")) {
            return close(or());
        }
        if ((cursor.at("min") || cursor.at("max")) && cursor.ahead(1, "(")) {
            return extreme();
        }
        return switch (cursor.peek().kind()) {
            case NUMBER -> literal(cursor.take());
            case QUOTED -> quoted(cursor.take());
            case WORD -> names.read();
            case SIGN -> unexpected();
        };
    }

    private Term extreme() {
        Arithmetic how = cursor.take().is("min") ? Arithmetic.MIN : Arithmetic.MAX;
        cursor.take();
        int first = cursor.index();
        Term term = sum();
        while (cursor.takeIf(",")) {
            int next = cursor.index();
            term = computed(how, term, first, sum(), next);
        }
        return close(number(term, first).<Term>map(amount -> amount).orElse(new Broken()));
    }

    private Term close(Term inside) {
        return cursor.takeIf(")") || cursor.gaveUp() ? inside : unexpected();
    }

    private Operand literal(Token token) {
        Optional<BigDecimal> value = Literals.number(token.text());
        if (value.isEmpty()) {
            return broken(cursor.index() - 1, TypeComplaints.badNumber(token.text()));
        }
        if (value.get().compareTo(BigDecimal.ZERO) != 0 && value.get().compareTo(BigDecimal.ONE) != 0) {
            context.problems().add(token, TypeComplaints.numberInRule(token.text()));
        }
        return new Constant(context.pool().literal(value.get()), Optional.empty());
    }

    private Operand quoted(Token token) {
        Optional<String> text = Literals.text(token.text());
        return text.<Operand>map(Words::new)
                .orElseGet(() -> broken(cursor.index() - 1, TypeComplaints.badText(token.text())));
    }

    private Optional<Amount> number(Term term, int first) {
        if (term instanceof Amount amount && amount.isNumber()) {
            return Optional.of(amount);
        }
        if (!(term instanceof Broken)) {
            context.problems().add(cursor.offsetOf(first), TypeComplaints.noNumber(Describe.term(term)));
        }
        return Optional.empty();
    }

    /** A yes/no question stands for its "yes". */
    private Condition condition(Term term, int first) {
        if (term instanceof Condition condition) {
            return condition;
        }
        int offset = cursor.offsetOf(first);
        if (term instanceof Asked asked && asked.is(QuestionType.YES_NO)) {
            Check check = new Check.Is(asked.slot(), 1, true);
            String text = asked.question().id();
            return new Condition.Leaf(asked, Operator.EQUAL, new YesNo(true), check, text, offset);
        }
        if (!(term instanceof Broken) && !cursor.gaveUp()) {
            context.problems().add(offset, TypeComplaints.noCondition(Describe.term(term)));
        }
        return Condition.ALWAYS;
    }

    private void expectEnd() {
        if (!cursor.atEnd()) {
            unexpected();
        }
    }

    private Operand unexpected() {
        if (cursor.atEnd()) {
            return cursor.gaveUp()
                    ? new Broken()
                    : broken(
                            cursor.index() - 1,
                            ConditionComplaints.missingAfter(cursor.last().text()));
        }
        return broken(cursor.index(), ConditionComplaints.unexpected(cursor.peek()));
    }

    private Operand broken(int index, Complaint complaint) {
        context.problems().add(cursor.offsetOf(index), complaint);
        cursor.giveUp();
        return new Broken();
    }
}
