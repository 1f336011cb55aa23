package dev.keepline.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** How long each route takes, by its pattern: a path would name people, and be a series of its own. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@ConditionalOnWebApplication
class RequestTimes extends OncePerRequestFilter {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500)
    };

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final MeterRegistry registry;

    RequestTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long from = System.nanoTime();
        boolean ended = false;
        try {
            chain.doFilter(request, response);
            ended = true;
        } finally {
            // What goes on after this, such as the live tracker's stream, takes as long as somebody looks at it.
            if (!request.isAsyncStarted()) {
                timer(request, ended ? response.getStatus() : 500).record(Duration.ofNanos(System.nanoTime() - from));
            }
        }
    }

    private Timer timer(HttpServletRequest request, int status) {
        var method = request.getMethod();
        return Timer.builder("keepline.http")
                .description("Requests, by the pattern of their path")
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("route", route(request))
                .tag("status", status / 100 + "xx")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : "none";
    }
}
