package jp.readiness.api;

import static org.assertj.core.api.Assertions.assertThat;

import jp.readiness.RunningServer;
import jp.readiness.api.ApiCaller.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Two lists held against each other by the match of this repository, over real HTTP. */
@RunningServer
class MatchesApiTest {

    private static final String LISTS = """
            {"left": [
                {"applicant": "桑名の老舗",
                 "answers": {"themes": ["MARKETING"], "location": "KUWANA", "jointMonths": 6}},
                {"applicant": "北見の農家",
                 "answers": {"themes": ["DRONES_ROBOTS_3D"], "location": "KITAMI", "jointMonths": 5}}],
             "right": [
                {"applicant": "甲野",
                 "answers": {"themeSkills": ["MARKETING"], "regions": ["KUWANA"], "jointMonths": 6}},
                {"answers": {"themeSkills": ["MARKETING"], "regions": null, "jointMonths": 6}}]}""";

    @LocalServerPort
    private int port;

    private ApiCaller caller;

    @BeforeEach
    void call() {
        caller = new ApiCaller(port);
    }

    @Test
    void the_pairs_are_ranked_with_reasons_and_both_answers() {
        Answer answer = caller.post("/api/v1/matches/co-lead", LISTS);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode pairs = answer.json().path("pairs");
        assertThat(answer.json().path("found").asInt()).isEqualTo(2);
        assertThat(pairs.path(0).at("/left/applicant").asString()).isEqualTo("桑名の老舗");
        assertThat(pairs.path(0).at("/right/applicant").asString()).isEqualTo("甲野");
        assertThat(pairs.path(0).path("fit").asString()).isEqualTo("fits");
        assertThat(pairs.path(0).path("points").asInt()).isEqualTo(5);
        assertThat(pairs.path(1).path("fit").asString()).isEqualTo("open");
        JsonNode region = pairs.path(1).path("reasons").path(1);
        assertThat(region.path("id").asString()).isEqualTo("region");
        assertThat(region.path("state").asString()).isEqualTo("open");
        assertThat(region.path("decidedBy").path(0).asString()).isEqualTo("Talent.regions");
        assertThat(region.at("/source/inferred").asBoolean()).isTrue();
        assertThat(region.path("answers").toString())
                .contains("{\"side\":\"Company\",\"question\":\"location\",\"answer\":\"KUWANA\"}")
                .contains("{\"side\":\"Talent\",\"question\":\"regions\",\"answer\":null}");
    }

    @Test
    void those_that_do_not_fit_are_given_when_asked_for() {
        assertThat(caller.post("/api/v1/matches/co-lead?all=true", LISTS)
                        .json()
                        .path("pairs")
                        .size())
                .isEqualTo(4);
        assertThat(caller.post("/api/v1/matches/co-lead?all=true&best=1", LISTS)
                        .json()
                        .path("pairs")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void matches_are_listed_with_their_sides_and_are_no_programmes() {
        JsonNode match = caller.get("/api/v1/matches").json().path(0);

        assertThat(match.path("id").asString()).isEqualTo("co-lead");
        assertThat(match.at("/left/programme").asString()).isEqualTo("co-lead-company");
        assertThat(match.at("/right/label/ja").asString()).isEqualTo("人材");
        assertThat(caller.get("/api/v1/programmes").json().toString()).doesNotContain("\"co-lead\"");
        assertThat(caller.get("/api/v1/programmes/co-lead").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|left",
                "{\"left\": [], \"right\": {}}|right",
                "{\"left\": [], \"right\": [1]}|right[0]",
                "{\"left\": [{\"answers\": {\"jointMonths\": 99}}], \"right\": []}|left[0].answers.jointMonths",
                "{\"left\": [{\"answers\": {\"regions\": []}}], \"right\": []}|left[0].answers.regions",
                "{\"left\": [], \"right\": [], \"more\": 1}|more",
                "[]|''",
                "{|''"
            })
    void what_is_wrong_is_said_at_its_place(String body, String field) {
        Answer answer = caller.post("/api/v1/matches/co-lead", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void limits_and_names_are_kept() {
        String many = "{\"answers\":{}},".repeat(1_000).replaceAll(",$", "");

        assertThat(caller.post("/api/v1/matches/bootcamp", LISTS).status()).isEqualTo(404);
        assertThat(caller.post("/api/v1/matches/co-lead?best=0", LISTS).status())
                .isEqualTo(400);
        assertThat(caller.post("/api/v1/matches/co-lead?best=many", LISTS)).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.response().body()).contains("\"field\":\"best\"");
        });
        assertThat(caller.post("/api/v1/matches/co-lead?all=maybe", LISTS).status())
                .isEqualTo(400);
        assertThat(caller.post("/api/v1/matches/co-lead", "{\"left\": [" + many + "], \"right\": [" + many + "]}")
                        .status())
                .isEqualTo(413);
        assertThat(caller.post("/api/v1/matches/co-lead", " ".repeat(2_100_000)).status())
                .isEqualTo(413);
    }

    @Test
    void the_interface_is_described() {
        assertThat(caller.get("/v3/api-docs").json().path("paths").has("/api/v1/matches/{id}"))
                .isTrue();
    }
}
