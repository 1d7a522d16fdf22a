package jp.readiness.screening;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Maps and sets as JSON text in the database: keys sorted, so that equal ones are equal texts, and numbers exact. */
final class JsonObjects {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private JsonObjects() {}

    static String write(Map<String, ?> values) {
        return JSON.writeValueAsString(new TreeMap<>(values));
    }

    static String write(Set<String> names) {
        return JSON.writeValueAsString(new TreeSet<>(names));
    }

    static Map<String, Object> values(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    static Map<String, List<String>> texts(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    static Set<String> names(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }
}
