package jp.readiness.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.programme.Question;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;

/** Reads the ordered questions of an edition: a word names a shared question, a pair declares its own. */
final class QuestionList {

    private final SharedQuestions shared;
    private final Sections sections;
    private final Asked asked = new Asked();
    private final Set<String> usedShared = new TreeSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Text> labels = new ArrayList<>();
    private final boolean isReadable;

    QuestionList(SharedQuestions shared, Sections sections, Value list) {
        this.shared = shared;
        this.sections = sections;
        this.isReadable = list.isList();
        if (!isReadable) {
            asked.acceptAll();
        }
        Map<String, Entry> seen = new HashMap<>();
        for (Value item : list.items()) {
            if (item.isMapping()) {
                onlyEntry(item).filter(entry -> isFirst(entry, seen)).ifPresent(this::own);
            } else {
                Entry entry = new Entry(item.string(), item.place(), item);
                if (!entry.key().isEmpty() && isFirst(entry, seen)) {
                    shared(entry);
                }
            }
        }
        Ids.distinct(entries);
        SameLabel.report(entries, labels);
        sections.warnOfUnused(asked.all());
    }

    Asked asked() {
        return asked;
    }

    boolean isReadable() {
        return isReadable;
    }

    /** Ids of the shared questions in use. */
    Set<String> shared() {
        return usedShared;
    }

    private void shared(Entry entry) {
        String id = entry.key();
        Question question = shared.questions().get(id);
        usedShared.add(id);
        if (question != null) {
            add(entry, question, shared.broken().contains(id));
            return;
        }
        asked.addBroken(id);
        if (shared.readable()) {
            Text maybe = Suggestion.maybe(id, shared.questions().keySet());
            Suggestion.closest(id, shared.questions().keySet()).ifPresent(asked::addBroken);
            entry.value()
                    .problems()
                    .error(
                            entry.place(),
                            Reference.QUESTION.code(),
                            Wording.say(
                                    "共通の質問「%s」は questions.yaml にありません。",
                                    "There is no shared question `%s` in questions.yaml.", id),
                            maybe);
        }
    }

    /** Forgetting to indent what belongs to a question makes its keys look like questions. */
    private Optional<Entry> onlyEntry(Value item) {
        List<Entry> pairs = item.mapping().entries();
        if (pairs.size() == 1) {
            return Optional.of(pairs.get(0));
        }
        pairs.forEach(entry -> asked.addBroken(entry.key()));
        item.problems()
                .error(
                        item.place(),
                        "WRONG_TYPE",
                        Wording.say(
                                "1つの「- 」に書けるのは質問のID 1つだけです(今は%s個)。",
                                "One `- ` takes one question id only (now: %s).", pairs.size()),
                        new Text(
                                "質問の中身(type など)は、「- 」より4つ深く字下げしてください。",
                                "Indent what belongs to the question, such as `type`, by four more spaces than the `-`."));
        return Optional.empty();
    }

    private void own(Entry entry) {
        Problems problems = entry.value().problems();
        int errors = problems.errors();
        Question question = new QuestionReader(sections.ids()).read(entry);
        if (shared.questions().containsKey(entry.key())) {
            problems.error(
                    entry.place(),
                    "DUPLICATE_ID",
                    Wording.say(
                            "質問「%s」は共通の questions.yaml にもあります。",
                            "The question `%s` is in the shared questions.yaml already.", entry.key()),
                    Wording.say(
                            "共通の質問を使うなら「- %1$s」とだけ書き、別の質問ならIDを変えてください。",
                            "To use the shared one write just `- %1$s`; for another question choose another id.",
                            entry.key()));
        }
        add(entry, question, problems.errors() > errors);
    }

    private void add(Entry entry, Question question, boolean isBroken) {
        asked.add(question, isBroken);
        entries.add(entry);
        labels.add(question.label());
    }

    private static boolean isFirst(Entry entry, Map<String, Entry> seen) {
        Entry first = seen.putIfAbsent(entry.key(), entry);
        if (first != null) {
            entry.value()
                    .problems()
                    .error(
                            entry.place(),
                            "DUPLICATE_ID",
                            Wording.say(
                                    "質問「%s」は%s行目にもあります。",
                                    "The question `%s` is in line %s already.",
                                    entry.key(),
                                    first.place().line()),
                            new Text("どちらか一方を消してください。", "Delete one of them."));
        }
        return first == null;
    }
}
