package jp.readiness.folder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.readiness.programme.Match;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;

/** The editions of one programme, or of one match, in the order in which they are in force. */
record ProgrammeFolder(List<ResolvedEdition> editions, List<Match> matches, List<Problem> problems) {

    /** Reads one edition from the texts of its files. */
    interface Reader {
        Draft read(String folder, String edition, Problems problems, SortedMap<String, String> files);
    }

    private static final List<String> REQUIRED = List.of(ProgrammeFile.FILE, EditionReader.RULES_FILE);
    private static final List<String> OPTIONAL = List.of(ScenarioReader.FILE, Examples.FILE);
    private static final Text NO_EDITION = new Text("年度版が1つもありません。", "There is no edition.");
    private static final Text NO_EDITION_HINT = new Text("年度版のフォルダーを作ってください。", "Make a folder for the edition in it.");
    private static final Pattern COHORT = Pattern.compile("cohort-.*\\.csv");

    static ProgrammeFolder read(Directory folder, Reader reader) {
        Problems own = new Problems();
        Ids.name(folder.id(), folder.place(""), own);
        boolean isNamed = own.errors() == 0;
        Directory programme = folder.reportingTo(own);
        programme.warnOfOtherFiles(Set.of("README.md"));
        List<Problem> problems = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (Directory edition : programme.folders()) {
            Problems collector = new Problems();
            drafts.add(draft(folder.id(), edition.reportingTo(collector), reader));
            problems.addAll(collector.all());
        }
        if (drafts.isEmpty()) {
            own.warning(folder.place(""), "NO_EDITION", NO_EDITION, NO_EDITION_HINT);
        }
        Set<String> overlapping = EditionOrder.check(drafts, own);
        problems.addAll(own.all());
        List<Draft> sound = drafts.stream()
                .filter(draft -> isNamed && !overlapping.contains(draft.id()))
                .toList();
        return new ProgrammeFolder(
                sound.stream()
                        .flatMap(draft -> draft.edition().stream())
                        .sorted(Comparator.comparing(
                                resolved -> resolved.edition().from()))
                        .toList(),
                sound.stream()
                        .flatMap(draft -> draft.match().stream())
                        .sorted(Comparator.comparing(match -> match.edition().from()))
                        .toList(),
                problems);
    }

    private static Draft draft(String programme, Directory edition, Reader reader) {
        Ids.name(edition.id(), edition.place(""), edition.problems());
        return reader.read(programme, edition.id(), edition.problems(), files(edition));
    }

    private static SortedMap<String, String> files(Directory edition) {
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : REQUIRED) {
            Optional<Optional<String>> text = edition.text(name);
            if (text.isEmpty()) {
                edition.problems()
                        .error(
                                edition.place(name),
                                "MISSING_FILE",
                                Wording.say("「%s」がありません。", "`%s` is missing.", name));
            }
            text.flatMap(found -> found).ifPresent(found -> files.put(name, found));
        }
        for (String name : OPTIONAL) {
            edition.text(name).flatMap(found -> found).ifPresent(found -> files.put(name, found));
        }
        Set<String> known = new LinkedHashSet<>(REQUIRED);
        known.addAll(OPTIONAL);
        known.add(Audiences.FILE); // written by an export; here the audiences are those of the other folders
        edition.warnOfOthers(
                known, path -> COHORT.matcher(Directory.nameOf(path)).matches());
        return files;
    }
}
