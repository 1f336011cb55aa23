package dev.keepline.portal.frame;

import dev.keepline.trace.TraceId;
import dev.keepline.trace.Traces;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    /** The number of this request. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof TraceId id ? id.hex() : "";
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
                LOG.error("{} {}: failed", request.getMethod(), route(request), failure);
                throw failure;
            }
            tell(request, response.getStatus(), (System.nanoTime() - from) / 1_000_000);
        }
    }

    /** What changes something, and what went wrong; who only looks costs no line. */
    private static void tell(HttpServletRequest request, int status, long millis) {
        if (status >= 500 || !request.getMethod().equals("GET")) {
            LOG.info("{} {}: {} after {} ms", request.getMethod(), route(request), status, millis);
        } else {
            LOG.debug("{} {}: {} after {} ms", request.getMethod(), route(request), status, millis);
        }
    }
}
