package jp.readiness.retention;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.readiness.advice.Adviser;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes out of stored answers what somebody wrote in words of their own, which may hold names. No condition reads it, so
 * that advice stays what it was. Of a programme that is not in the library any more, every text goes: it cannot be told
 * from the name of an option.
 */
class AnonymousAnswers {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private final Map<String, Set<String>> choices = new HashMap<>();

    AnonymousAnswers(Library library) {
        library.editions().stream().map(Adviser::edition).forEach(this::learn);
    }

    private void learn(Edition edition) {
        Set<String> known = choices.computeIfAbsent(edition.programme(), programme -> new HashSet<>());
        edition.questions().stream()
                .filter(question -> question.type() != QuestionType.TEXT)
                .map(Question::id)
                .forEach(known::add);
    }

    /** @param answers JSON: question id → answer */
    String of(String programme, String answers) {
        Map<String, Object> values = JSON.readValue(answers, new TypeReference<TreeMap<String, Object>>() {});
        Set<String> known = choices.getOrDefault(programme, Set.of());
        values.entrySet().removeIf(answer -> !known.contains(answer.getKey()) && !isPlain(answer.getValue()));
        return JSON.writeValueAsString(values);
    }

    private static boolean isPlain(Object value) {
        return value instanceof Number || value instanceof Boolean;
    }
}
