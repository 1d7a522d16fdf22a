package jp.readiness.api;

import java.util.List;
import java.util.Optional;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.advice.RuleState;
import jp.readiness.screening.AnswerSheets.Kept;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of an assessment with what is asked for beside it: the keys under which it is kept, the rules behind it. */
final class KeptJson {

    /** Leaves every number as it is written. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private KeptJson() {}

    static String write(Kept kept, Optional<List<RuleState>> rules) {
        ObjectNode json = read(kept.assessment(), rules);
        json.putObject("tokens").put("view", kept.viewToken()).put("edit", kept.editToken());
        return JSON.writeValueAsString(json);
    }

    static String write(String assessment, List<RuleState> rules) {
        return JSON.writeValueAsString(read(assessment, Optional.of(rules)));
    }

    private static ObjectNode read(String assessment, Optional<List<RuleState>> rules) {
        ObjectNode json = (ObjectNode) JSON.readTree(assessment);
        rules.ifPresent(states -> json.set("rules", JSON.readTree(AssessmentJson.write(states))));
        return json;
    }
}
