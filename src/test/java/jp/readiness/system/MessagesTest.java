package jp.readiness.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every word of the pages stands in both languages, is used, and is there where a page asks for it. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d[^}]*}");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][\\w.-]*)");

    @TestFactory
    Stream<DynamicTest> both_languages_have_the_same_keys_with_the_same_placeholders() throws IOException {
        return japaneseFiles().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }

    private static void compare(Path japaneseFile) throws IOException {
        Properties ja = read(japaneseFile);
        Properties en = read(Path.of(japaneseFile.toString().replace(".properties", "_en.properties")));
        assertThat(en.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(ja.stringPropertyNames());
        for (String key : ja.stringPropertyNames()) {
            assertThat(ja.getProperty(key)).as(key).isNotBlank();
            assertThat(en.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(en.getProperty(key))).as(key).isEqualTo(placeholders(ja.getProperty(key)));
        }
    }

    @Test
    void no_key_stands_in_two_files() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (Path file : japaneseFiles()) {
            for (String key : read(file).stringPropertyNames()) {
                assertThat(seen.add(key)).as(key).isTrue();
            }
        }
    }

    @Test
    void every_key_a_template_names_exists() throws IOException {
        Set<String> known = allKeys();
        for (Map.Entry<Path, String> template :
                texts(Path.of("src/main/resources/templates"), ".html").entrySet()) {
            Matcher key = KEY_IN_TEMPLATE.matcher(template.getValue());
            while (key.find()) {
                assertThat(known).as(template.getKey().toString()).contains(key.group(1));
            }
        }
    }

    @Test
    void every_action_of_the_audit_log_has_words() throws IOException {
        Pattern acted = Pattern.compile("(?:record|trace)\\([^;]*?\"([A-Z]+(?:_[A-Z]+)+)\"");
        Set<String> known = allKeys();
        for (Map.Entry<Path, String> source :
                texts(Path.of("src/main/java"), ".java").entrySet()) {
            Matcher action = acted.matcher(source.getValue());
            while (action.find()) {
                assertThat(known).as(source.getKey().toString()).contains("account.audit.action." + action.group(1));
            }
        }
    }

    /** A key that is put together, such as {@code error.<status>.title}, counts as used by its beginning. */
    @Test
    void every_key_is_used() throws IOException {
        String all = Stream.of(
                        texts(Path.of("src/main/resources/templates"), ".html"),
                        texts(Path.of("src/main/java"), ".java"))
                .flatMap(files -> files.values().stream())
                .collect(Collectors.joining("\n"));
        Set<String> unused = allKeys().stream()
                .filter(key -> beginnings(key).noneMatch(all::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    /** The ways a key may stand in a template or in Java: whole, or its part up to a dot, closed by a quote. */
    private static Stream<String> beginnings(String key) {
        Stream<String> whole = Stream.of("#{" + key + "}", "#{" + key + "(", "'" + key + "'", "\"" + key + "\"");
        Stream<String> heads = IntStream.range(2, key.length())
                .filter(end -> key.charAt(end - 1) == '.')
                .mapToObj(end -> key.substring(0, end))
                .flatMap(head -> Stream.of("'" + head + "'", "\"" + head + "\""));
        return Stream.concat(whole, heads);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(r -> r.group().substring(0, 2))
                .collect(Collectors.toSet());
    }

    private static Set<Path> japaneseFiles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.filter(file -> !file.toString().endsWith("_en.properties"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> allKeys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : japaneseFiles()) {
            keys.addAll(read(file).stringPropertyNames());
        }
        return keys;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Map<Path, String> texts(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toMap(file -> file, MessagesTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
