package jp.readiness.cli;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.answers.AnswerReader;
import jp.readiness.library.Versions;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.RuleCompiler;
import jp.readiness.screening.GivenAdvice;
import jp.readiness.screening.GivenAdvice.Given;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One replay of all advice in a database. */
final class ReplayRun {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final GivenAdvice advice;
    private final Versions versions;
    private final Console console;
    private int replayed;
    private int differing;

    ReplayRun(Connection connection, RuleCompiler compiler, Console console) {
        SingleConnectionDataSource database = new SingleConnectionDataSource(connection, true);
        this.advice = new GivenAdvice(database);
        this.versions = Versions.in(database, compiler);
        this.console = console;
    }

    /** @return whether everything came out as it was */
    boolean run() {
        try {
            advice.forEach(this::replay);
        } catch (DataAccessException e) {
            throw BadInput.unreadableDatabase();
        }
        console.say(new Text("%d件を再判定、違いのあるもの %d件", "%d replayed, %d differ")
                .in(console.locale())
                .formatted(replayed, differing));
        return differing == 0;
    }

    private void replay(Given given) {
        JsonNode before = JSON.readTree(given.result());
        String programme = before.path("programme").asString();
        String edition = before.path("edition").asString();
        List<Text> differences = versions.adviser(programme, edition, given.version())
                .map(adviser -> differences(given, adviser))
                .orElseGet(() -> List.of(unusable(given.version())));
        replayed++;
        if (!differences.isEmpty()) {
            differing++;
            String head =
                    "%s/%d %s/%s %s: ".formatted(given.sheet(), given.sequence(), programme, edition, given.asOf());
            differences.forEach(difference -> console.say(head + difference.in(console.locale())));
        }
    }

    private static List<Text> differences(Given given, Adviser adviser) {
        Map<String, Object> values = JSON.readValue(given.answers(), new TypeReference<>() {});
        AnswerReader.Sheet sheet = new AnswerReader().sheet(adviser.edition().questions(), values);
        String now = AssessmentJson.write(adviser.assess(sheet.answers(), given.asOf()));
        return now.equals(given.result())
                ? List.of()
                : JsonDifference.between(JSON.readTree(given.result()), JSON.readTree(now));
    }

    private static Text unusable(String version) {
        return new Text(
                "その時の版 (%s) がないか、もう使えません。".formatted(version),
                "its version (%s) is missing or can no longer be used.".formatted(version));
    }
}
