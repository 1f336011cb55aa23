package dev.keepline.portal.errors;

/**
 * A page for what went wrong.
 *
 * @param kind the last part of its keys: missing, refused, large, often, busy, broken
 * @param trace the number under which the log has what happened
 */
public record ErrorPage(String kind, String trace) {

    static ErrorPage of(int status, String trace) {
        return new ErrorPage(
                switch (status) {
                    case 403 -> "refused";
                    case 413 -> "large";
                    case 429 -> "often";
                    case 503 -> "busy";
                    default -> status >= 400 && status < 500 ? "missing" : "broken";
                },
                trace);
    }
}
