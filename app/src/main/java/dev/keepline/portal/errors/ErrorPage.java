package dev.keepline.portal.errors;

import java.util.regex.Pattern;

/**
 * A page for what went wrong.
 *
 * @param kind the last part of its keys: missing, refused, large, often, busy, broken, paying
 * @param trace the number under which the log has what happened
 */
public record ErrorPage(String kind, String trace) {

    private static final Pattern PAY = Pattern.compile("/quotes/[^/]+/pay");

    /** @param path what was asked for: where somebody pressed to pay, more is said of the money */
    static ErrorPage of(int status, String path, String trace) {
        boolean paying = status >= 500 && PAY.matcher(path).matches();
        return paying ? new ErrorPage("paying", trace) : of(status, trace);
    }

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
