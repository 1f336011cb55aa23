package dev.keepline.portal.frame;

import dev.keepline.trace.TraceId;
import dev.keepline.trace.Traces;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every request a number that stands in the log beside everything it did, on the error page, and on the work it makes
 * necessary: so that what a person shows to support finds what happened. Whatever number a request brings along is ignored:
 * it could be anybody's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication
public class Trace extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Trace.class);
    private static final String NAME = Trace.class.getName();
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    /** A form that is shown again says itself what is wrong with it. */
    private static final Set<Integer> FORM_AGAIN = Set.of(409, 422);

    private static final String TOLD = NAME + ".told";

    /** Lines of a minute about what was refused: anybody may ask for what is not there as often as they like. */
    private static final int MOST_REFUSALS = 120;

    private final Allowance refusals = new Allowance(MOST_REFUSALS, Duration.ofMinutes(1), System::nanoTime);

    /** The number of this request. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof TraceId id ? id.hex() : "";
    }

    /** The same where the log has a line of it; else empty: a number that finds nothing is of no use to anybody. */
    public static String told(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(TOLD)) ? of(request) : "";
    }

    /** The pattern of the path that was asked for, which names nobody; "none" where nothing takes it. */
    public static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : "none";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = TraceId.fresh();
        request.setAttribute(NAME, id);
        response.setHeader("X-Trace-Id", id.hex());
        long from = System.nanoTime();
        try (var _ = Traces.open(id)) {
            try {
                chain.doFilter(request, response);
            } catch (IOException | ServletException | RuntimeException failure) {
                tell(request, failure, millisSince(from));
                throw failure;
            }
            tell(request, response.getStatus(), millisSince(from));
        }
    }

    private static long millisSince(long from) {
        return (System.nanoTime() - from) / 1_000_000;
    }

    private void tell(HttpServletRequest request, Exception failure, long millis) {
        var theirs = ClientFaults.status(failure);
        if (theirs.isPresent()) {
            tell(request, theirs.getAsInt(), millis);
        } else {
            LOG.error("{} {}: failed", method(request), route(request), failure);
            request.setAttribute(TOLD, true);
        }
    }

    /** What changes something, what was refused, and what went wrong; who only looks costs no line. */
    private void tell(HttpServletRequest request, int status, long millis) {
        boolean refused = status >= 400 && status < 500 && !FORM_AGAIN.contains(status);
        boolean told = refused ? granted() : status >= 500 || CHANGING.contains(request.getMethod());
        if (told) {
            LOG.info("{} {}: {} after {} ms", method(request), route(request), status, millis);
            request.setAttribute(TOLD, true);
        } else {
            LOG.debug("{} {}: {} after {} ms", method(request), route(request), status, millis);
        }
    }

    private boolean granted() {
        var answer = refusals.ask();
        if (answer.missed() > 0) {
            LOG.info("{} more requests were refused in a minute, each without a line of its own", answer.missed());
        }
        return answer.granted();
    }

    /** As it was sent, where it is one: others may be as long as a header. */
    private static String method(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    }
}
