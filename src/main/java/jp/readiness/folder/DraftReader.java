package jp.readiness.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Place;

/** Reads an edition that somebody is writing, with the checks of a folder and of a file on top of those of its texts. */
final class DraftReader {

    private static final Set<String> KNOWN = Set.of(
            ProgrammeFile.FILE,
            EditionReader.RULES_FILE,
            ScenarioReader.FILE,
            Examples.FILE,
            SharedQuestions.FILE,
            Audiences.FILE);

    private DraftReader() {}

    static RulesFolder read(
            String programme, String edition, SortedMap<String, String> files, Collection<Edition> others) {
        Problems problems = new Problems();
        String folder = programme + "/" + edition + "/";
        Ids.name(programme, new Place(programme + "/", 1, 1), problems);
        Ids.name(edition, new Place(folder, 1, 1), problems);
        SortedMap<String, String> texts = texts(files, folder, problems);
        missing(texts, ProgrammeFile.FILE, folder, problems);
        missing(texts, EditionReader.RULES_FILE, folder, problems);
        SharedQuestions shared = Optional.ofNullable(texts.get(SharedQuestions.FILE))
                .map(text -> SharedQuestions.read(text, problems))
                .orElse(SharedQuestions.NONE);
        Audiences audiences = Optional.ofNullable(texts.get(Audiences.FILE))
                .map(Audiences::read)
                .orElse(Audiences.UNKNOWN);
        Draft draft = new EditionReader(programme, edition, shared, audiences, problems).read(texts);
        boolean overlaps =
                !EditionOrder.check(together(draft, others), problems).isEmpty();
        return new RulesFolder(
                draft.edition().filter(read -> !overlaps).stream().toList(), List.of(), problems.all());
    }

    private static SortedMap<String, String> texts(SortedMap<String, String> files, String folder, Problems problems) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.forEach((name, text) -> {
            String path = name.equals(SharedQuestions.FILE) ? name : folder + name;
            if (!KNOWN.contains(name)) {
                problems.error(
                        new Place(path, 1, 1),
                        "UNKNOWN_FILE",
                        Wording.say("「%s」はここでは使われません。", "`%s` is not used here.", name));
                return;
            }
            TextFile.visible(TextFile.normal(text), path, problems).ifPresent(good -> texts.put(name, good));
        });
        return texts;
    }

    private static void missing(SortedMap<String, String> texts, String name, String folder, Problems problems) {
        if (!texts.containsKey(name) && problems.errors() == 0) {
            problems.error(
                    new Place(folder + name, 1, 1),
                    "MISSING_FILE",
                    Wording.say("「%s」がありません。", "`%s` is missing.", name));
        }
    }

    private static List<Draft> together(Draft draft, Collection<Edition> others) {
        List<Draft> all = new ArrayList<>(List.of(draft));
        others.stream()
                .filter(other -> !other.id().equals(draft.id()))
                .forEach(other -> all.add(new Draft(
                        other.id(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Dates(
                                other.from(),
                                other.to(),
                                Optional.of(new Place(other.name() + "/" + ProgrammeFile.FILE, 1, 1)),
                                other.window())))));
        return all;
    }
}
