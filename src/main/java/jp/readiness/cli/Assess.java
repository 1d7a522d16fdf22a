package jp.readiness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.answers.AnswerDocument;
import jp.readiness.library.FolderAdvice;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives the assessment of one answer sheet as JSON. */
@Command(name = "assess")
final class Assess implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Mixin
    private final Workplace workplace = new Workplace();

    private final Console console;

    @Parameters(index = "0", paramLabel = "PROGRAMME[/EDITION]", descriptionKey = "programme")
    private String programme = "";

    @Parameters(index = "1", paramLabel = "ANSWERS.json", descriptionKey = "answers")
    private String file = "";

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    Assess(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LocalDate day = Optional.ofNullable(asOf).orElseGet(Workplace::today);
        Adviser adviser = new FolderAdvice(workplace.rulesFolder(), workplace.compiler()).adviser(programme, day);
        AnswerDocument document =
                AnswerDocument.read(content(), adviser.edition().questions());
        if (!document.problems().isEmpty()) {
            throw new BadInput(document.problems().entrySet().stream()
                    .map(problem -> located(problem.getKey(), problem.getValue()))
                    .toList());
        }
        console.say(AssessmentJson.write(adviser.assess(document.answers(), day)));
        return 0;
    }

    /** At most one byte more than a document may have, so that nothing endless is read. */
    private byte[] content() {
        try (InputStream in = file.equals(STANDARD_INPUT) ? console.in() : Files.newInputStream(Path.of(file))) {
            return in.readNBytes(AnswerDocument.MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new BadInput(new Text("ファイル「%s」がありません。".formatted(file), "There is no file %s.".formatted(file)));
        } catch (IOException e) {
            throw new BadInput(
                    new Text("ファイル「%s」を読めません。".formatted(file), "The file %s cannot be read.".formatted(file)));
        }
    }

    private Text located(String field, Text problem) {
        String place = field.isEmpty() ? file + ": " : file + ": " + field + ": ";
        return new Text(place + problem.ja(), place + problem.en());
    }
}
