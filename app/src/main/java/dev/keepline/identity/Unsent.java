package dev.keepline.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What becomes of a form that is not taken now: whatever somebody typed is not lost. A port: whoever shows pages knows how. */
public interface Unsent {

    /** The page to come back to after signing in: the form's own for a form that was sent. */
    String page(HttpServletRequest request);

    /**
     * Nobody is signed in. The form is known to come from a page of ours.
     *
     * @return false when there is nothing to keep, and nothing is answered
     */
    boolean signIn(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;

    /**
     * The form's token is not this browser's any more, but a page of ours sent it.
     *
     * @return false when there is nothing to keep, and nothing is answered
     */
    boolean tooOld(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
}
