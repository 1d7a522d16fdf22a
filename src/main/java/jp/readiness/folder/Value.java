package jp.readiness.folder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.readiness.programme.Place;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a YAML file, asked for as what it should be.
 *
 * <p>Each question gives a usable answer: what is there or, after reporting a problem, a stand-in. So the classes that
 * read a part of the format read like its table and find every problem; what was built with a stand-in never leaves the
 * package, since its file has an error. An absent value, already reported as missing, gives stand-ins in silence.
 */
final class Value {

    static final LocalDate NO_DATE = LocalDate.EPOCH;

    private final YamlText yaml;
    private final @Nullable Node node;
    private final Place place;
    private final Place owner;
    private @Nullable Mapping mapping;

    /** @param owner where the thing is named whose value this is: there one says what it lacks */
    Value(YamlText yaml, @Nullable Node node, Place place, Place owner) {
        this.yaml = yaml;
        this.node = node;
        this.place = place;
        this.owner = owner;
    }

    static Value of(YamlText yaml, Node node, Place owner) {
        return new Value(yaml, node, yaml.place(node.getStartMark()), owner);
    }

    Value absent() {
        return new Value(yaml, null, place, owner);
    }

    /** This value with its problems reported elsewhere. */
    Value at(Place elsewhere) {
        return new Value(yaml, node, elsewhere, owner);
    }

    Place place() {
        return place;
    }

    Place owner() {
        return owner;
    }

    boolean isAbsent() {
        return node == null;
    }

