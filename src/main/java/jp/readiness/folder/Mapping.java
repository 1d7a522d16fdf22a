package jp.readiness.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Place;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Keys and values of a YAML mapping. A reader asks for the keys that the format has; what it asked for is what is
 * permitted, so that no second list of keys exists.
 */
final class Mapping {

    private final Value self;
    private final Map<String, Entry> entries;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private boolean silent;

    private Mapping(Value self, Map<String, Entry> entries, boolean silent) {
        this.self = self;
        this.entries = entries;
        this.silent = silent;
    }

    static Mapping of(YamlText yaml, MappingNode node, Place owner) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Node key = tuple.getKeyNode();
            Place place = yaml.place(key.getStartMark());
            if (!(key instanceof ScalarNode scalar)) {
                yaml.problems()
                        .error(place, "WRONG_TYPE", new Text("項目名は1つの言葉にしてください。", "A key must be a single word."));
                continue;
            }
            Entry entry = new Entry(scalar.getValue(), place, Value.of(yaml, tuple.getValueNode(), place));
            Entry first = entries.putIfAbsent(entry.key(), entry);
            if (first != null) {
                duplicate(yaml.problems(), entry, first);
            }
        }
        return new Mapping(Value.of(yaml, node, owner), entries, false);
    }

    /** Stands in for a mapping that is not there: nothing is missing in it. */
    static Mapping silent(Value absent) {
        return new Mapping(absent, Map.of(), true);
    }

    private static void duplicate(Problems problems, Entry entry, Entry first) {
        problems.error(
                entry.place(),
                "DUPLICATE_KEY",
                Wording.say(
                        "「%s」は%s行目にもあります。",
                        "`%s` is in line %s already.",
                        entry.key(),
                        first.place().line()),
                new Text("どちらか一方を消すか、名前を変えてください。", "Delete or rename one of them."));
    }

    Place owner() {
        return self.owner();
    }

    Problems problems() {
        return self.problems();
    }

    /** All entries, where the keys are the author's own. */
    List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    Set<String> keys() {
        return entries.keySet();
    }

    /** Whether it is there, but holds nothing. */
    boolean isEmpty() {
        return !silent && entries.isEmpty();
    }

    /** Looks at a value that will be read, and checked, by somebody else. */
    Optional<String> peek(String key) {
        return Optional.ofNullable(entries.get(key))
                .flatMap(entry -> entry.value().raw());
    }

    Value required(String key) {
        Optional<Value> value = optional(key);
        if (value.isEmpty()) {
            missing.add(key);
        }
        return value.orElseGet(self::absent);
    }

    /** The value of a key, unless it is missing or nothing is written after it. */
    Optional<Value> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(Entry::value).filter(value -> !value.isNull());
    }

    /** Refuses a key that does not fit what else is said. */
    void refuse(String key, Text why) {
        asked.add(key);
        Optional.ofNullable(entries.get(key))
                .ifPresent(entry -> problems().error(entry.place(), "UNEXPECTED_KEY", why));
    }

    /** The words of one language. */
    String language(String key, Text name) {
        Optional<Value> value = optional(key);
        if (value.isPresent() && !value.get().raw().filter(String::isBlank).isPresent()) {
            return value.get().string();
        }
        if (!silent) {
            problems()
                    .error(
                            owner(),
                            "MISSING_LANGUAGE",
                            Wording.say(
                                    name.ja() + "の言葉(%s)がありません。",
                                    "The words in " + name.en() + " (%s) are missing.",
                                    key));
        }
        return "";
    }

    /** Says nothing about keys that were not asked for, since what this should be is not known. */
    void accept() {
        silent = true;
    }

    /** Reports the keys that were not asked for, and those that are missing; a misspelt key is reported once. */
    void finish() {
        if (!silent) {
            entries.values().stream()
                    .filter(entry -> !asked.contains(entry.key()))
                    .forEach(this::unknown);
            missing.forEach(this::missing);
        }
    }

    private void missing(String key) {
        Optional<Entry> empty = Optional.ofNullable(entries.get(key));
        Text message = empty.isPresent()
                ? Wording.say("「%s」に値がありません。", "There is no value after `%s`.", key)
                : Wording.say("「%s」がありません。", "`%s` is missing.", key);
        problems().error(empty.map(Entry::place).orElse(owner()), "MISSING_KEY", message);
    }

    private void unknown(Entry entry) {
        Set<String> free = new LinkedHashSet<>(asked);
        free.removeAll(entries.keySet());
        Suggestion.closest(entry.key(), free).ifPresent(missing::remove);
        Text maybe = Suggestion.maybe(entry.key(), free);
        problems()
                .error(
                        entry.place(),
                        "UNKNOWN_KEY",
                        Wording.say("項目「%s」は使えません。", "The key `%s` is not known here.", entry.key()),
                        maybe.isEmpty() ? Wording.permitted(asked) : maybe);
    }
}
