package jp.readiness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.answers.AnswerDocument;
import jp.readiness.programme.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives the assessment of one answer sheet as JSON. */
@Command(name = "assess")
final class Assess implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Mixin
    private final EditionChoice choice = new EditionChoice();

    private final Console console;

    @Parameters(index = "1", paramLabel = "ANSWERS.json", descriptionKey = "answers")
    private String file = "";

    Assess(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Adviser adviser = choice.adviser();
        AnswerDocument document =
                AnswerDocument.read(content(), adviser.edition().questions());
        if (!document.problems().isEmpty()) {
            throw new BadInput(document.problems().entrySet().stream()
                    .map(problem -> located(problem.getKey(), problem.getValue()))
                    .toList());
        }
        console.say(AssessmentJson.write(adviser.assess(document.answers(), choice.day())));
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
