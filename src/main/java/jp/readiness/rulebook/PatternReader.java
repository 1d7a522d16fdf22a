package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.readiness.rulebook.Token.Kind;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads the patterns between {@code when} and {@code then}:
 *
 * <pre>
 * Applicant( … ) | $a : Applicant( … ) | patterns side by side | and | or | not | exists
 * </pre>
 *
 * <p>Drools' own parser says how they are nested. It gets them with nothing in their brackets, since it would only hand
 * back as raw text what stands there; {@link ExpressionReader} reads every token of it.
 */
final class PatternReader {

    private static final String BEFORE = "rule R when ";
    private static final String AFTER = " then end";
    private static final int DEEPEST = 50;

    /** What may stand outside the brackets of patterns. */
    private static final Set<String> STRUCTURE = Set.of("and", "or", "not", "exists", "(", ")", "&&", "||", ":");

    /** Words that make something else of a pattern, the most telling first. */
    private static final List<String> SOURCES = List.of("accumulate", "acc", "collect", "from", "over", ":=", "?", "/");

    /** Words before a bracket that begin no pattern. */
    private static final Set<String> NO_FACTS = Set.of(
            "and",
            "or",
            "not",
            "exists",
            "eval",
            "forall",
            "accumulate",
            "acc",
            "collect",
            "from",
            "init",
            "action",
            "reverse",
            "result",
            "if",
            "do");

    private final RuleContext context;
    private final RuleText rule;
    private final List<Token> tokens;
    private Optional<Token> foreign = Optional.empty();
    private int depth;

    private PatternReader(RuleContext context, RuleText rule) {
        this.context = context;
        this.rule = rule;
        this.tokens = rule.condition();
    }

    /** The condition of a rule, and into the scope the names that it binds; empty if Drools cannot parse it. */
    static Optional<Condition> read(RuleContext context, RuleText rule, Scope scope) {
        PatternReader reader = new PatternReader(context, rule);
        Optional<Condition> condition = reader.parse().map(patterns -> reader.condition(patterns, scope));
        reader.reportForeignSign();
        return condition;
    }

    /** A sign that belongs to no pattern, unless there is something better to say. */
    private void reportForeignSign() {
        boolean silent = !context.problems()
                .hasErrorBetween(rule.when().start(), rule.then().start());
        foreign.filter(token -> silent)
                .ifPresent(token -> problem(token, ConditionComplaints.unreadable(token.text())));
    }

