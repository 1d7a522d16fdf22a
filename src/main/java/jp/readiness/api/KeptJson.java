package jp.readiness.api;

import jp.readiness.screening.AnswerSheets.Kept;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of an assessment with the keys under which it is kept. */
final class KeptJson {

    /** Leaves every number as it is written. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private KeptJson() {}

    static String write(Kept kept) {
        ObjectNode json = (ObjectNode) JSON.readTree(kept.assessment());
        json.putObject("tokens").put("view", kept.viewToken()).put("edit", kept.editToken());
        return JSON.writeValueAsString(json);
    }
}
