package jp.readiness.advice;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.readiness.advice.Assessment.ChangeSearch;
import jp.readiness.advice.Assessment.Estimate;
import jp.readiness.advice.Assessment.Search;
import jp.readiness.rulebook.Comparison;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of an assessment: stable, so that the same assessment always gives the same bytes, on every Java.
 *
 * <p>Fields stand in the order of the records' components and are all there: what is absent is {@code null}. Words are
 * {@code {"ja": …, "en": …}}, days ISO, numbers exact. A step's estimate stands beside its id, kinds and states are in
 * camel case, and the left side of a comparison is called {@code question}.
 */
public final class AssessmentJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultVisibility(
                    which -> which.withIsGetterVisibility(Visibility.NONE)) // Text.isEmpty() is no field
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // Java 17 and 19 print some doubles differently; Jackson's own printer does not depend on the Java it runs
            // on
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addModule(new SimpleModule().addAbstractTypeMapping(Set.class, LinkedHashSet.class)) // keeps the order
            .addMixIn(Comparison.class, ComparisonForm.class)
            .addMixIn(Assessment.StepRisk.class, StepRiskForm.class)
            .addMixIn(Assessment.Kind.class, CamelCase.class)
            .addMixIn(Assessment.State.class, CamelCase.class)
            .addMixIn(Assessment.Aim.class, CamelCase.class)
            .addMixIn(Assessment.Search.class, CamelCase.class)
            .build();

    private AssessmentJson() {}

    /** The assessment as one line of JSON. */
    public static String write(Assessment assessment) {
        return MAPPER.writeValueAsString(assessment);
    }

    /** Rules held against a sheet, as a list in one line of JSON. */
    public static String write(List<RuleState> rules) {
        return MAPPER.writeValueAsString(rules);
    }

    /**
     * The inverse of {@link #write}; also of what was written before assessments said what to change and to ask next.
     *
     * @throws tools.jackson.core.JacksonException if the text is not an assessment
     */
    public static Assessment read(String json) {
        JsonNode tree = MAPPER.readTree(json);
        if (tree instanceof ObjectNode assessment && !assessment.has("changeSearch")) {
            complete(assessment);
        }
        return MAPPER.treeToValue(tree, Assessment.class);
    }

    private static void complete(ObjectNode earlier) {
        earlier.putArray("skippable");
        earlier.set("changeSearch", MAPPER.valueToTree(new ChangeSearch(Search.NOT_NEEDED, Search.NOT_NEEDED)));
        earlier.path("open").forEach(open -> ((ObjectNode) open).set("settles", MAPPER.valueToTree(Settles.NOTHING)));
    }

    private abstract static class ComparisonForm {
        @JsonProperty("question")
        abstract String expression();
    }

    private abstract static class StepRiskForm {
        @JsonUnwrapped
        abstract Estimate estimate();
    }

    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    private enum CamelCase {}
}
