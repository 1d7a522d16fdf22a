package jp.readiness.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Neither keys nor names nor answers nor passwords get into the log, also when requests go wrong. */
@RunningServer
@ExtendWith(OutputCaptureExtension.class)
class LogPrivacyTest {

    private static final String NAME = "Himitsu-Shoji";
    private static final String ANSWER = "naisho-no-kotae";
    private static final String PASSWORD = "my-password-in-the-wrong-field";

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    private String begin(Visitor visitor) {
        HttpResponse<String> begun = visitor.postWithout("/programmes/bootcamp/sheets", "x", "y");
        return visitor.target(begun).replaceFirst("/sheets/([\\w-]+).*", "$1");
    }

    private static void useSheet(Visitor visitor, String token) {
        String sheet = "/sheets/" + token;
        for (String path : List.of(
                "",
                "/result",
                "/hand-in",
                "/nowhere",
                "/questions/none",
                "/questions/..;/x",
                "/result?x=%zz",
                "/delete")) {
            visitor.get(sheet + path.replace("%zz", "%7B"));
            visitor.postWithout(sheet + path.replace("%zz", "%7B"), "participants", ANSWER, "company", NAME);
        }
        visitor.get("/results/" + token);
        visitor.postWithout("/results/" + token, "company", NAME);
        visitor.postWithout(
                sheet + "/hand-in", "company", NAME, "person", NAME, "email", NAME + "@example.jp", "consent", "yes");
        visitor.send(
                visitor.request(sheet).method("DELETE", BodyPublishers.noBody()).build());
    }

    private static void useApi(Visitor visitor, String token) {
        String sound = "{\"applicant\": \"%s\", \"answers\": {}}".formatted(NAME);
        for (String json : List.of(
                sound,
                sound + "}",
                "{\"applicant\": \"" + NAME,
                "{\"answers\": {\"" + ANSWER + "\": \"" + ANSWER + "\"}}")) {
            visitor.send(visitor.request("/api/v1/programmes/bootcamp/assessments")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json))
                    .build());
        }
        visitor.get("/api/v1/assessments/" + token);
        visitor.get("/api/v1/assessments/" + token + "/nowhere");
    }

    private void logIn(Visitor visitor) {
        visitor.logIn(PASSWORD, PASSWORD);
        visitor.postWithout("/staff/login", "username", PASSWORD, "password", PASSWORD);
        staff.loggedIn(visitor, Role.SCREENER);
        visitor.get("/staff?page=" + NAME);
        visitor.get("/staff/sheets/" + NAME);
    }

    @Test
    void the_log_holds_nothing_that_is_nobodys_business(CapturedOutput output) {
        Visitor visitor = new Visitor(port);
        String token = begin(visitor);
        assertThat(token).hasSize(22);

        useSheet(visitor, token);
        useApi(visitor, token);
        logIn(visitor);
        LoggerFactory.getLogger(getClass()).info("the log is being read");

        assertThat(output.getAll())
                .contains("the log is being read")
                .doesNotContain(token, NAME, ANSWER, PASSWORD, TestStaff.PASSWORD);
    }
}
