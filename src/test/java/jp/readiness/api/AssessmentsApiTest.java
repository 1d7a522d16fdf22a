package jp.readiness.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.readiness.RunningServer;
import jp.readiness.api.ApiCaller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Advice for other systems, over real HTTP, by the programmes of this repository. */
@RunningServer
class AssessmentsApiTest {

    private static final String SHEETS = "/api/v1/programmes/bootcamp/assessments";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ApiCaller caller;

    @BeforeEach
    void call() {
        caller = new ApiCaller(port);
    }

    @Test
    void a_sheet_gets_advice_under_two_keys_and_the_owner_can_delete_it() {
        Answer created = caller.post(SHEETS + "?asOf=2022-05-01", """
                {"applicant": "𠮷田<script>\\"製作所\\"🚀", "answers": {"participants": 1, "executiveCommitment": null}}""");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("verdict").asString()).isEqualTo("NOT_YET");
        assertThat(created.json().path("edition").asString()).isEqualTo("2022");
        assertThat(created.json().path("asOf").asString()).isEqualTo("2022-05-01");
        JsonNode keys = created.json().path("tokens");
        String view = keys.path("view").asString();
        String edit = keys.path("edit").asString();
        assertThat(created.header("Location")).isEqualTo("http://localhost:" + port + "/api/v1/assessments/" + view);
        assertThat(created.header("Cache-Control")).contains("no-store");

        JsonNode seen = caller.get(created.header("Location")).json();
        assertThat(seen.path("tokens").isMissingNode()).isTrue();
        assertThat(created.response().body()).startsWith(seen.toString().replaceFirst("}$", ""));
        assertThat(caller.get("/api/v1/assessments/" + edit).json()).isEqualTo(seen);

