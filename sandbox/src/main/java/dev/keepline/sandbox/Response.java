package dev.keepline.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One answer. {@link #DROPPED} is the answer that never comes: the connection is closed without a byte. */
@SuppressWarnings("ArrayRecordComponent") // raw bytes on purpose; answers are never compared
public record Response(int status, Map<String, String> headers, byte[] body) {

    /** Closes the connection without an answer. */
    public static final Response DROPPED = new Response(0, Map.of(), new byte[0]);

    /** A JSON answer. */
    public static Response json(int status, JsonNode body) {
        return new Response(status, Map.of("Content-Type", "application/json"), Json.bytes(body));
    }

    /** An HTML page; scripts are never part of one. */
    public static Response html(int status, String body) {
        return new Response(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Plain text. */
    public static Response text(int status, String body) {
        return new Response(
                status, Map.of("Content-Type", "text/plain; charset=utf-8"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the browser on with a GET (303), so that a reload does not post again. */
    public static Response seeOther(String location) {
        return new Response(303, Map.of("Location", location), new byte[0]);
    }

    /** The same answer with one more header. */
    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    /** The same answer cut in the middle, so that it no longer parses. */
    Response torn() {
        byte[] half = new byte[body.length / 2];
        System.arraycopy(body, 0, half, 0, half.length);
        return new Response(status, headers, half);
    }

    boolean dropped() {
        return status == 0;
    }
}
