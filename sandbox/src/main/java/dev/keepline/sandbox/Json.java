package dev.keepline.sandbox;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trees in and out. Decimals stay exact: money is compared digit by digit in tests. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private Json() {}

    /** A new empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A new empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Parses text; throws {@link JacksonException} when it is not JSON. */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** Parses bytes in UTF-8; throws {@link JacksonException} when they are not JSON. */
    public static JsonNode parse(byte[] utf8) {
        return MAPPER.readTree(utf8);
    }

    /** Parses what we stored ourselves as an object. */
    public static ObjectNode parseObject(String text) {
        return MAPPER.readTree(text).asObject();
    }

    /** The tree as compact text. */
    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** The tree as UTF-8. */
    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }
}
