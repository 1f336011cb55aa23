package dev.keepline.portal.errors;

import dev.keepline.portal.frame.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whoever opens an address that only takes a form, by the browser's history or a reload, is led to the page the form stands
 * on: the nearest one above it. Where there is none, a page says what the address is.
 */
@ControllerAdvice
@ConditionalOnWebApplication
class FormsOnly {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    FormsOnly(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    @Nullable
    ModelAndView opened(
            HttpRequestMethodNotSupportedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var page =
                LOOKING.contains(request.getMethod()) ? pageAbove(request.getRequestURI()) : Optional.<String>empty();
        if (page.isPresent()) {
            return SeeOther.to(page.get());
        }
        var methods = refused.getSupportedMethods();
        if (methods != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        }
        response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
        return null;
    }

    private Optional<String> pageAbove(String path) {
        var above = path;
        for (int cut = above.lastIndexOf('/'); cut > 0; cut = above.lastIndexOf('/')) {
            above = above.substring(0, cut);
            if (isPage(PathContainer.parsePath(above))) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private boolean isPage(PathContainer path) {
        return routes.getObject().getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .anyMatch(route -> fits(route, path));
    }

    private static boolean fits(RequestMappingInfo route, PathContainer path) {
        var patterns = route.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
