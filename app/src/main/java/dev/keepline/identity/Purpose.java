package dev.keepline.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What a link is good for, and for how long. */
public enum Purpose {
    /** Make an account with this address. */
    SIGN_UP("/signup/confirm", Duration.ofHours(24)),
    /** Choose a new password. */
    RECOVER("/recover/new", Duration.ofMinutes(30)),
    /** Sign in with this address from now on. */
    NEW_EMAIL("/email/confirm", Duration.ofHours(24)),
    /** Go back to this address. */
    OLD_EMAIL("/email/undo", Duration.ofDays(7));

    private final String page;
    private final Duration validFor;

    Purpose(String page, Duration validFor) {
        this.page = page;
        this.validFor = validFor;
    }

    /** The path of the page it leads to. */
    public String path(String token) {
        return page + "?t=" + token;
    }

    /** A page of ours that goes on to another, where there is one to go on to. */
    public static String with(String path, Optional<String> next) {
        return next.map(page -> path + (path.contains("?") ? "&" : "?") + "next="
                        + URLEncoder.encode(page, StandardCharsets.UTF_8))
                .orElse(path);
    }

    public Duration validFor() {
        return validFor;
    }
}
