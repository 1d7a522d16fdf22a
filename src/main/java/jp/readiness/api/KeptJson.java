package jp.readiness.api;

import java.util.List;
import java.util.Optional;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.advice.RuleState;
import jp.readiness.screening.AnswerSheets.Kept;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of an assessment with what is asked for beside it: the keys under which it is kept, the rules behind it. */
final class KeptJson {

    private KeptJson() {}

    static String write(Kept kept, Optional<List<RuleState>> rules) {
        ObjectNode json = read(kept.assessment(), rules);
        json.putObject("tokens").put("view", kept.viewToken()).put("edit", kept.editToken());
        return ExactJson.MAPPER.writeValueAsString(json);
    }

    static String write(String assessment, List<RuleState> rules) {
        return ExactJson.MAPPER.writeValueAsString(read(assessment, Optional.of(rules)));
    }

    private static ObjectNode read(String assessment, Optional<List<RuleState>> rules) {
        ObjectNode json = (ObjectNode) ExactJson.MAPPER.readTree(assessment);
        rules.ifPresent(states -> json.set("rules", ExactJson.MAPPER.readTree(AssessmentJson.write(states))));
        return json;
    }
}
