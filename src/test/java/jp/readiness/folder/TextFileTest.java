package jp.readiness.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

    private static final String EXAMPLES = "tiny/2022/examples.yaml";
    private static final List<String> FILES = List.of(
            "questions.yaml", EXAMPLES, "tiny/2022/programme.yaml", "tiny/2022/scenarios.yaml", "tiny/2022/rules.drl");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        BrokenFolder.copy(BrokenFolder.BASE, folder);
    }

    @Test
    void line_ends_a_byte_order_mark_and_decomposed_accents_make_no_other_version() throws IOException {
        RulesFolder before = read();
        for (String file : FILES) {
            String text = Files.readString(folder.resolve(file));
            String other =
                    "\uFEFF" + Normalizer.normalize(text, Normalizer.Form.NFD).replace("\n", "\r\n");
            Files.writeString(folder.resolve(file), other);
        }

        assertThat(read()).isEqualTo(before);
    }

    @Test
    void shift_jis_is_recognised_and_refused_where_it_begins() throws IOException {
        Files.write(folder.resolve(EXAMPLES), "pair:\n  title: { ja: 二人 }".getBytes(Charset.forName("windows-31j")));

        assertThat(lines())
                .containsExactly(EXAMPLES
                        + ":2:16: error NOT_UTF8: 文字コードが UTF-8 ではありません。 もしかして Shift_JIS ですか。UTF-8 で保存し直してください。");
    }

    @Test
    void bytes_of_no_encoding_are_refused() throws IOException {
        Files.write(folder.resolve(EXAMPLES), new byte[] {'a', ':', ' ', (byte) 0xFF, (byte) 0xFF});

        assertThat(lines())
                .containsExactly(EXAMPLES + ":1:4: error NOT_UTF8: 文字コードが UTF-8 ではありません。 UTF-8 で保存し直してください。");
    }

    @Test
    void a_character_cut_off_at_the_end_is_refused() throws IOException {
        byte[] bytes = "# 二".getBytes(UTF_8);
        Files.write(folder.resolve(EXAMPLES), Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(lines()).singleElement().asString().startsWith(EXAMPLES + ":1:3: error NOT_UTF8");
    }

    @Test
    void a_control_character_is_told_with_its_code() throws IOException {
        Files.writeString(folder.resolve(EXAMPLES), "pair:\n  title: \u0007");

        assertThat(lines())
                .containsExactly(EXAMPLES + ":2:10: error INVISIBLE_CHARACTER: 見えない制御文字(U+0007)があります。 その文字を消してください。");
    }

    @Test
    void columns_count_characters_and_not_their_halves() throws IOException {
        Files.writeString(folder.resolve(EXAMPLES), "{ 𠮷野家: 1, \u0085 }");

        assertThat(lines()).singleElement().asString().startsWith(EXAMPLES + ":1:11: error INVISIBLE_CHARACTER");
    }

    @Test
    void a_file_beyond_a_mebibyte_is_not_read() throws IOException {
        Files.writeString(folder.resolve(EXAMPLES), " ".repeat((1 << 20) + 1));

        assertThat(lines())
                .containsExactly(
                        EXAMPLES + ":1:1: error TOO_LARGE: ファイルが大きすぎます(1048577 バイト)。1 MiB(1,048,576 バイト)までにしてください。");
    }

    private RulesFolder read() {
        return new RulesFolderReader().read(folder);
    }

    private List<String> lines() {
        return read().problems().stream()
                .map(problem -> problem.line(Locale.JAPANESE))
                .toList();
    }
}
