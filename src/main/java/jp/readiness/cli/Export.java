package jp.readiness.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.folder.RulesArchive;
import jp.readiness.programme.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what is live in a database as a ZIP or as a folder of programmes. */
@Command(name = "export")
final class Export implements Callable<Integer> {

    @Mixin
    private final Workplace workplace = new Workplace();

    @Mixin
    private final Database database = new Database();

    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PROGRAMME[/EDITION]", descriptionKey = "export-what")
    private String wanted = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.zip|DIR",
            descriptionKey = "export-out",
            required = true)
    private Path out = Path.of("");

    Export(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws SQLException {
        List<ResolvedEdition> editions = live();
        if (editions.isEmpty()) {
            throw new BadInput(
                    new Text("「%s」の公開中の版はありません。".formatted(wanted), "Nothing of %s is live.".formatted(wanted)));
        }
        try {
            SortedMap<String, String> files = RulesArchive.files(editions);
            if (out.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                zip(files);
            } else {
                folder(files);
            }
        } catch (RulesArchive.Unusable e) {
            throw new BadInput(e.text());
        } catch (IOException e) {
            throw BadInput.unwritable(out);
        }
        console.say(new Text(
                        "%d個の年度版を書き出しました: %s".formatted(editions.size(), out),
                        "%d editions exported: %s".formatted(editions.size(), out))
                .in(console.locale()));
        return 0;
    }

    private List<ResolvedEdition> live() throws SQLException {
        try (Connection connection = database.open()) {
            return LiveEditions.in(connection, workplace.compiler()).stream()
                    .filter(resolved -> wanted.isEmpty()
                            || wanted.equals(resolved.edition().programme())
                            || wanted.equals(resolved.edition().name()))
                    .toList();
        }
    }

    private void zip(SortedMap<String, String> files) throws IOException {
        try (OutputStream zip = Files.newOutputStream(out)) {
            RulesArchive.write(files, zip);
        }
    }

    /** Into an empty folder alone, so that nothing that somebody wrote is lost. */
    private void folder(SortedMap<String, String> files) throws IOException {
        if (Files.exists(out) && !isEmpty()) {
            throw new BadInput(new Text(
                    "「%s」は空ではありません。新しいフォルダーに書き出して、比べてから写してください。".formatted(out),
                    "%s is not empty. Export to a new folder, compare, and copy what you need.".formatted(out)));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = out.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private boolean isEmpty() throws IOException {
        if (!Files.isDirectory(out)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(out)) {
            return entries.findAny().isEmpty();
        }
    }
}
