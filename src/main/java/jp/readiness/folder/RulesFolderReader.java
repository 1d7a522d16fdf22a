package jp.readiness.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.programme.Place;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;

/**
 * The front door of the package: reads programmes from a folder or from stored content. Never throws for what is in
 * them: everything wrong becomes a {@link Problem} at its line and column, and what is sound is read all the same. Safe
 * for many threads.
 */
public final class RulesFolderReader {

    /**
     * Reads a folder of programmes.
     *
     * @param folder holds {@code questions.yaml} and {@code <programme>/<edition>/}
     */
    public RulesFolder read(Path folder) {
        Problems problems = new Problems();
        if (!Files.isDirectory(folder)) {
            problems.error(
                    new Place(".", 1, 1),
                    "MISSING_FOLDER",
                    new Text("ルールのフォルダーがありません。", "The rules folder is missing."));
            return new RulesFolder(List.of(), problems.all());
        }
        Directory top = Directory.top(folder, problems);
        top.warnOfOtherFiles(Set.of("README.md", SharedQuestions.FILE));
        SharedQuestions shared = top.text(SharedQuestions.FILE)
                .map(file ->
                        file.map(text -> SharedQuestions.read(text, problems)).orElse(SharedQuestions.UNREADABLE))
                .orElse(SharedQuestions.NONE);
        Audiences audiences = Audiences.of(top);
        List<ResolvedEdition> editions = new ArrayList<>();
        List<Problem> all = new ArrayList<>(problems.all());
        for (Directory programme : top.folders()) {
            ProgrammeFolder read = ProgrammeFolder.read(programme, shared, audiences);
            editions.addAll(read.editions());
            all.addAll(read.problems());
        }
        return new RulesFolder(editions, all);
    }

    /**
     * Reads one edition back from its stored content.
     *
     * @param files as {@link ResolvedEdition#files} gave them
     * @return the edition, equal to the one stored except that its shared questions have their places in the stored
     *     {@code questions.yaml}; or the problems that keep it from being read
     */
    public RulesFolder readResolved(String programme, String edition, SortedMap<String, String> files) {
        Problems problems = new Problems();
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((name, text) -> texts.put(name, TextFile.normal(text)));
        String shared = texts.get(SharedQuestions.FILE);
        SharedQuestions questions = shared == null ? SharedQuestions.NONE : SharedQuestions.read(shared, problems);
        String referredTo = texts.get(Audiences.FILE);
        Audiences audiences = referredTo == null ? Audiences.UNKNOWN : Audiences.read(referredTo);
        Draft draft = new EditionReader(programme, edition, questions, audiences, problems).read(texts);
        return new RulesFolder(draft.edition().stream().toList(), problems.all());
    }
}
