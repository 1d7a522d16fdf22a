package jp.readiness.rulebook;

import static jp.readiness.rulebook.Complaint.error;
import static jp.readiness.rulebook.Complaint.maybe;
import static jp.readiness.rulebook.Complaint.orElse;
import static jp.readiness.rulebook.Complaint.shorten;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;

/** What we say to authors about the form and the names of their conditions. */
final class ConditionComplaints {

    private static final Text CONDITIONS = new Text(
            "使えるのは質問・選択肢・Parameters の比較(== != < <= > >= in contains memberOf matches)、&& || !、" + "四則計算、min、max です。",
            "Permitted are comparisons of questions, options and Parameters (== != < <= > >= in contains memberOf matches),"
                    + " && || !, + - * /, min and max.");

    private static final Text PATTERNS = new Text(
            "条件は Applicant( … ) の形で書き、and, or, not, exists でつなぎます。",
            "Conditions are written Applicant( … ), joined by and, or, not, exists.");

    private static final Set<String> JAVA = Set.of(
            "new",
            "this",
            "super",
            "class",
            "instanceof",
            "return",
            "throw",
            "try",
            "while",
            "for",
            "do",
            "if",
            "else",
            "switch",
            "import",
            "package",
            "void",
            "int",
            "long",
            "double",
            "float",
            "boolean",
            "char",
            "byte",
            "short",
            "final",
            "static",
            "synchronized",
            "assert",
            "eval",
            "modify",
            "insert",
            "update",
            "delete",
            "retract",
            "insertLogical",
            "drools",
            "kcontext",
            "var",
            "enum",
            "interface");

    /** What people type for the sign that they mean. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("=", "=="),
            Map.entry("===", "=="),
            Map.entry("!==", "!="),
            Map.entry("=<", "<="),
            Map.entry("=>", ">="),
            Map.entry("<>", "!="),
            Map.entry("&", "&&"),
            Map.entry("|", "||"),
            Map.entry("and", "&&"),
            Map.entry("or", "||"),
            Map.entry("not", "!"),
            Map.entry("AND", "&&"),
            Map.entry("OR", "||"),
            Map.entry("NOT", "!"),
            Map.entry("IN", "in"),
            Map.entry("member", "memberOf"),
            Map.entry("memberof", "memberOf"),
            Map.entry("contain", "contains"),
            Map.entry("include", "contains"),
            Map.entry("includes", "contains"),
            Map.entry("match", "matches"),
            Map.entry("overlap", "overlaps"));

    private static final Set<String> STRAY = Set.of(")", "]", "}", ",", ";", ".", ":", "\\", "`", "\"", "'");

    private ConditionComplaints() {}

    static Complaint unreadable(String near) {
        return error(
                "SYNTAX", "「" + near + "」の辺りが読み取れません。", "This cannot be understood near \"" + near + "\".", PATTERNS);
    }

    static Complaint emptyCondition() {
        return error("SYNTAX", "when と then の間に条件がありません。", "There is no condition after \"when\".", PATTERNS);
    }

    static Complaint neverTrue() {
        return error(
                "NEVER_TRUE",
                "この条件は決して成り立ちません。",
                "This condition can never hold.",
                new Text("中に比較を書いてください。", "Write a comparison inside."));
    }

    static Complaint patternPart(String what) {
        return error(
                "NOT_PERMITTED",
                "「" + what + "」は条件に使えません。",
                "\"" + what + "\" is not permitted in conditions.",
                PATTERNS);
    }

    static Complaint unknownFact(String name, Collection<String> known) {
        Text hint = Suggestion.maybe(name, known);
        return error(
                "UNKNOWN_FACT",
                "「" + name + "」という事実はありません。",
                "There is no fact \"" + name + "\".",
                hint.isEmpty() ? patterns(known) : hint);
    }

    private static Text patterns(Collection<String> facts) {
        return facts.contains(Vocabulary.FACT)
                ? PATTERNS
                : new Text(
                        "使えるのは " + String.join("( … ) と ", facts) + "( … ) です。",
                        "Permitted are " + String.join("( … ) and ", facts) + "( … ).");
    }

    static Complaint unexpected(Token token) {
        String text = token.text();
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        if (MEANT.containsKey(text)) {
            String meant = MEANT.get(text);
            return error(
                    "SYNTAX", "「" + shown + "」はここでは使えません。", "\"" + shown + "\" cannot be used here.", maybe(meant));
        }
        if (JAVA.contains(text) || token.kind() == Token.Kind.SIGN && !STRAY.contains(text) && !isOperator(text)) {
            return error("NOT_PERMITTED", "「" + shown + "」は使えません。", "\"" + shown + "\" is not permitted.", CONDITIONS);
        }
        return error("SYNTAX", "「" + shown + "」がここにあるのは誤りです。", "\"" + shown + "\" is out of place here.", CONDITIONS);
    }

    private static boolean isOperator(String sign) {
        return Operator.of(sign).isPresent()
                || Set.of("&&", "||", "!", "+", "-", "*", "/", "(").contains(sign);
    }

    /** Words of Java, and words typed for a sign: no question can be called so. */
    static boolean isNoName(String word) {
        return JAVA.contains(word) || MEANT.containsKey(word);
    }

    static Complaint missingAfter(String word) {
        return error("SYNTAX", "「" + word + "」の後に何か足りません。", "Something is missing after \"" + word + "\".", CONDITIONS);
    }

