package jp.readiness.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The track record over REST: for staff of every role, and for nobody else. */
@RunningServer
class TrackRecordApiTest {

    private static final String PATH = "/api/v1/programmes/kitakyushu-user/track-record";

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @ParameterizedTest
    @EnumSource(Role.class)
    void staff_of_every_role_read_it_with_a_token(Role role) {
        HttpResponse<String> answer = get(PATH, staff.token(role));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = JsonMapper.shared().readTree(answer.body());
        assertThat(json.path("calibratedOn").asInt(-1)).isZero();
        assertThat(json.at("/trackRecord/evidence/of").asString()).isEqualTo("OUTCOMES");
        assertThat(json.at("/trackRecord/evidence/needed").asInt()).isEqualTo(20);
        assertThat(json.at("/trackRecord/sample/finished").asInt(-1)).isZero();
    }

    @Test
    void nobody_reads_it_without_a_token() {
        assertThat(new Visitor(port).get(PATH).statusCode()).isEqualTo(401);
        assertThat(get(PATH, "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void an_edition_that_is_not_there_is_said_so() {
        String token = staff.token(Role.POLICY_EDITOR);
        assertThat(get(PATH + "?edition=1999", token).statusCode()).isEqualTo(404);
        assertThat(get(PATH + "?data=GUESSED", token).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> get(String path, String token) {
        Visitor program = new Visitor(port);
        return program.send(program.request(path)
                .header("Authorization", "Bearer " + token)
                .GET()
                .build());
    }
}
