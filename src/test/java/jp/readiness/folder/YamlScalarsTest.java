package jp.readiness.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jp.readiness.folder.YamlScalars.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlScalarsTest {

    private static final List<String> VALUES = List.of(
            "3",
            "0.25",
            "名前",
            "a: b",
            "# x",
            "\"",
            "'",
            "\\",
            "true",
            "null",
            "- x",
            "[",
            "{ a: 1 }",
            "𠮷野",
            "a\nb",
            "  ",
            "2026-11-25",
            "x #y",
            "*x",
            "&x",
            "!x",
            "%x",
            "@x",
            "`x",
            "x, y",
            "長い文です。もう1つ。",
            "e\u0301",
            "~",
            "0x10");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    @Test
    void a_value_changes_where_it_stands_and_remarks_stay() {
        String text = "# of the office\nparameters:\n  least: { value: 2, unit: { ja: 名, en: people } } # since 2021\n";
        assertThat(YamlScalars.change(
                        text,
                        Map.of(
                                List.of("parameters", "least", "value"),
                                "3",
                                List.of("parameters", "least", "unit", "en"),
                                "a, b")))
                .hasValue(
                        "# of the office\nparameters:\n  least: { value: 3, unit: { ja: 名, en: \"a, b\" } } # since 2021\n");
    }

    @Test
    void what_cannot_be_changed_in_place_is_left_to_the_author() {
        assertThat(YamlScalars.change("a: |\n  long\n  text\n", Map.of(List.of("a"), "x")))
                .isEmpty();
        assertThat(YamlScalars.of("a: &x 1\nb: *x\n")).isEmpty();
        assertThat(YamlScalars.of("a: [")).isEmpty();
        assertThat(YamlScalars.of("")).isEmpty();
    }

    /** Every value of every shipped file, changed to values that YAML would read as something else. */
    @ParameterizedTest
    @MethodSource("files")
    void whatever_is_written_is_read_back_and_nothing_else_changes(Path file) throws IOException {
        Random random = new Random(20261125);
        String text = Files.readString(file);
        List<Scalar> before = YamlScalars.of(text).orElseThrow();
        for (int round = 0; round < 20; round++) {
            Map<List<String>, String> changed = new HashMap<>();
            for (int i = 0; i < 3; i++) {
                changed.put(
                        before.get(random.nextInt(before.size())).path(), VALUES.get(random.nextInt(VALUES.size())));
            }
            YamlScalars.change(text, changed).ifPresent(after -> {
                List<Scalar> wanted = before.stream()
                        .map(each -> new Scalar(each.path(), changed.getOrDefault(each.path(), each.value())))
                        .toList();
                assertThat(YamlScalars.of(after)).hasValue(wanted);
                assertThat(after.lines().filter(line -> line.strip().startsWith("#")))
                        .containsSequence(text.lines()
                                .filter(line -> line.strip().startsWith("#"))
                                .toList());
            });
        }
    }
}
