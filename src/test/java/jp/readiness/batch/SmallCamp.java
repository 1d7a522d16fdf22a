package jp.readiness.batch;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.readiness.SmallRules;
import jp.readiness.advice.Adviser;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.rulebook.RuleCompiler;

/** The adviser of the small camp of 2022, made once. */
final class SmallCamp {

    static final LocalDate DAY = LocalDate.of(2022, 6, 1);

    private static final Adviser ADVISER = new Adviser(new RuleCompiler(Path.of("target/test-cache"))
            .compile(new RulesFolderReader()
                    .read(SmallRules.ORIGINAL).editions().stream()
                            .filter(edition -> edition.id().equals("2022"))
                            .findFirst()
                            .orElseThrow())
            .ruleBook()
            .orElseThrow());

    private SmallCamp() {}

    static Adviser adviser() {
        return ADVISER;
    }
}