    private Optional<AndDescr> parse() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr parsed = parser.parse(false, BEFORE + skeleton() + AFTER);
            if (!parser.hasErrors() && parsed != null && parsed.getRules().size() == 1) {
                return Optional.of(parsed.getRules().get(0).getLhs());
            }
            parser.getErrors().forEach(this::report);
        } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
            context.problems()
                    .add(
                            rule.when(),
                            ConditionComplaints.unreadable(tokens.get(0).text()));
        }
        return Optional.empty();
    }

    /** The patterns without their constraints and comments, everything else where the author wrote it, on one line. */
    private String skeleton() {
        StringBuilder skeleton =
                new StringBuilder(" ".repeat(rule.then().start() - rule.when().end()));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int at = token.start() - rule.when().end();
            skeleton.replace(at, at + token.text().length(), token.text());
            if (beginsPattern(i)) {
                skeleton.setCharAt(tokens.get(i + 1).start() - rule.when().end(), '(');
                i = closing(i + 1) - 1;
            } else if (!STRUCTURE.contains(token.text()) && token.kind() != Kind.WORD) {
                foreign = foreign.or(() -> Optional.of(token));
            }
        }
        return skeleton.toString();
    }

    private boolean beginsPattern(int index) {
        Token token = tokens.get(index);
        boolean bracket = index + 1 < tokens.size() && tokens.get(index + 1).is("(");
        return bracket && token.kind() == Kind.WORD && !NO_FACTS.contains(token.text());
    }

    /** Index of the bracket that closes the one at an index; brackets are known to be in pairs. */
    private int closing(int open) {
        int inside = 0;
        for (int i = open; i < tokens.size(); i++) {
            inside += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (inside == 0) {
                return i;
            }
        }
        throw new IllegalStateException("brackets are in pairs here");
    }

    private void report(DroolsError error) {
        int column = error instanceof ParserError found ? found.getCol() - BEFORE.length() : 0;
        Token near = tokens.get(Math.min(indexAt(rule.when().end() + column), tokens.size() - 1));
        problem(near, ConditionComplaints.unreadable(near.text()));
    }

    /** Index of the token at an offset of the author's text or the next one. */
    private int indexAt(int offset) {
        int index = 0;
        while (index < tokens.size() && tokens.get(index).end() <= offset) {
            index++;
        }
        return index;
    }

    private int indexOf(BaseDescr descr) {
        return indexAt(descr.getStartCharacter() - BEFORE.length() + rule.when().end());
    }

    private Condition condition(BaseDescr descr, Scope scope) {
        if (++depth > DEEPEST) {
            return refuse(descr, TextComplaints.tooDeep(DEEPEST));
        }
        Condition condition = read(descr, scope);
        depth--;
        return condition;
    }

    private Condition read(BaseDescr descr, Scope scope) {
        if (descr instanceof PatternDescr pattern) {
            return pattern(pattern, scope);
        }
        if (descr instanceof AndDescr and) {
            return Condition.all(parts(and, scope, false));
        }
        if (descr instanceof OrDescr or) {
            return Condition.any(parts(or, scope, true));
        }
        if (descr instanceof ExistsDescr exists) {
            return Condition.all(parts(exists, scope, true));
        }
        if (descr instanceof NotDescr not) {
            return Condition.all(parts(not, scope, true)).negated();
        }
        return refuse(
                descr,
                ConditionComplaints.patternPart(tokens.get(indexOf(descr)).text()));
    }

    private List<Condition> parts(ConditionalElementDescr group, Scope scope, boolean inner) {
        List<Condition> parts = new ArrayList<>();
        for (Object part : group.getDescrs()) {
            parts.add(condition((BaseDescr) part, inner ? scope.inner() : scope));
        }
        return parts;
    }

    private Condition pattern(PatternDescr pattern, Scope scope) {
        String type = pattern.getObjectType();
        String name = pattern.getIdentifier();
        if (!isPlain(pattern)) {
            return refuseWord(pattern);
        }
        if (!context.vocabulary().facts().contains(type)) {
            return refuse(
                    pattern,
                    ConditionComplaints.unknownFact(type, context.vocabulary().facts()));
        }
        if (name != null && !name.startsWith("$")) {
            return refuse(pattern, ConditionComplaints.bindingWithoutDollar(name));
        }
        if (name != null && !scope.bindFact(name, type)) {
            return refuse(pattern, ConditionComplaints.bindingTaken(name));
        }
        int open = indexOf(pattern) + (name == null ? 1 : 3);
        return Condition.all(constraints(context.in(type), open, closing(open), scope));
    }

    /** No {@code from}, no window, no annotation, no {@code ?query}, no {@code :=}. */
    private static boolean isPlain(PatternDescr pattern) {
        return pattern.getSource() == null
                && pattern.getBehaviors().isEmpty()
                && pattern.getAnnotations().isEmpty()
                && pattern.getDescrs().isEmpty()
                && !pattern.isQuery()
                && !pattern.isUnification();
    }

    /** Refuses what follows a pattern or takes its place, at the word that says so. */
    private Condition refuseWord(PatternDescr pattern) {
        int first = indexOf(pattern);
        List<Token> rest = tokens.subList(first, tokens.size());
        Token word = SOURCES.stream()
                .flatMap(source ->
                        rest.stream().filter(token -> token.is(source)).limit(1))
                .findFirst()
                .orElse(rest.get(0));
        problem(word, ConditionComplaints.patternPart(word.text()));
        return Condition.ALWAYS;
    }

    /** The constraints between two brackets, parted by commas. */
    private List<Condition> constraints(RuleContext inPattern, int open, int close, Scope scope) {
        List<Condition> constraints = new ArrayList<>();
        int from = open + 1;
        int inside = 0;
        for (int i = from; i <= close; i++) {
            inside += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            boolean ends = i == close || inside == 0 && tokens.get(i).is(",");
            if (ends && i > from) {
                constraints.add(new ExpressionReader(inPattern, scope, tokens.subList(from, i)).constraint());
            } else if (ends && (i < close || from > open + 1)) {
                problem(
                        tokens.get(i),
                        ConditionComplaints.missingBefore(tokens.get(i).text()));
            }
            from = ends ? i + 1 : from;
        }
        return constraints;
    }

    /** A placeholder, with the problem in the log: nothing is compiled then. */
    private Condition refuse(BaseDescr descr, Complaint complaint) {
        problem(tokens.get(indexOf(descr)), complaint);
        return Condition.ALWAYS;
    }

    private void problem(Token token, Complaint complaint) {
        context.problems().add(token, complaint);
    }
}
