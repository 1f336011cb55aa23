package dev.keepline.identity.web;

import dev.keepline.identity.Unsent;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads to the sign-in page and, afterwards, back to the page that was wanted; what was typed into a form goes along. */
final class AskToSignIn implements AuthenticationEntryPoint {

    private final Unsent unsent;

    AskToSignIn(Unsent unsent) {
        this.unsent = unsent;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        var login = "/login?next=" + URLEncoder.encode(unsent.page(request), StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") != null || isEventStream(request)) {
            // A part of a page cannot become the sign-in page: the script goes there with the whole page.
            response.setHeader("HX-Redirect", login);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        if (!unsent.signIn(request, response)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", login);
        }
    }

    private static boolean isEventStream(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.startsWith("text/event-stream");
    }
}
