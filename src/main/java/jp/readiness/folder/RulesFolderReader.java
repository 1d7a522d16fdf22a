package jp.readiness.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Match;
import jp.readiness.programme.Place;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;

/**
 * The front door of the package: reads programmes from a folder or from stored content. Never throws for what is in
 * them: everything wrong becomes a {@link Problem} at its line and column, and what is sound is read all the same. Safe
 * for many threads.
 */
public final class RulesFolderReader {

    private static final Text NO_PROGRAMME = new Text("このフォルダーには支援が1つもありません。", "There is no programme in this folder.");
    private static final Text NO_PROGRAMME_HINT = new Text(
            "フォルダーの場所を確かめるか、new コマンドで支援のひな形を作ってください。",
            "Check the place of the folder, or make the skeleton of a programme with the command `new`.");

    /**
     * Reads a folder of programmes.
     *
     * @param folder holds {@code questions.yaml} and {@code <programme>/<edition>/}
     */
    public RulesFolder read(Path folder) {
        return read(folder, programme -> true);
    }

    /**
     * Reads one programme of a folder, or one match and the programmes. Of the other programmes no more is read than whom
     * they are for.
     */
    public RulesFolder readOnly(Path folder, String name) {
        return read(folder, name::equals);
    }

    private static RulesFolder read(Path folder, Predicate<String> wanted) {
        Problems problems = new Problems();
        if (!Files.isDirectory(folder)) {
            problems.error(
                    new Place(".", 1, 1),
                    "MISSING_FOLDER",
                    new Text("ルールのフォルダーがありません。", "The rules folder is missing."));
            return new RulesFolder(List.of(), List.of(), problems.all());
        }
        Directory top = Directory.top(folder, problems);
        top.warnOfOtherFiles(Set.of("README.md", SharedQuestions.FILE));
        SharedQuestions shared = top.text(SharedQuestions.FILE)
                .map(file ->
                        file.map(text -> SharedQuestions.read(text, problems)).orElse(SharedQuestions.UNREADABLE))
                .orElse(SharedQuestions.NONE);
        List<Problem> all = new ArrayList<>(problems.all());
        List<Directory> folders = top.folders();
        if (folders.isEmpty()) {
            all.add(Problem.error(new Place(".", 1, 1), "NO_PROGRAMME", NO_PROGRAMME, NO_PROGRAMME_HINT));
        }
        List<Directory> ofMatches =
                new ArrayList<>(folders.stream().filter(MatchReader::isMatch).toList());
        List<Directory> ofProgrammes = new ArrayList<>(folders);
        ofProgrammes.removeAll(ofMatches);
        ofMatches.removeIf(match -> !wanted.test(match.id()));
        boolean every = !ofMatches.isEmpty(); // a match may be between any of them
        List<ResolvedEdition> editions = programmes(ofProgrammes, id -> every || wanted.test(id), shared, all);
        return new RulesFolder(editions, matches(ofMatches, ofProgrammes, editions, all), all);
    }

    private static List<ResolvedEdition> programmes(
            List<Directory> folders, Predicate<String> wanted, SharedQuestions shared, List<Problem> problems) {
        Audiences audiences = Audiences.of(folders);
        List<ResolvedEdition> editions = new ArrayList<>();
        for (Directory folder :
                folders.stream().filter(one -> wanted.test(one.id())).toList()) {
            ProgrammeFolder read = ProgrammeFolder.read(
                    folder,
                    (programme, id, found, files) ->
                            new EditionReader(programme, id, shared, audiences, found).read(files));
            editions.addAll(read.editions());
            problems.addAll(read.problems());
        }
        return editions;
    }

    /** After the programmes, since a match reads their answer sheets. */
    private static List<Match> matches(
            List<Directory> folders,
            List<Directory> ofProgrammes,
            List<ResolvedEdition> editions,
            List<Problem> problems) {
        Counterparts counterparts = Counterparts.of(ofProgrammes, editions);
        List<Match> matches = new ArrayList<>();
        for (Directory folder : folders) {
            ProgrammeFolder read = ProgrammeFolder.read(
                    folder, (name, id, found, files) -> new MatchReader(name, id, counterparts, found).read(files));
            matches.addAll(read.matches());
            problems.addAll(read.problems());
        }
        return matches;
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
        return new RulesFolder(draft.edition().stream().toList(), List.of(), problems.all());
    }

    /**
     * Reads an edition from texts that somebody is writing, as strictly as from a folder.
     *
     * @param files file name → text; {@code questions.yaml} holds the shared questions that may be used
     * @param others the programme's other editions, which it must not overlap
     */
    public RulesFolder readDraft(
            String programme, String edition, SortedMap<String, String> files, Collection<Edition> others) {
        return DraftReader.read(programme, edition, files, others);
    }
}
