package dev.keepline.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that every answer has, for answers that are given before any filter has run. */
public final class AnswerHeaders {

    /** What a page may use of the machine it is shown on: nothing. */
    public static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private AnswerHeaders() {}

    /** By their names; the same as those that the filters set. */
    public static Map<String, String> of(HttpServletRequest request, boolean secure) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", ContentPolicy.of(request).header());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-XSS-Protection", "0");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Permissions-Policy", PERMISSIONS);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        headers.put("Pragma", "no-cache");
        headers.put("Expires", "0");
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        }
        return headers;
    }
}
