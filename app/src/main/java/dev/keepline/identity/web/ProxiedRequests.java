package dev.keepline.identity.web;

import dev.keepline.settings.KeeplineProperties;
import dev.keepline.settings.Proxies;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Behind a proxy of ours a request comes from where the proxy says, by the way it says. Before every other filter, so that
 * whoever asks for the remote address gets the one that counts.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProxiedRequests implements Filter {

    private final Proxies proxies;

    ProxiedRequests(KeeplineProperties settings) {
        this.proxies = settings.trusted();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean proxied = request instanceof HttpServletRequest && proxies.trust(request.getRemoteAddr());
        chain.doFilter(proxied ? new Proxied((HttpServletRequest) request, proxies) : request, response);
    }

    private static final class Proxied extends HttpServletRequestWrapper {

        private final String from;
        private final String scheme;

        Proxied(HttpServletRequest request, Proxies proxies) {
            super(request);
            this.from = proxies.from(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
            this.scheme = scheme(request);
        }

        /** As the nearest proxy says: the last word of the header. */
        private static String scheme(HttpServletRequest request) {
            var said = request.getHeader("X-Forwarded-Proto");
            var last = said == null
                    ? ""
                    : said.substring(said.lastIndexOf(',') + 1).strip();
            return last.equals("https") || last.equals("http") ? last : request.getScheme();
        }

        @Override
        public String getRemoteAddr() {
            return from;
        }

        @Override
        public String getRemoteHost() {
            return from;
        }

        @Override
        public String getScheme() {
            return scheme;
        }

        @Override
        public boolean isSecure() {
            return scheme.equals("https");
        }
    }
}
