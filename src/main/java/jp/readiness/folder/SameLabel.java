package jp.readiness.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.programme.Text;

/** Finds labels that nobody can tell apart: in a form, and in a spreadsheet whose header or cells are labels. */
final class SameLabel {

    private SameLabel() {}

    /** @param labels of the entries, in the same order */
    static void report(List<Entry> entries, List<Text> labels) {
        Map<String, Entry> seen = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            Entry entry = entries.get(i);
            Set<String> words = new TreeSet<>(
                    Set.of("ja:" + labels.get(i).ja(), "en:" + labels.get(i).en()));
            for (String word : words) {
                Entry first = word.length() == 3 ? null : seen.putIfAbsent(word, entry);
                if (first != null) {
                    entry.value()
                            .problems()
                            .error(
                                    entry.place(),
                                    "SAME_LABEL",
                                    Wording.say(
                                            "「%s」は「%s」(%s行目)と同じ言葉「%s」です。",
                                            "`%s` and `%s` (line %s) have the same words `%s`.",
                                            entry.key(),
                                            first.key(),
                                            first.place().line(),
                                            word.substring(3)),
                                    new Text("見分けられる言葉にしてください。", "Please give them words that can be told apart."));
                }
            }
        }
    }
}
