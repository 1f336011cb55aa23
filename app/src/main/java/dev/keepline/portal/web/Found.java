package dev.keepline.portal.web;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What an address names, or the page for what is not there. What belongs to somebody else is not there either. */
final class Found {

    private Found() {}

    /** The value, or 404. */
    static <T> T or404(Optional<T> value) {
        return value.orElseThrow(Found::missing);
    }

    /** An id in an address, or 404 when it can be none. */
    static <T> T id(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException _) {
            throw missing();
        }
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
