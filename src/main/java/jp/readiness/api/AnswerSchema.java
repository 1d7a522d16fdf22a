package jp.readiness.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.readiness.programme.Edition;
import jp.readiness.programme.JsonValues;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import org.jspecify.annotations.Nullable;

/**
 * The answers of an edition as a JSON Schema (2020-12). Null, like a question left out, means "not known yet".
 *
 * <p>Every sheet that fits the schema is accepted.
 */
final class AnswerSchema {

    private AnswerSchema() {}

    static Map<String, Object> of(Edition edition, Locale locale) {
        Map<String, Object> properties = new LinkedHashMap<>();
        edition.questions().forEach(question -> properties.put(question.id(), property(question, locale)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", edition.title().in(locale));
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(Question question, Locale locale) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", question.label().in(locale));
        if (!question.help().isEmpty()) {
            property.put("description", question.help().in(locale));
        }
        property.putAll(values(question));
        return property;
    }

    private static Map<String, Object> values(Question question) {
        return switch (question.type()) {
            case YES_NO -> Map.of("type", orOpen("boolean"));
            case WHOLE -> number(question, "integer");
            case DECIMAL -> number(question, "number");
            case CHOICE -> Map.of("enum", choices(question, true));
            case CHOICES ->
                Map.of("type", orOpen("array"), "items", Map.of("enum", choices(question, false)), "uniqueItems", true);
            case TEXT ->
                Map.of(
                        "type",
                        orOpen("string"),
                        "maxLength",
                        question.max().map(Number::intValue).orElse(200));
        };
    }

    private static Map<String, Object> number(Question question, String type) {
        Map<String, Object> number = new LinkedHashMap<>();
        number.put("type", orOpen(type));
        question.min().ifPresent(min -> number.put("minimum", JsonValues.canonical(min)));
        question.max().ifPresent(max -> number.put("maximum", JsonValues.canonical(max)));
        return number;
    }

    private static List<String> orOpen(String type) {
        return List.of(type, "null");
    }

    private static List<@Nullable String> choices(Question question, boolean orOpen) {
        List<@Nullable String> ids = new ArrayList<>();
        question.options().stream().map(Option::id).forEach(ids::add);
        if (orOpen) {
            ids.add(null);
        }
        return ids;
    }
}
