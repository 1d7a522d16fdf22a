package jp.readiness.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.StreamSupport;
import jp.readiness.RunningServer;
import jp.readiness.api.ApiCaller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One sheet held against the programmes of this repository, over real HTTP. */
@RunningServer
class AdviceApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ApiCaller caller;

    @BeforeEach
    void call() {
        caller = new ApiCaller(port);
    }

    private static JsonNode programme(Answer advice, String id) {
        return find(advice, id).orElseThrow();
    }

    private static Optional<JsonNode> find(Answer advice, String id) {
        return StreamSupport.stream(advice.json().path("programmes").spliterator(), false)
                .filter(node -> node.path("programme").asString().equals(id))
                .findFirst();
    }

    @Test
    void a_sheet_is_held_against_every_programme_and_nothing_is_kept() {
        long before = sheets();

        Answer advice = caller.post("/api/v1/advice", """
                {"answers": {"applicantKind": "COMPANY", "location": "KANTO", "participants": 1}}""");

        assertThat(advice.status()).isEqualTo(200);
        assertThat(programme(advice, "bootcamp").path("state").asString()).isEqualTo("notYet");
        assertThat(programme(advice, "bootcamp").at("/assessment/verdict").asString())
                .isEqualTo("NOT_YET");
        assertThat(programme(advice, "koriyama").path("state").asString()).isEqualTo("notForYou");
        assertThat(sheets()).isEqualTo(before);
    }

    @Test
    void with_nothing_answered_the_first_question_is_who_asks() {
        Answer advice = caller.post("/api/v1/advice", "{\"answers\": {}}");

        assertThat(advice.json().path("next").path(0).path("question").asString())
                .isEqualTo("applicantKind");
        assertThat(advice.json().path("programmes").values())
                .allSatisfy(programme ->
                        assertThat(programme.path("undecided").size()).isPositive());
    }

    @Test
    void what_was_not_assessed_is_said() {
        Answer advice = caller.post("/api/v1/advice?asOf=2021-10-01", "{\"answers\": {}}");

        assertThat(find(advice, "dx-selection")).isEmpty();
        assertThat(advice.json().path("notAssessed").values())
                .extracting(JsonNode::asString)
                .contains("dx-selection");
    }

    @Test
    void before_the_first_edition_of_all_the_day_is_what_is_wrong() {
        Answer refused = caller.post("/api/v1/advice?asOf=2019-01-01", "{\"answers\": {\"participants\": 1}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.response().body()).contains("asOf", "2019-01-01").doesNotContain("participants");
    }

    @Test
    void an_unknown_question_or_a_wrong_value_is_refused_with_its_field() {
        Answer refused = caller.post("/api/v1/advice", "{\"answers\": {\"particpants\": 1, \"location\": \"MARS\"}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.response().body()).contains("answers.particpants", "answers.location");
    }

    private long sheets() {
        return jdbc.sql("select count(*) from answer_sheet").query(Long.class).single();
    }
}
