package jp.readiness.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What authors read about their mistakes: one file a case. {@code -Dgolden.update=true} writes what is read now. */
class BrokenYamlTest {

    private static final Path CASES = Path.of("src/test/resources/check/yaml");

    @TempDir
    Path folders;

    @Test
    void the_folder_that_all_cases_start_from_is_sound() {
        RulesFolder base = new RulesFolderReader().read(BrokenFolder.BASE);

        assertThat(base.problems()).isEmpty();
        assertThat(base.editions()).hasSize(2);
    }

    @TestFactory
    List<DynamicTest> every_mistake_is_told_at_its_place() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            List<DynamicTest> tests = cases.sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
                    .toList();
            assertThat(tests).hasSizeGreaterThanOrEqualTo(60);
            return tests;
        }
    }

    private void check(Path file) throws IOException {
        BrokenFolder broken = BrokenFolder.read(file);
        Path folder = broken.in(folders.resolve(file.getFileName().toString()));

        RulesFolder read = new RulesFolderReader().read(folder);

        List<String> lines = read.problems().stream()
                .map(problem -> problem.line(Locale.JAPANESE))
                .toList();
        if (Boolean.getBoolean("golden.update")) {
            broken.accept(lines);
        }
        assertThat(lines).isNotEmpty().isEqualTo(BrokenFolder.read(file).expected());
        assertThat(read.problems())
                .allSatisfy(problem -> assertThat(problem.line(Locale.ENGLISH))
                        .as("words in English")
                        .doesNotContain("です", "ません", "ください"));
    }
}
