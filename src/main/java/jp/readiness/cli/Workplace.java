package jp.readiness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import jp.readiness.check.Checker;
import jp.readiness.library.CacheLocation;
import jp.readiness.library.RulesLocation;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.RuleCompiler;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which rules to work with. */
final class Workplace {

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
    @Nullable
    Path rules;

    @Option(names = "--cache", paramLabel = "DIR", descriptionKey = "cache")
    @Nullable
    Path cache;

    /** @throws BadInput if the folder given does not exist */
    Path rulesFolder() {
        if (rules != null && !Files.isDirectory(rules)) {
            throw new BadInput(new Text(
                    "フォルダー「%s」がありません。--rules に支援のフォルダーを指定してください。".formatted(rules),
                    "There is no folder %s. Give the folder of the programmes with --rules.".formatted(rules)));
        }
        return RulesLocation.find(Optional.ofNullable(rules));
    }

    /** The folder to write to. @throws BadInput if there is none but the copy inside the program */
    Path ownRulesFolder() {
        Path folder = rules == null ? Path.of("rules") : rules;
        if (!Files.isDirectory(folder)) {
            throw new BadInput(new Text(
                    "フォルダー「%s」がありません。--rules に支援のフォルダーを指定してください。".formatted(folder),
                    "There is no folder %s. Give the folder of the programmes with --rules.".formatted(folder)));
        }
        return folder;
    }

    RuleCompiler compiler() {
        return new RuleCompiler(CacheLocation.usable(cache == null ? usualCache() : cache));
    }

    /** Not among the programmes, which it would be taken for one of, where somebody works in their folder. */
    private Path usualCache() {
        Path usual = Path.of(CacheLocation.DEFAULT);
        boolean amongProgrammes = rules != null && absolute(usual).startsWith(absolute(rules));
        return amongProgrammes ? Path.of(System.getProperty("user.home"), ".cache", "readiness-advisor") : usual;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    Checker checker() {
        return new Checker(compiler());
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }
}
