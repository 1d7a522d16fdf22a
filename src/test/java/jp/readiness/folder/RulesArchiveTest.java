package jp.readiness.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.readiness.folder.RulesArchive.Content;
import jp.readiness.folder.RulesArchive.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editions as a ZIP, and ZIPs of people who mean harm. */
class RulesArchiveTest {

    private static final String TITLE = "camp/2022/programme.yaml";

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Content read(byte[] zip) throws IOException {
        return RulesArchive.read(new ByteArrayInputStream(zip));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules", "src/test/resources/small-rules"})
    void what_is_written_is_read_back_with_the_same_hashes(String folder) throws IOException {
        List<ResolvedEdition> editions =
                new RulesFolderReader().read(Path.of(folder)).resolved();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RulesArchive.write(RulesArchive.files(editions), out);

        Content content = read(out.toByteArray());

        assertThat(content.ignored()).isEmpty();
        assertThat(content.editions()).hasSameSizeAs(editions);
        for (ResolvedEdition edition : editions) {
            RulesFolder back = new RulesFolderReader()
                    .readDraft(
                            edition.edition().programme(),
                            edition.edition().id(),
                            Objects.requireNonNull(
                                    content.editions().get(edition.edition().name())),
                            List.of());
            assertThat(back.resolved())
                    .singleElement()
                    .satisfies(read -> assertThat(read.edition().version())
                            .isEqualTo(edition.edition().version()));
        }
    }

    @Test
    void a_folder_around_everything_and_what_systems_add_do_no_harm() throws IOException {
        Content content = read(zip(Map.of(
                "my rules/camp/2022/programme.yaml", text("title: x"),
                "my rules/questions.yaml", text("questions: {}"),
                "my rules/README.md", text("words"),
                "my rules/camp/2022/cohort-1.csv", text("a,b"),
                "my rules/.DS_Store", new byte[] {0, 1},
                "__MACOSX/my rules/camp", new byte[] {0, 1})));
        assertThat(content.editions().get("camp/2022")).containsOnlyKeys("programme.yaml", "questions.yaml");
        assertThat(content.ignored()).containsExactly("README.md", "camp/2022/cohort-1.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../camp/2022/programme.yaml",
                "camp/../../programme.yaml",
                "/etc/passwd",
                "C:/camp/2022/programme.yaml",
                "camp\\2022\\programme.yaml",
                "camp//programme.yaml",
                "camp/./programme.yaml",
                "camp/2022/programme.yaml\u0000.txt",
                "camp/ /programme.yaml"
            })
    void a_name_that_leads_elsewhere_is_refused(String name) throws IOException {
        byte[] zip = zip(Map.of(name, text("title: x")));
        assertThatThrownBy(() -> read(zip)).isInstanceOf(Unusable.class).hasMessageContaining("cannot be used");
    }

    @Test
    void a_very_long_name_is_refused() throws IOException {
        byte[] zip = zip(Map.of("camp/" + "x".repeat(5_000) + "/programme.yaml", text("title: x")));
        assertThatThrownBy(() -> read(zip)).isInstanceOf(Unusable.class).hasMessageContaining("cannot be used");
    }

    static Stream<Map<String, byte[]>> tooMuch() {
        Map<String, byte[]> many = new TreeMap<>();
        for (int i = 0; i <= 500; i++) {
            many.put("camp/" + i + "/programme.yaml", text("title: x"));
        }
        Map<String, byte[]> random = new TreeMap<>();
        Random noise = new Random(1);
        for (int i = 0; i < 18; i++) {
            byte[] bytes = new byte[(1 << 20) - 1];
            noise.nextBytes(bytes);
            random.put("camp/" + i + "/programme.yaml", bytes);
        }
        return Stream.of(
                many,
                random,
                Map.of(TITLE, new byte[(1 << 20) + 1]),
                // one mebibyte of the same letter: a bomb
                Map.of(TITLE, text("a".repeat(1 << 20))));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void more_than_a_folder_of_rules_can_be_is_refused(Map<String, byte[]> files) throws IOException {
        byte[] zip = zip(files);
        assertThatThrownBy(() -> read(zip)).isInstanceOf(Unusable.class);
    }

    @Test
    void the_same_file_twice_is_refused_whatever_its_letters_look_like() throws IOException {
        byte[] zip = zip(Map.of(TITLE, text("title: x"), "CAMP/2022/programme.yaml", text("title: y")));
        assertThatThrownBy(() -> read(zip)).isInstanceOf(Unusable.class).hasMessageContaining("two files");
    }

    @Test
    void what_is_no_zip_or_cut_short_or_has_a_password_is_refused() throws IOException {
        byte[] whole = zip(Map.of(TITLE, text("title: " + "x".repeat(2000))));
        byte[] locked = whole.clone();
        locked[6] |= 1; // the flag for "encrypted"
        for (byte[] bytes :
                List.of(new byte[0], text("not a zip"), Arrays.copyOf(whole, 40), Arrays.copyOf(whole, 5), locked)) {
            assertThatThrownBy(() -> read(bytes)).isInstanceOf(Unusable.class);
        }
    }

    @Test
    void damage_anywhere_is_refused_or_read_and_never_breaks_off_otherwise() throws IOException {
        byte[] whole = zip(Map.of(TITLE, text("title: x"), "camp/2022/rules.drl", text("rule \"a\"")));
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = whole.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                read(bytes);
            } catch (Unusable e) {
                assertThat(e.text().ja()).isNotBlank();
            }
        }
    }

    @Test
    void text_that_is_not_utf_8_is_refused_at_its_line() throws IOException {
        byte[] bytes = "title: x\nsummary: 表示".getBytes(Charset.forName("windows-31j"));
        byte[] zip = zip(Map.of(TITLE, bytes));
        assertThatThrownBy(() -> read(zip))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(TITLE + ", line 2")
                .hasMessageContaining("Shift_JIS");
    }

    @Test
    void a_zip_without_a_programme_says_what_one_looks_like() throws IOException {
        byte[] zip = zip(Map.of("photo.jpg", new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> read(zip)).isInstanceOf(Unusable.class).hasMessageContaining("PROGRAMME/EDITION");
    }

    @Test
    void editions_that_ask_a_shared_question_differently_fit_no_common_folder() {
        ResolvedEdition edition = new RulesFolderReader()
                .read(Path.of("src/test/resources/small-rules"))
                .resolved()
                .get(0);
        TreeMap<String, String> other = new TreeMap<>(edition.files());
        other.computeIfPresent("questions.yaml", (name, text) -> text.replace("申込者の種類", "申込者"));
        assertThat(other).isNotEqualTo(edition.files());
        assertThatThrownBy(() -> RulesArchive.files(List.of(edition, new ResolvedEdition(edition.edition(), other))))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("is not the same in all editions");
    }
}
