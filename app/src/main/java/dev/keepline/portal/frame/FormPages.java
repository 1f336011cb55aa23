package dev.keepline.portal.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Knows the address of every page, that of a form's page too: a page that answers a form has no address of its own, and
 * asking for the form's action leads nowhere. The form's page is that of the same path, else of the nearest one above it;
 * of the fields, its address has those the page takes.
 */
@Component
@ConditionalOnWebApplication
public class FormPages {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private @Nullable Known known;

    FormPages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    /**
     * All pages and all forms.
     *
     * @param pages the names that each page takes, by its pattern
     */
    private record Known(Map<String, List<String>> pages, List<PathPattern> forms) {}

    /** Where to come back to: the page itself, never an error page that stands in its place. */
    public String of(HttpServletRequest request) {
        boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
        var path = failed && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
        // An error page is asked for with GET whatever failed (Jakarta Servlet 6.1, section 10.9.2).
        var method = failed ? request.getAttribute(RequestDispatcher.ERROR_METHOD) : request.getMethod();
        if ("POST".equals(method)) {
            return form(path, KeptForm.of(request).map(KeptForm::fields).orElse(Map.of()));
        }
        var query = request.getQueryString();
        var whole = query == null ? path : path + "?" + query;
        return LocalPath.of(whole).equals("/") ? path : whole;
    }

    /** The address of the page with the form that is sent to this path; the first page where there is none. */
    String form(String path, Map<String, String> fields) {
        var all = known();
        var parsed = PathContainer.parsePath(path);
        return all.forms().stream()
                .filter(form -> form.matches(parsed))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .flatMap(form -> above(form.getPatternString(), path, fields, all.pages()))
                .orElse("/");
    }

    private static Optional<String> above(
            String pattern, String path, Map<String, String> fields, Map<String, List<String>> pages) {
        var names = pages.get(pattern);
        if (names != null) {
            return Optional.of(path + query(names, fields));
        }
        int last = pattern.lastIndexOf('/');
        return last <= 0
                ? Optional.empty()
                : above(pattern.substring(0, last), path.substring(0, path.lastIndexOf('/')), fields, pages);
    }

    private static String query(List<String> names, Map<String, String> fields) {
        var query = names.stream()
                .filter(fields::containsKey)
                .map(name -> name + "=" + URLEncoder.encode(fields.getOrDefault(name, ""), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private Known known() {
        var ready = known;
        if (ready == null) {
            ready = read(routes.getObject());
            known = ready;
        }
        return ready;
    }

    private static Known read(RequestMappingHandlerMapping routes) {
        var pages = new HashMap<String, List<String>>();
        routes.getHandlerMethods().forEach((route, method) -> {
            if (route.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                var names = Stream.of(method.getMethodParameters())
                        .flatMap(parameter ->
                                Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class)).stream())
                        .map(RequestParam::name)
                        .filter(name -> !name.isEmpty())
                        .toList();
                route.getPatternValues().forEach(pattern -> pages.put(pattern, names));
            }
        });
        var forms = routes.getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(route -> Optional.ofNullable(route.getPathPatternsCondition()).stream())
                .flatMap(paths -> paths.getPatterns().stream())
                .toList();
        return new Known(Map.copyOf(pages), forms);
    }
}
