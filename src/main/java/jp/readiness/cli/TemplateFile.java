package jp.readiness.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.readiness.batch.Template;
import jp.readiness.library.FolderAdvice;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Text;
import jp.readiness.table.Format;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the empty table of a programme, to be filled in and judged by {@code batch}. */
@Command(name = "template")
final class TemplateFile implements Callable<Integer> {

    @Mixin
    private final Workplace workplace = new Workplace();

    private final Console console;

    @Parameters(index = "0", paramLabel = "PROGRAMME[/EDITION]", descriptionKey = "programme")
    private String programme = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv|xlsx",
            descriptionKey = "template-out",
            required = true)
    private Path out = Path.of("");

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "as-of-edition")
    private @Nullable LocalDate asOf;

    TemplateFile(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LocalDate day = Optional.ofNullable(asOf).orElseGet(Workplace::today);
        Edition edition = new FolderAdvice(workplace.rulesFolder(), workplace.compiler())
                .adviser(programme, day)
                .edition();
        Format format = Format.of(out.toString())
                .orElseThrow(() -> new BadInput(new Text(
                        "ファイル名の終わりを .csv か .xlsx にしてください: " + out,
                        "The file's name must end in .csv or .xlsx: " + out)));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            new Template(edition, console.locale()).write(format, content);
            Files.write(out, content.toByteArray());
        } catch (IOException e) {
            throw new BadInput(
                    new Text("ファイル「%s」に書き出せません。".formatted(out), "The file %s cannot be written.".formatted(out)));
        }
        return 0;
    }
}
