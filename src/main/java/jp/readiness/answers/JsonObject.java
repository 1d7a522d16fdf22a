package jp.readiness.answers;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object from outside, read within bounds.
 *
 * @param fields none if there is a problem
 * @param problem why it cannot be read
 */
record JsonObject(Map<?, ?> fields, Optional<Text> problem) {

    private static final int MAX_DEPTH = 10;
    private static final int MAX_STRING = 20_000;
    private static final int MAX_DIGITS = 100;
    private static final int MAX_NAME = 200;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .maxNumberLength(MAX_DIGITS)
                            .maxNameLength(MAX_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);

    static JsonObject read(byte[] json) {
        try {
            return of(JSON.readValue(json));
        } catch (StreamConstraintsException e) {
            return refused(beyondBounds());
        } catch (JacksonException e) {
            return refused(noJson(e.getLocation(), json));
        }
    }

    /** @param value as JSON was read */
    static JsonObject of(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? new JsonObject(object, Optional.empty()) : refused(noObject());
    }

    private static JsonObject refused(Text problem) {
        return new JsonObject(Map.of(), Optional.of(problem));
    }

    private static Text beyondBounds() {
        return new Text(
                "長すぎる部分があります。文字列は%,d文字、名前は%d文字、数は%d桁、入れ子は%d段までです。"
                        .formatted(MAX_STRING, MAX_NAME, MAX_DIGITS, MAX_DEPTH),
                "Something in it is too long: a string takes %,d characters at most, a name %d, a number %d digits, nesting %d levels."
                        .formatted(MAX_STRING, MAX_NAME, MAX_DIGITS, MAX_DEPTH));
    }

    private static Text noObject() {
        String example = "{\"answers\": {\"…\": …}}";
        return new Text("JSONのオブジェクトにしてください。例: " + example, "This must be a JSON object, such as " + example + ".");
    }

    private static Text noJson(TokenStreamLocation place, byte[] json) {
        int line = place.getLineNr();
        int column = place.getByteOffset() < 0 ? place.getColumnNr() : column(place, json);
        return new Text(
                "JSONとして読めません（%d行目、%d文字目の付近）。括弧、引用符、コンマ、同じ名前の重複を確かめてください。".formatted(line, column),
                "This is not valid JSON, near line %d, column %d. Check brackets, quotes, commas and repeated names."
                        .formatted(line, column));
    }

    /** In characters, where the parser counts bytes. */
    private static int column(TokenStreamLocation place, byte[] json) {
        int length = Math.min((int) place.getByteOffset(), json.length);
        String before = new String(json, 0, length, StandardCharsets.UTF_8);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return line.codePointCount(0, line.length()) + 1;
    }
}
