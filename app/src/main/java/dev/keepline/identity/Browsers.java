package dev.keepline.identity;

import dev.keepline.identity.signin.TryLimit;
import dev.keepline.settings.KeeplineProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Service;

/**
 * Knows browsers again in which somebody signed in (OWASP, <i>Slow Down Online Guessing Attacks with Device Cookies</i>). The
 * cookie is 192 random bits and opens nothing; whom it is known for is kept as a digest beside the tries.
 */
@Service
public class Browsers {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;
    private static final String NAME = "keepline-browser";
    private static final String SECURE_NAME = "__Host-" + NAME;

    private final TryLimit limit;
    private final KeeplineProperties settings;
    private final InstantSource clock;

    Browsers(TryLimit limit, KeeplineProperties settings, InstantSource clock) {
        this.limit = limit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where a request comes from. */
    public static Origin origin(HttpServletRequest request) {
        return new Origin(request.getRemoteAddr(), cookie(request));
    }

    /** Somebody signed in with this address: the browser is the owner's. */
    public void remember(EmailAddress email, HttpServletRequest request, HttpServletResponse response) {
        var browser = cookie(request).orElseGet(Browsers::fresh);
        limit.remember(email, browser, clock.instant());
        boolean secure = settings.isPublicUrlSecure();
        var cookie = ResponseCookie.from(secure ? SECURE_NAME : NAME, browser)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(secure)
                .httpOnly(true)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> List.of(NAME, SECURE_NAME).contains(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{32}"))
                .findFirst();
    }
}
