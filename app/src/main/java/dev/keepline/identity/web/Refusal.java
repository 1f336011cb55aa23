package dev.keepline.identity.web;

import dev.keepline.identity.Unsent;
import dev.keepline.settings.KeeplineProperties;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form that did not come from our page is refused; a page somebody has no right to looks like one that is not there. A
 * form of ours that is only too old is shown again with what was typed: the browser itself says that a page of ours sent it.
 */
final class Refusal implements AccessDeniedHandler {

    private final Unsent unsent;
    private final String origin;

    Refusal(Unsent unsent, KeeplineProperties settings) {
        this.unsent = unsent;
        this.origin = origin(settings.publicUrl());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        // Asked for now, so that the page that stands in its place knows who looks at it.
        SecurityContextHolder.getContext().getAuthentication();
        if (!(reason instanceof CsrfException)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!isOurs(request) || !unsent.tooOld(request, response)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** No page of another site can set or leave out these headers; a program can, and harms only itself. */
    private boolean isOurs(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site")) || origin.equals(request.getHeader("Origin"));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
