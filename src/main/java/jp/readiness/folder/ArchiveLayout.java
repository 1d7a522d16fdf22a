package jp.readiness.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.readiness.folder.RulesArchive.Content;
import jp.readiness.folder.RulesArchive.Unusable;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;

/** Finds editions among the files of a ZIP. */
final class ArchiveLayout {

    private static final Set<String> OF_AN_EDITION =
            Set.of(ProgrammeFile.FILE, EditionReader.RULES_FILE, ScenarioReader.FILE, Examples.FILE, Audiences.FILE);

    private ArchiveLayout() {}

    static Content of(SortedMap<String, byte[]> files) {
        String around = around(files);
        SortedMap<String, SortedMap<String, String>> editions = new TreeMap<>();
        List<String> ignored = new ArrayList<>();
        Optional<String> shared = Optional.ofNullable(files.get(around + SharedQuestions.FILE))
                .map(bytes -> text(SharedQuestions.FILE, bytes));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            boolean inside = file.getKey().startsWith(around);
            String path = inside ? file.getKey().substring(around.length()) : file.getKey();
            String[] parts = path.split("/");
            if (inside && parts.length == 3 && OF_AN_EDITION.contains(parts[2])) {
                editions.computeIfAbsent(parts[0] + "/" + parts[1], name -> new TreeMap<>())
                        .put(parts[2], text(path, file.getValue()));
            } else if (!inside || !path.equals(SharedQuestions.FILE)) {
                ignored.add(path);
            }
        }
        if (editions.isEmpty()) {
            throw new Unusable(new Text(
                    "ZIP の中に支援がありません。「支援/年度版/programme.yaml」のように入れてください。",
                    "There is no programme in the ZIP. Put it in as PROGRAMME/EDITION/programme.yaml and so on."));
        }
        shared.ifPresent(text -> editions.values().forEach(edition -> edition.put(SharedQuestions.FILE, text)));
        return new Content(editions, ignored);
    }

    /** The folder, such as {@code rules/}, that somebody packed whole; empty where editions stand at the top. */
    private static String around(SortedMap<String, byte[]> files) {
        Set<String> depths = files.keySet().stream()
                .filter(path -> path.endsWith("/" + ProgrammeFile.FILE))
                .map(path -> path.split("/").length == 4 ? path.substring(0, path.indexOf('/') + 1) : "")
                .collect(Collectors.toSet());
        return depths.size() == 1 ? depths.iterator().next() : "";
    }

    private static String text(String path, byte[] bytes) {
        Problems problems = new Problems();
        return TextFile.decode(bytes, path, problems)
                .flatMap(text -> TextFile.visible(text, path, problems))
                .orElseThrow(() -> new Unusable(said(path, problems.all().get(0))));
    }

    private static Text said(String path, Problem problem) {
        int line = problem.place().line();
        return new Text(
                path + " の " + line + "行目: " + problem.message().ja()
                        + problem.hint().ja(),
                path + ", line " + line + ": " + problem.message().en() + " "
                        + problem.hint().en());
    }
}
