package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import jp.readiness.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private final Terminal terminal = new Terminal();

    @Test
    void without_arguments_the_server_starts() {
        assertThat(terminal.run().code()).isZero();
        assertThat(terminal.servers).containsExactly(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "serve, ''",
        "--server.port=8081, --server.port=8081",
        "serve --server.port=8081 --debug, --server.port=8081 --debug",
        "serve --debug --spring.config.import=a=b, --debug --spring.config.import=a=b",
        "serve --rules src --cache c, --readiness.rules=src --readiness.cache-dir=c",
        "--rules=src --server.port=0, --server.port=0 --readiness.rules=src",
        "--server.port=0 serve --rules src, --server.port=0 --readiness.rules=src"
    })
    void options_of_the_server_reach_spring(String typed, String given) {
        Outcome outcome = terminal.run(typed.split(" "));

        assertThat(outcome.code()).isZero();
        assertThat(terminal.servers).containsExactly(given.isEmpty() ? List.of() : List.of(given.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rules src/test/resources/small-rules check",
                "--rules=src/test/resources/small-rules --cache target/test-cache check",
                "--lang en check --rules src/test/resources/small-rules"
            })
    void options_may_stand_before_their_command(String typed) {
        Outcome outcome = terminal.run(typed.split(" "));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(terminal.servers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--version", "--lang en --help", "serve --help", "check --help"})
    void asking_for_help_starts_no_server(String typed) {
        Outcome outcome = terminal.run(typed.split(" "));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isNotBlank();
        assertThat(terminal.servers).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "chek                          ~ \"chek\" is not known here. Maybe you meant `check`.",
                "check --ruels x               ~ \"--ruels\" is not known here. Maybe you meant `--rules`.",
                "assess camp                   ~ ANSWERS.json is missing.",
                "assess --as-of today camp a.j ~ --as-of takes YYYY-MM-DD (you gave: today).",
                "check --lang fr --lang en     ~ --lang takes ja|en (you gave: fr).",
                "--lang en                     ~ Say which command to run.",
                "check --rules                 ~ --rules DIR is missing.",
                "serve --nonsense              ~ \"--nonsense\" is not known here. Settings of the server are written like --server.port=8081.",
                "serve --port 8081             ~ \"--port\" is not known here. Settings of the server are written like --server.port=8081.",
                "serve --port=8081             ~ \"--port=8081\" is not known here. Settings of the server are written like --server.port=8081.",
                "serve --ruels src             ~ \"--ruels\" is not known here. Maybe you meant `--rules`."
            })
    void what_is_wrong_with_the_arguments_is_said_in_words(String typed, String words) {
        Outcome outcome = terminal.run((typed + " --lang=en").split(" "));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err().lines().findFirst()).contains(words);
        assertThat(outcome.out()).isEmpty();
        assertThat(terminal.servers).isEmpty();
    }

    @Test
    void a_word_that_no_command_has_starts_no_server() {
        Outcome outcome = terminal.run("--rules", "src", "chek");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("「chek」は使えません。もしかして「check」ですか。");
        assertThat(terminal.servers).isEmpty();
    }

    @Test
    void words_are_japanese_unless_english_is_asked_for() {
        assertThat(terminal.run("chek").err()).startsWith("「chek」は使えません。もしかして「check」ですか。");
        assertThat(terminal.run("--lang", "en", "--help").out()).contains("Starts the web server");
        assertThat(terminal.run("--help").out()).contains("ウェブサーバーを起動します");
    }

    @Test
    void every_help_text_exists_in_both_languages() {
        assertThat(ResourceBundle.getBundle("jp.readiness.cli.help_en").keySet())
                .isEqualTo(ResourceBundle.getBundle("jp.readiness.cli.help").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "serve"})
    void a_rules_folder_that_does_not_exist_is_bad_input(String command) {
        Outcome outcome = terminal.run(command, "--rules", "no/such/folder", "--lang", "en");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("There is no folder no/such/folder");
        assertThat(terminal.servers).isEmpty();
    }
}
