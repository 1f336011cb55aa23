package dev.keepline.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The same request as if it had asked for a page: nothing that was sent with a form is read as the page's own. */
final class AsGet extends HttpServletRequestWrapper {

    private final @Nullable String query;
    private final Map<String, String[]> parameters;

    /** @param page its address, with its query */
    AsGet(HttpServletRequest request, String page) {
        super(request);
        var asked = UriComponentsBuilder.fromUriString(page).build(true);
        this.query = asked.getQuery();
        this.parameters = asked.getQueryParams().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        one -> one.getValue().stream().map(AsGet::decoded).toArray(String[]::new)));
    }

    private static String decoded(@Nullable String value) {
        return value == null ? "" : UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }
}
