package dev.keepline.identity.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.Unsent;
import dev.keepline.identity.UploadLimit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at a request that carries files before anything reads it: reading a form's fields writes its files to disk, and the
 * check of a form's token reads its fields. So who may not upload, or uploads too much, is answered here; nothing of
 * theirs is kept.
 */
final class UploadGate extends OncePerRequestFilter {

    /** So much more than allowed is read and thrown away, so that a browser gets to see the answer. */
    private static final int PATIENCE = 4;

    private static final int BUFFER = 64 * 1024;

    private final UploadLimit limit;
    private final AskToSignIn signIn;

    UploadGate(UploadLimit limit, Unsent unsent) {
        this.limit = limit;
        this.signIn = new AskToSignIn(unsent);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof CurrentAccount account)) {
            signIn.commence(request, response, new InsufficientAuthenticationException("not signed in"));
        } else if (!account.staff() || !request.getRequestURI().equals(limit.path())) {
            // No error page: making one would read the form. No page of ours sends a file here.
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getContentLengthLong() > limit.bytes()) {
            throwAway(request);
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private void throwAway(HttpServletRequest request) throws IOException {
        var buffer = new byte[BUFFER];
        var in = request.getInputStream();
        long left = limit.bytes() * PATIENCE;
        int read = in.read(buffer);
        while (read >= 0 && left > 0) {
            left -= read;
            read = in.read(buffer);
        }
    }
}
