package jp.readiness.api;

import jp.readiness.trackrecord.Calibration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in the JSON of assessments on how many outcomes their estimate was calibrated. It is not part of what is stored:
 * outcomes come in later, and the same answers must give the same assessment.
 */
@Component
class CalibratedJson {

    private final Calibration calibration;

    CalibratedJson(Calibration calibration) {
        this.calibration = calibration;
    }

    /** @param json of an assessment, with whatever else stands beside it */
    String assessment(String json) {
        JsonNode tree = ExactJson.MAPPER.readTree(json);
        return mark(tree) ? ExactJson.MAPPER.writeValueAsString(tree) : json;
    }

    /** @param json of an answer sheet held against every programme */
    String overview(String json) {
        JsonNode tree = ExactJson.MAPPER.readTree(json);
        boolean marked = false;
        for (JsonNode programme : tree.path("programmes")) {
            marked |= mark(programme.path("assessment"));
        }
        return marked ? ExactJson.MAPPER.writeValueAsString(tree) : json;
    }

    private boolean mark(JsonNode assessment) {
        int outcomes = calibration.outcomes(
                assessment.path("programme").asString(),
                assessment.path("edition").asString());
        if (outcomes > 0 && assessment.path("risk") instanceof ObjectNode risk) {
            risk.put("calibrated", true).put("calibratedOn", outcomes);
            return true;
        }
        return false;
    }
}