        assertThat(caller.delete("/api/v1/assessments/" + view).status()).isEqualTo(403);
        assertThat(caller.get("/api/v1/assessments/" + view).status()).isEqualTo(200);
        assertThat(caller.delete("/api/v1/assessments/" + edit).status()).isEqualTo(204);
        assertThat(caller.get("/api/v1/assessments/" + view).status()).isEqualTo(404);
        assertThat(caller.delete("/api/v1/assessments/" + edit).status()).isEqualTo(404);
    }

    @Test
    void every_rule_can_be_asked_for_with_why_it_fired_or_not() {
        Answer created = caller.post(SHEETS + "?rules=true", "{\"answers\": {\"participants\": 1}}");

        JsonNode rule = StreamSupport.stream(created.json().path("rules").spliterator(), false)
                .filter(one -> one.path("rule").asString().equals("too-few-participants"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.path("state").asString()).isEqualTo("fired");
        assertThat(rule.path("conditions").path(0).path("threshold").asInt()).isEqualTo(2);
        assertThat(rule.path("concludes").path(0).asString()).isEqualTo("participants");
        JsonNode again = caller.get(created.header("Location") + "?rules=true").json();
        assertThat(again.path("rules")).isEqualTo(created.json().path("rules"));
        assertThat(caller.get(created.header("Location")).json().has("rules")).isFalse();
    }

    @Test
    void the_name_is_kept_as_typed_and_goes_when_the_sheet_goes() {
        Answer created = caller.post(SHEETS, "{\"applicant\": \"'; drop table 𠮷 🚀\", \"answers\": {}}");

        assertThat(jdbc.sql("select name from applicant").query(String.class).list())
                .contains("'; drop table 𠮷 🚀");
        assertThat(created.response().body()).doesNotContain("drop table");

        caller.delete("/api/v1/assessments/"
                + created.json().path("tokens").path("edit").asString());
        assertThat(jdbc.sql("select name from applicant").query(String.class).list())
                .doesNotContain("'; drop table 𠮷 🚀");
    }

    @Test
    void the_day_selects_the_edition() {
        assertThat(caller.post(SHEETS + "?asOf=2021-05-01", "{\"answers\": {}}")
                        .json()
                        .path("edition")
                        .asString())
                .isEqualTo("2021");

        Answer tooEarly = caller.post(SHEETS + "?asOf=1999-01-01", "{\"answers\": {}}");
        assertThat(tooEarly.status()).isEqualTo(404);
        assertThat(tooEarly.json().path("detail").asString()).contains("the first one starts on");
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("{\"answers\": {\"participants\": \"two\"}}", 400, List.of("answers.participants")),
                Arguments.of("{\"answers\": {\"participants\": -1}}", 400, List.of("answers.participants")),
                Arguments.of("{\"answers\": {\"participants\": true}}", 400, List.of("answers.participants")),
                Arguments.of("{\"answers\": {\"participants\": NaN}}", 400, List.of("")),
                Arguments.of("{\"answers\": {\"participants\": 1e999999999}}", 400, List.of("answers.participants")),
                Arguments.of(
                        "{\"answers\": {\"particpants\": 1, \"executiveCommitment\": \"YES\"}}",
                        400,
                        List.of("answers.particpants", "answers.executiveCommitment")),
                Arguments.of("{\"answers\": {}, \"applicant\": \"a\\u0000\"}", 400, List.of("applicant")),
                Arguments.of(
                        "{\"answers\": {}, \"applicant\": \"" + "x".repeat(201) + "\"}", 400, List.of("applicant")),
                Arguments.of("{}", 400, List.of("answers")),
                Arguments.of("", 400, List.of("")),
                Arguments.of("{\"answers\": {", 400, List.of("")),
                Arguments.of("[".repeat(100_000), 400, List.of("")),
                Arguments.of("{\"applicant\": \"" + "x".repeat(1_000_000) + "\", \"answers\": {}}", 413, List.of()),
                Arguments.of(" ".repeat(1_000_000) + "{}", 413, List.of()));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void a_bad_sheet_is_refused_by_its_fields_and_nothing_is_stored(String json, int status, List<String> fields) {
        long before = stored();

        Answer refused = caller.post(SHEETS, json);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().path("status").asInt()).isEqualTo(status);
        assertThat(refused.json().path("detail").asString()).isNotBlank();
        assertThat(StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                        .map(error -> error.path("field").asString()))
                .containsExactlyElementsOf(fields);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void what_is_wrong_is_said_in_the_callers_language() {
        String json = "{\"answers\": {\"particpants\": 1}}";

        assertThat(caller.speaking("en-GB,ja;q=0.5")
                        .post(SHEETS, json)
                        .response()
                        .body())
                .contains("Maybe you meant `participants`");
        assertThat(caller.speaking("fr,ja;q=0.5").post(SHEETS, json).response().body())
                .contains("もしかして「participants」ですか");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/programmes/bootcmap/assessments, application/json, 404, Maybe you meant `bootcamp`",
        "POST, /api/v1/programmes/bootcamp/assessments?asOf=yesterday, application/json, 400, date",
        "POST, /api/v1/programmes/bootcamp/assessments?asOf=2022-02-30, application/json, 400, date",
        "POST, /api/v1/programmes/bootcamp/assessments?asOf=%2B12345-01-01, application/json, 400, date",
        "PUT, /api/v1/programmes/bootcamp/assessments, application/json, 405, Allow",
        "GET, /api/v1/programmes/bootcamp/assessments, application/json, 405, Allow",
        "POST, /api/v1/programmes/bootcamp/assessments, text/plain, 415, application/json",
        "POST, /api/v1/programmes/bootcamp/assessments, application/x-www-form-urlencoded, 415, application/json",
        "GET, /api/v1/assessments/AAAAAAAAAAAAAAAAAAAAAA, application/json, 404, key",
        "GET, /api/v1/assessments/x, application/json, 404, key",
        "DELETE, /api/v1/assessments/AAAAAAAAAAAAAAAAAAAAAA, application/json, 404, key",
        "GET, /api/v1/programmes?asOf=2022, application/json, 400, date",
        "GET, /api/v1/programmes/nothing, application/json, 404, There is no programme",
        "GET, /api/v1/nothing, application/json, 404, /v3/api-docs",
        "GET, /api/v2/programmes, application/json, 404, /v3/api-docs"
    })
    void a_request_that_fits_nothing_is_a_clear_problem(
            String method, String path, String type, int status, String words) {
        long before = stored();

        Answer refused = caller.send(method, path, type, "{\"answers\": {}}");

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.response().body()).contains(words);
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, /api/v1/programmes, 405",
        "NONSENSE, /api/v1/programmes, 400",
        "GET, /api/v1/assessments/%00, 400",
        "GET, /api/v1/assessments/%2f, 400",
        "GET, /api/v1/assessments/a;b=c, 400",
        "GET, /api/v1/programmes/%ff, 400"
    })
    void what_never_reaches_the_api_is_a_problem_too(String method, String path, int status) throws IOException {
        // the client of Java refuses to send some of these
        String answer = new RawCaller(port).call(method + " " + path);

        assertThat(answer).startsWith("HTTP/1.1 " + status).containsIgnoringCase("application/problem+json");
        assertThat(answer)
                .contains("\"status\":" + status)
                .doesNotContain("timestamp", "<html", "Tomcat", "\"/error\"");
    }

    @Test
    void an_address_that_cannot_be_read_is_told_so_in_our_words() throws IOException {
        String answer = new RawCaller(port).call("GET /programmes/%00");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("<html lang=\"ja\">", "nosniff");
        assertThat(answer).doesNotContain("Tomcat", "Exception", "HTTP Status");
    }

    @Test
    void a_value_is_shown_as_the_json_it_was() {
        assertThat(caller.post(SHEETS, "{\"answers\": {\"participants\": {\"a\": [1, null]}}}")
                        .json()
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asString())
                .contains("(you gave: {\"a\":[1,null]})");
    }

    @Test
    void a_string_that_is_too_long_is_told_its_own_limit() {
        Answer refused = caller.post(SHEETS, "{\"answers\": {\"participants\": \"" + "x".repeat(60_000) + "\"}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.response().body()).contains("20,000 characters").doesNotContain("256");
    }

    private long stored() {
        return jdbc.sql("select (select count(*) from answer_sheet) + (select count(*) from assessment)"
                        + " + (select count(*) from applicant)")
                .query(Long.class)
                .single();
    }
}
