package dev.keepline.identity;

import java.time.Instant;

/**
 * Somewhere an account is signed in.
 *
 * @param name stands for its id, which is nobody's to read
 * @param browser as it named itself when it signed in (User-Agent)
 * @param lastUsedAt within an hour
 */
public record OpenSession(String name, String browser, Instant since, Instant lastUsedAt) {

    /** Whether it is the session of that id. */
    public boolean is(String sessionId) {
        return name.equals(nameOf(sessionId));
    }

    /** The name of the session of that id. */
    public static String nameOf(String sessionId) {
        return java.util
                .UUID
                .nameUUIDFromBytes(("session " + sessionId).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
