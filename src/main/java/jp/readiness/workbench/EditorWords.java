package jp.readiness.workbench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the editor says. Its own sentences, and those of the library that it is built on. */
@Component
class EditorWords {

    private static final List<String> OWN = List.of(
            "saved",
            "unsaved",
            "saving",
            "offline",
            "logged-out",
            "conflict",
            "conflict.show",
            "restored",
            "kept",
            "kept.show",
            "kept.drop",
            "others",
            "newer",
            "newer.load",
            "fix",
            "passed",
            "failed",
            "kind.question",
            "kind.option",
            "kind.parameter",
            "kind.finding",
            "sentence");

    /** Sentence of CodeMirror → end of a message's key. */
    private static final Map<String, String> PHRASES = Map.ofEntries(
            Map.entry("Find", "find"),
            Map.entry("Replace", "replace"),
            Map.entry("next", "next"),
            Map.entry("previous", "previous"),
            Map.entry("all", "all"),
            Map.entry("match case", "case"),
            Map.entry("by word", "word"),
            Map.entry("regexp", "regexp"),
            Map.entry("replace", "replace-one"),
            Map.entry("replace all", "replace-all"),
            Map.entry("close", "close"),
            Map.entry("current match", "current"),
            Map.entry("on line", "on-line"),
            Map.entry("replaced $ matches", "replaced"),
            Map.entry("replaced match on line $", "replaced-one"),
            Map.entry("Go to line", "line"),
            Map.entry("go", "go"),
            Map.entry("Diagnostics", "diagnostics"),
            Map.entry("No diagnostics", "diagnostics-none"),
            Map.entry("Completions", "completions"),
            Map.entry("Control character", "control"),
            Map.entry("Selection deleted", "deleted"));

    private final MessageSource messages;

    EditorWords(MessageSource messages) {
        this.messages = messages;
    }

    Map<String, String> own(Locale locale) {
        return OWN.stream().collect(Collectors.toMap(key -> key, key -> say("editor." + key, locale)));
    }

    Map<String, String> phrases(Locale locale) {
        Map<String, String> phrases = new TreeMap<>();
        PHRASES.forEach((english, key) -> phrases.put(english, say("editor.phrase." + key, locale)));
        return phrases;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