    static Complaint missingBefore(String word) {
        return error(
                "SYNTAX", "「" + word + "」の前に何か足りません。", "Something is missing before \"" + word + "\".", CONDITIONS);
    }

    static Complaint function(String name) {
        return error(
                "NOT_PERMITTED",
                "「" + shorten(name) + "( … )」は使えません。",
                "\"" + shorten(name) + "( … )\" is not permitted.",
                CONDITIONS);
    }

    static Complaint unknownQuestion(String name, Vocabulary vocabulary) {
        Text hint = vocabulary
                .anyOption(name)
                .map(option -> maybe(option.name()))
                .orElseGet(() -> Suggestion.maybe(name, vocabulary.questionIds()));
        return error(
                "UNKNOWN_QUESTION",
                "「" + name + "」という質問はありません。",
                "There is no question \"" + name + "\".",
                orElse(hint, "programme.yaml の questions を確かめてください。", "Look at the questions in programme.yaml."));
    }

    static Complaint unknownEnumeration(String name, Collection<String> known) {
        return error(
                "UNKNOWN_QUESTION",
                "「" + name + "」という選択肢のまとまりはありません。",
                "There are no options called \"" + name + "\".",
                orElse(
                        Suggestion.maybe(name, known),
                        "選択肢は「質問の名前(先頭を大文字).選択肢」と書きます。",
                        "An option is written as the question's name with a capital first letter, a point and the option."));
    }

    static Complaint partOfQuestion(Question question, String part) {
        boolean option = question.option(part).isPresent();
        return error(
                "NOT_PERMITTED",
                "質問「" + question.id() + "」の後に「.」は使えません。",
                "Nothing may follow \".\" after the question \"" + question.id() + "\".",
                option ? maybe(question.enumName() + "." + part) : CONDITIONS);
    }

    static Complaint unknownOption(String id, Question question) {
        Text hint =
                Suggestion.maybe(id, question.options().stream().map(Option::id).toList());
        String all =
                String.join(", ", question.options().stream().map(Option::id).toList());
        return error(
                "UNKNOWN_OPTION",
                "質問「" + question.id() + "」に「" + id + "」という選択肢はありません。",
                "The question \"" + question.id() + "\" has no option \"" + id + "\".",
                orElse(hint, "選択肢は " + all + " です。", "Its options are " + all + "."));
    }

    static Complaint unknownParameter(String id, Collection<String> known) {
        return error(
                "UNKNOWN_PARAMETER",
                "「" + id + "」というパラメータはありません。",
                "There is no parameter \"" + id + "\".",
                orElse(
                        Suggestion.maybe(id, known),
                        "programme.yaml の parameters を確かめてください。",
                        "Look at the parameters in programme.yaml."));
    }

    static Complaint tableWithoutKey(String id, String key) {
        return error(
                "TYPE_MISMATCH",
                "パラメータ「" + id + "」は表なので、どの欄かを示す必要があります。",
                "The parameter \"" + id + "\" is a table and needs to know which entry.",
                maybe("Parameters." + id + "( " + key + " )"));
    }

    static Complaint noTable(String id) {
        return error(
                "TYPE_MISMATCH",
                "パラメータ「" + id + "」は一つの数で、表ではありません。",
                "The parameter \"" + id + "\" is one number, not a table.",
                maybe("Parameters." + id));
    }

    static Complaint wrongTableKey(String id, String key) {
        return error(
                "TYPE_MISMATCH",
                "パラメータ「" + id + "」の表は質問「" + key + "」で引きます。",
                "The table \"" + id + "\" is looked up by the question \"" + key + "\".",
                maybe("Parameters." + id + "( " + key + " )"));
    }

    static Complaint badTableKey() {
        return error(
                "NOT_PERMITTED",
                "表の( )の中に書けるのは質問の名前だけです。",
                "Only the name of a question may stand in the ( ) of a table.",
                CONDITIONS);
    }

    static Complaint unknownBinding(String name, Collection<String> known) {
        return error(
                "UNKNOWN_BINDING",
                "「" + name + "」はここより前で定められていません。",
                "\"" + name + "\" is not defined before this point.",
                orElse(
                        Suggestion.maybe(name, known),
                        "先に Applicant( " + name + " : 質問の名前 ) と書いてください。",
                        "Write Applicant( " + name + " : question ) before it."));
    }

    static Complaint bindingWithoutDollar(String name) {
        return error(
                "SYNTAX",
                "名付けるときは「$」で始めてください:「" + name + "」",
                "A name for a value begins with \"$\": \"" + name + "\".",
                maybe("$" + name));
    }

    static Complaint bindingTaken(String name) {
        return error(
                "DUPLICATE_BINDING",
                "「" + name + "」は既に使われています。",
                "\"" + name + "\" is already in use.",
                new Text("別の名前にしてください。", "Choose another name."));
    }

    static Complaint bindingOfNoQuestion(String name) {
        return error(
                "NOT_PERMITTED",
                "「" + name + "」と名付けられるのは質問だけです。",
                "Only a question can be called \"" + name + "\".",
                new Text("例: $n : participants", "Such as $n : participants"));
    }

    static Complaint factIsNoValue(String name) {
        return error(
                "TYPE_MISMATCH",
                "「" + name + "」は回答全体を指し、値ではありません。",
                "\"" + name + "\" is a whole answer sheet, not a value.",
                new Text("「" + name + ".質問」と書いてください。", "Write " + name + ".question."));
    }
}
