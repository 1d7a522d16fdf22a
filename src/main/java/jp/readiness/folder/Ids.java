package jp.readiness.folder;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import jp.readiness.programme.Place;
import jp.readiness.programme.Text;

/**
 * Checks ids before anything uses them. Ids of questions, options and parameters become identifiers in generated code,
 * so nothing but letters, digits and underscores gets through.
 */
final class Ids {

    private static final int LONGEST = 64;

    // letters of the Basic Multilingual Plane only: Java can name more, the rule parser cannot
    private static final Pattern IDENTIFIER =
            Pattern.compile("[\\p{L}&&[\\u0000-\\uFFFF]](?:[\\p{L}\\p{Nd}&&[\\u0000-\\uFFFF]]|_)*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_-]+");

    /** Words with a meaning of their own in conditions, beside those of Java. */
    private static final Set<String> RULE_WORDS = Set.of(
            "rule",
            "when",
            "then",
            "end",
            "not",
            "exists",
            "forall",
            "and",
            "or",
            "in",
            "contains",
            "memberOf",
            "matches",
            "soundslike",
            "excludes",
            "str",
            "eval",
            "from",
            "collect",
            "accumulate",
            "acc",
            "over",
            "global",
            "query",
            "declare",
            "function",
            "template",
            "unit",
            "init",
            "action",
            "reverse",
            "result",
            "after",
            "before",
            "during",
            "starts",
            "finishes",
            "includes",
            "meets",
            "overlaps",
            "coincides",
            "min",
            "max");

    /** Names that the product itself uses in rules and spreadsheets, in any case. */
    private static final Set<String> OUR_WORDS = Set.of("applicant", "advice", "parameters");

    private static final Text IDENTIFIER_HINT = new Text(
            "文字で始め、文字・数字・「_」だけで64文字までにしてください。",
            "Begin with a letter and use letters, digits and `_` only, at most 64.");
    private static final Text NOT_COMPOSED = new Text(
            "濁点などが文字と分かれています。1文字ずつ打ち直してください。", "Its accents stand apart from their letters. Please type it again.");

    private Ids() {}

    /** Checks the id of a question, an option or a parameter. */
    static void identifier(Entry entry) {
        identifier(entry.key(), entry.place(), entry.value().problems());
    }

    static void identifier(String id, Place place, Problems problems) {
        if (!fits(id, IDENTIFIER)) {
            problems.error(
                    place,
                    "BAD_ID",
                    Wording.say("ID「%s」は使えません。", "The id `%s` cannot be used.", id),
                    Normalizer.isNormalized(id, Normalizer.Form.NFC) ? IDENTIFIER_HINT : NOT_COMPOSED);
        } else if (isReserved(id)) {
            problems.error(
                    place,
                    "BAD_ID",
                    Wording.say(
                            "「%s」はルールの言葉として決まった意味があるため、IDには使えません。",
                            "`%s` has a meaning of its own in rules and cannot be an id.", id),
                    Wording.say("別の名前にしてください(例:%s_1)。", "Choose another name, such as `%s_1`.", id));
        }
    }

    /** Checks the id of a programme, an edition, a section, a step, a source, a finding or an example. */
    static void name(String id, Place place, Problems problems) {
        if (!fits(id, NAME)) {
            problems.error(
                    place,
                    "BAD_ID",
                    Wording.say("ID「%s」は使えません。", "The id `%s` cannot be used.", id),
                    new Text("文字・数字・「-」「_」だけで64文字までにしてください。", "Use letters, digits, `-` and `_` only, at most 64."));
        }
    }

    static void name(Entry entry) {
        name(entry.key(), entry.place(), entry.value().problems());
    }

    /** Reports ids that people, file systems or spreadsheets would take for one another. */
    static void distinct(Collection<Entry> entries) {
        Map<String, Entry> seen = new HashMap<>();
        for (Entry entry : entries) {
            Entry similar = seen.putIfAbsent(folded(entry.key()), entry);
            if (similar != null) {
                entry.value()
                        .problems()
                        .error(
                                entry.place(),
                                "SIMILAR_IDS",
                                Wording.say(
                                        "「%s」は「%s」(%s行目)と大文字・小文字や全角・半角しか違いません。",
                                        "`%s` differs from `%s` (line %s) only by case or width.",
                                        entry.key(),
                                        similar.key(),
                                        similar.place().line()),
                                new Text("どちらかの名前を変えてください。", "Please rename one of them."));
            }
        }
    }

    private static boolean isReserved(String id) {
        return SourceVersion.isKeyword(id)
                || RULE_WORDS.contains(id)
                || OUR_WORDS.contains(id.toLowerCase(Locale.ROOT));
    }

    private static boolean fits(String id, Pattern pattern) {
        return id.codePointCount(0, id.length()) <= LONGEST
                && Normalizer.isNormalized(id, Normalizer.Form.NFC)
                && pattern.matcher(id).matches();
    }

    private static String folded(String id) {
        return Normalizer.normalize(id, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
