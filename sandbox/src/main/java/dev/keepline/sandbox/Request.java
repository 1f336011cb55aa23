package dev.keepline.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request as a counterpart sees it. The path lacks the counterpart's prefix; header names are in lower case; the body
 * is what came over the wire, byte for byte.
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes on purpose; requests are never compared
public record Request(
        String method,
        String path,
        Map<String, String> parameters,
        String rawQuery,
        Map<String, String> headers,
        byte[] body,
        String operation) {

    /** A part of the path the route named, for example {@code id} in {@code /transactions/{id}}. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route names no {" + name + "}");
        }
        return value;
    }

    /** The same request without its body. */
    public Request withoutBody() {
        return new Request(method, path, parameters, rawQuery, headers, new byte[0], operation);
    }

    /** The first value of a header; the name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The first value of a query parameter, decoded. */
    public Optional<String> query(String name) {
        return first(decode(rawQuery), name);
    }

    /** Every query parameter in the order sent, decoded. */
    public Map<String, List<String>> query() {
        return decode(rawQuery);
    }

    /** The body read as a form, in the order sent, decoded. */
    public Map<String, List<String>> form() {
        return decode(text());
    }

    /** The first value of a form field in the body. */
    public Optional<String> form(String name) {
        return first(form(), name);
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a JSON tree; throws when it is not JSON. */
    public JsonNode json() {
        return Json.parse(body);
    }

    private static Optional<String> first(Map<String, List<String>> values, String name) {
        @Nullable List<String> found = values.get(name);
        return found == null ? Optional.empty() : Optional.of(found.getFirst());
    }

    private static Map<String, List<String>> decode(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.computeIfAbsent(decodeOne(name), absent -> new ArrayList<>()).add(decodeOne(value));
        }
        return values;
    }

    private static String decodeOne(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