    /** Whether nothing was written, or {@code null} or {@code ~}. */
    boolean isNull() {
        return node != null && Tag.NULL.equals(node.getTag());
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isQuoted() {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN;
    }

    /** The characters of a scalar, whatever they mean; empty for anything else. */
    Optional<String> raw() {
        return node instanceof ScalarNode scalar && !isNull() ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** Reads keys and values, and reports the keys that the reader did not ask for. */
    <T> T as(Function<Mapping, T> reader) {
        Mapping mapping = mapping();
        T read = reader.apply(mapping);
        mapping.finish();
        return read;
    }

    /** Keys and values whose keys are the author's own. */
    Mapping mapping() {
        if (mapping == null) {
            mapping = node instanceof MappingNode pairs ? Mapping.of(yaml, pairs, owner) : noMapping();
        }
        return mapping;
    }

    private Mapping noMapping() {
        wrongType(new Text("「項目名: 値」の並び", "`name: value` pairs"), Text.NONE);
        return Mapping.silent(absent());
    }

    List<Value> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> of(yaml, item, yaml.place(item.getStartMark())))
                    .toList();
        }
        Text hint = raw().map(text -> Wording.say("[%s] と書いてください。", "Please write [%s].", text))
                .orElse(Text.NONE);
        wrongType(new Text("リスト([ … ] または「- 」の並び)", "a list ([ … ] or lines with `- `)"), hint);
        return List.of();
    }

    /** A list that says nothing when it is empty. */
    List<Value> someItems() {
        List<Value> items = items();
        if (isList() && items.isEmpty()) {
            problems()
                    .error(
                            place,
                            "EMPTY_LIST",
                            new Text("リストが空です。", "The list is empty."),
                            new Text("1つ以上書いてください。", "Write one or more."));
        }
        return items;
    }

    String string() {
        Optional<String> text = raw().filter(string -> !string.isBlank());
        if (text.isEmpty()) {
            wrongType(new Text("文字", "text"), Text.NONE);
        }
        return text.orElse("").strip();
    }

    /** Words in both languages. */
    Text words() {
        if (raw().isPresent()) {
            wrongType(
                    new Text("日本語と英語の言葉", "words in Japanese and English"),
                    Wording.say("{ ja: %1$s, en: … } と書いてください。", "Please write { ja: …, en: %1$s }.", string()));
            return Text.NONE;
        }
        return as(languages -> new Text(
                languages.language("ja", new Text("日本語", "Japanese")),
                languages.language("en", new Text("英語", "English"))));
    }

    /** An exact number within bounds. */
    BigDecimal number(Bounds bounds) {
        if (isAbsent()) {
            return BigDecimal.ZERO;
        }
        Optional<BigDecimal> number = isQuoted() ? Optional.empty() : raw().flatMap(Numerals::exact);
        if (number.isEmpty()) {
            wrongType(
                    new Text("数", "a number"),
                    raw().flatMap(Numerals::meant)
                            .map(meant -> Wording.say("もしかして %s ですか。", "Maybe you meant %s.", meant))
                            .orElse(Text.NONE));
        } else if (!bounds.hold(number.get())) {
            outOfRange(bounds.words());
        }
        return number.orElse(BigDecimal.ZERO);
    }

    /** Yes or no; empty, and reported, if it is neither. */
    Optional<Boolean> flag() {
        Optional<String> text = isQuoted() ? Optional.empty() : raw();
        if (text.filter(word -> word.equals("true") || word.equals("false")).isEmpty()) {
            wrongType(new Text(" true か false ", "true or false"), Text.NONE);
            return Optional.empty();
        }
        return text.map(Boolean::valueOf);
    }

    LocalDate date() {
        if (isAbsent()) {
            return NO_DATE;
        }
        Optional<LocalDate> date = raw().flatMap(IsoDate::exact);
        if (date.isEmpty()) {
            problems()
                    .error(
                            place,
                            "BAD_DATE",
                            Wording.say(
                                    "「%s」は日付ではありません。2022-04-01 のように書いてください。",
                                    "`%s` is not a date. Please write it like 2022-04-01.", raw().orElse("…")),
                            raw().flatMap(IsoDate::meant)
                                    .map(meant -> Wording.say("もしかして %s ですか。", "Maybe you meant %s.", meant))
                                    .orElse(Text.NONE));
        }
        return date.orElse(NO_DATE);
    }

    /** One of the given words; empty, and reported, if it is none of them. */
    <T> Optional<T> oneOf(Map<String, T> words) {
        String word = string();
        if (word.isEmpty() || words.containsKey(word)) {
            return Optional.ofNullable(words.get(word));
        }
        Text maybe = Suggestion.maybe(word, words.keySet());
        problems()
                .error(
                        place,
                        "UNKNOWN_VALUE",
                        Wording.say("「%s」は使えません。", "`%s` cannot be used here.", word),
                        maybe.isEmpty() ? Wording.permitted(words.keySet()) : maybe);
        return Optional.empty();
    }

    /** The id of something declared elsewhere; empty, and reported, if there is no such thing. */
    Optional<String> reference(Reference kind, Collection<String> known) {
        String id = string();
        if (id.isEmpty() || known.contains(id)) {
            return Optional.of(id).filter(known::contains);
        }
        unknown(kind, id, known);
        return Optional.empty();
    }

    /** The same where what is declared elsewhere may be unknown, as after an error there: then any id will do. */
    Optional<String> reference(Reference kind, Optional<Set<String>> known) {
        return known.isPresent() ? reference(kind, known.get()) : Optional.of(string());
    }

    void unknown(Reference kind, String id, Collection<String> known) {
        Text maybe = Suggestion.maybe(id, known);
        problems().error(place, kind.code(), kind.unknown(id), maybe.isEmpty() ? Wording.permitted(known) : maybe);
    }

    void outOfRange(Text bounds) {
        problems()
                .error(
                        place,
                        "OUT_OF_RANGE",
                        Wording.say("%s は使えません。", "%s cannot be used here.", raw().orElse("…")),
                        bounds);
    }

    void wrongType(Text wanted, Text hint) {
        if (isAbsent()) {
            return;
        }
        Text found = found();
        problems()
                .error(
                        place,
                        "WRONG_TYPE",
                        new Text(
                                "ここには" + wanted.ja() + "を書いてください(今は" + found.ja() + ")。",
                                "Please write " + wanted.en() + " here (now: " + found.en() + ")."),
                        hint);
    }

    Problems problems() {
        return yaml.problems();
    }

    private Text found() {
        if (isList()) {
            return new Text("リスト", "a list");
        }
        if (isMapping()) {
            return new Text("「項目名: 値」の並び", "`name: value` pairs");
        }
        return raw().map(text -> Wording.say(isQuoted() ? "文字「%s」" : "「%s」", isQuoted() ? "text `%s`" : "`%s`", text))
                .orElse(new Text("何も書かれていません", "nothing"));
    }
}
