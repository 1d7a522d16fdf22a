package jp.readiness.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.library.FolderAdvice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say which edition to work with: of which programme, on which day, from which folder. */
final class EditionChoice {

    @Mixin
    private final Workplace workplace = new Workplace();

    @Parameters(index = "0", paramLabel = "PROGRAMME[/EDITION]", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    Workplace workplace() {
        return workplace;
    }

    /** The day given, else today in Japan. */
    LocalDate day() {
        return Optional.ofNullable(asOf).orElseGet(Workplace::today);
    }

    /** @throws jp.readiness.library.NoSuchProgramme if the folder has no such programme or edition */
    Adviser adviser() {
        return adviser(workplace.rulesFolder());
    }

    /** The same choice from another folder. */
    Adviser adviser(Path folder) {
        return new FolderAdvice(folder, workplace.compiler()).adviser(programme, day());
    }
}
