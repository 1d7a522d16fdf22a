package jp.readiness.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.readiness.batch.Template;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Text;
import jp.readiness.table.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the empty table of a programme, to be filled in and judged by {@code batch}. */
@Command(name = "template")
final class TemplateFile implements Callable<Integer> {

    @Mixin
    private final EditionChoice choice = new EditionChoice();

    private final Console console;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv|xlsx",
            descriptionKey = "template-out",
            required = true)
    private Path out = Path.of("");

    TemplateFile(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Edition edition = choice.adviser().edition();
        Format format = Format.of(out.toString())
                .orElseThrow(() -> new BadInput(new Text(
                        "ファイル名の終わりを .csv か .xlsx にしてください: " + out,
                        "The file's name must end in .csv or .xlsx: " + out)));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            new Template(edition, console.locale()).write(format, content);
            Files.write(out, content.toByteArray());
        } catch (IOException e) {
            throw BadInput.unwritable(out);
        }
        return 0;
    }
}
