package dev.keepline.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Whoever signs out to claim lines with another account comes back to the claim after signing in; nobody else goes anywhere. */
final class AfterLeaving implements LogoutSuccessHandler {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication nobody)
            throws IOException {
        var claim = request.getParameter("claim");
        boolean back = claim != null && TOKEN.matcher(claim).matches();
        response.sendRedirect(back ? "/login?next=%2Fclaim%2F" + claim : "/login?left");
    }
}
