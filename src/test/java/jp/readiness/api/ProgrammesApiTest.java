package jp.readiness.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import jp.readiness.RunningServer;
import jp.readiness.api.ApiCaller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningServer
class ProgrammesApiTest {

    @LocalServerPort
    private int port;

    private ApiCaller caller;

    @BeforeEach
    void call() {
        caller = new ApiCaller(port);
    }

    @Test
    void every_programme_is_listed_with_its_edition_in_force() {
        JsonNode list = caller.get("/api/v1/programmes?asOf=2022-05-01").json();

        JsonNode camp = StreamSupport.stream(list.spliterator(), false)
                .filter(programme -> programme.path("id").asString().equals("bootcamp"))
                .findFirst()
                .orElseThrow();
        assertThat(camp.path("edition").asString()).isEqualTo("2022");
        assertThat(camp.path("editions").toString())
                .startsWith("[{\"id\":\"2021\",\"from\":\"2021-04-01\",\"to\":\"2022-03-31\"},{\"id\":\"2022\"");
        assertThat(camp.path("title").propertyNames()).containsExactlyInAnyOrder("ja", "en");
        assertThat(camp.path("closed").asBoolean()).isFalse();
        assertThat(camp.path("forWhom")
                        .get(0)
                        .path("allowed")
                        .get(0)
                        .path("label")
                        .path("ja")
                        .asString())
                .isNotBlank();
        assertThat(caller.get("/api/v1/programmes?asOf=1999-01-01").json().size())
                .isZero();
    }

    @Test
    void a_programme_comes_with_its_questions_and_their_schema() {
        JsonNode camp = caller.get("/api/v1/programmes/bootcamp").json();

        List<String> questions = StreamSupport.stream(camp.path("questions").spliterator(), false)
                .map(question -> question.path("id").asString())
                .toList();
        assertThat(questions).contains("participants", "executiveCommitment");
        JsonNode schema = camp.path("schema");
        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("properties").propertyNames()).containsExactlyElementsOf(questions);
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.path("properties").path("participants").path("type").toString())
                .isEqualTo("[\"integer\",\"null\"]");
    }

    @Test
    void the_interface_describes_itself() {
        Answer docs = caller.get("/v3/api-docs");

        assertThat(docs.status()).isEqualTo(200);
        assertThat(docs.json().path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/advice",
                        "/api/v1/batches/{id}",
                        "/api/v1/batches/{id}/rejects",
                        "/api/v1/batches/{id}/results",
                        "/api/v1/matches",
                        "/api/v1/matches/{id}",
                        "/api/v1/programmes",
                        "/api/v1/programmes/{id}",
                        "/api/v1/programmes/{id}/assessments",
                        "/api/v1/programmes/{id}/batches",
                        "/api/v1/programmes/{id}/track-record",
                        "/api/v1/assessments/{token}");
    }
}
