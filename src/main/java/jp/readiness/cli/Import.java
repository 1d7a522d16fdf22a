package jp.readiness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.readiness.check.CheckedFolder;
import jp.readiness.folder.RulesArchive;
import jp.readiness.folder.RulesArchive.Content;
import jp.readiness.library.Folders;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Brings the editions of a ZIP into the folder of programmes, if they pass its checks there. What happens then is as after
 * any change of the folder: a server that looks at it takes them up, or makes drafts of them.
 */
@Command(name = "import")
final class Import implements Callable<Integer> {

    private static final String SHARED = "questions.yaml";

    @Mixin
    private final Workplace workplace = new Workplace();

    private final Console console;

    @Parameters(index = "0", paramLabel = "IN.zip", descriptionKey = "import-in")
    private Path in = Path.of("");

    @Option(names = "--replace", descriptionKey = "import-replace")
    private boolean replace;

    Import(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path rules = workplace.ownRulesFolder();
        Content content = read();
        SortedMap<String, String> files = files(content, rules);
        List<Problem> problems = tried(rules, files);
        problems.forEach(problem -> console.say(problem.line(console.locale())));
        if (problems.stream().anyMatch(Problem::isError)) {
            console.complain(new Text("何も取り込みませんでした。", "Nothing was imported."));
            return 1;
        }
        write(files, rules);
        console.say(new Text(
                        "%d個の年度版を取り込みました(変わったファイル: %d)。"
                                .formatted(content.editions().size(), files.size()),
                        "%d editions imported (files changed: %d)."
                                .formatted(content.editions().size(), files.size()))
                .in(console.locale()));
        return 0;
    }

    private Content read() {
        try (InputStream zip = Files.newInputStream(in)) {
            return RulesArchive.read(zip);
        } catch (RulesArchive.Unusable e) {
            throw new BadInput(e.text());
        } catch (IOException e) {
            throw new BadInput(new Text("ファイル「%s」を読めません。".formatted(in), "The file %s cannot be read.".formatted(in)));
        }
    }

    /** What would change, by path; @throws BadInput if something stands there already and is not to be replaced */
    private SortedMap<String, String> files(Content content, Path rules) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Optional<String> shared = Optional.empty();
        for (Map.Entry<String, SortedMap<String, String>> edition :
                content.editions().entrySet()) {
            for (Map.Entry<String, String> file : edition.getValue().entrySet()) {
                if (file.getKey().equals(SHARED)) {
                    shared = Optional.of(file.getValue());
                } else {
                    files.put(edition.getKey() + "/" + file.getKey(), file.getValue());
                }
            }
        }
        shared.ifPresent(wanted -> shared(wanted, rules).ifPresent(text -> files.put(SHARED, text)));
        List<Text> standing = new ArrayList<>();
        for (String path : List.copyOf(files.keySet())) {
            Path there = rules.resolve(path);
            if (Files.exists(there) && Files.readString(there).equals(files.get(path))) {
                files.remove(path);
            } else if (Files.exists(there) && !replace) {
                standing.add(new Text(
                        "「%s」はすでにあり、内容が違います。置きかえるには --replace を付けてください。".formatted(there),
                        "%s is there already and says something else. Give --replace to replace it.".formatted(there)));
            }
        }
        if (!standing.isEmpty()) {
            throw new BadInput(standing);
        }
        return files;
    }

    /** The shared questions if the folder has none; it keeps its own as long as they say all that is needed. */
    private static Optional<String> shared(String wanted, Path rules) {
        Path there = rules.resolve(SHARED);
        if (!Files.exists(there)) {
            return Optional.of(wanted);
        }
        try {
            List<String> missing = RulesArchive.sharedMissing(Files.readString(there), wanted);
            if (missing.isEmpty()) {
                return Optional.empty();
            }
            String ids = String.join(", ", missing);
            throw new BadInput(new Text(
                    "共通の質問が、フォルダーの questions.yaml にないか、違います: %s。先に questions.yaml を直してください。".formatted(ids),
                    "Shared questions are missing in the folder's questions.yaml, or differ: %s. Correct questions.yaml first."
                            .formatted(ids)));
        } catch (IOException e) {
            throw new BadInput(
                    new Text("ファイル「%s」を読めません。".formatted(there), "The file %s cannot be read.".formatted(there)));
        }
    }

    /** What the checks say of the folder as it would be, as far as it is about what comes in. */
    private List<Problem> tried(Path rules, SortedMap<String, String> files) throws IOException {
        Path copy = Files.createTempDirectory("import");
        try {
            try (Stream<Path> all = Files.walk(rules)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    Path to = copy.resolve(rules.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
            write(files, copy);
            CheckedFolder checked = workplace.checker().check(copy).tested(adviser -> false);
            return checked.problems().stream()
                    .filter(problem -> files.keySet().stream().anyMatch(path -> isAbout(problem, path)))
                    .toList();
        } finally {
            Folders.delete(copy);
        }
    }

    /** Of another file of the same edition, too. */
    private static boolean isAbout(Problem problem, String path) {
        String file = problem.place().file();
        return path.contains("/") ? file.startsWith(path.substring(0, path.lastIndexOf('/') + 1)) : file.equals(path);
    }

    private static void write(SortedMap<String, String> files, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
