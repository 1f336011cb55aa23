package dev.keepline.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** What was just done, said once above the page that one is led to: the address names it, and nothing else is taken from there. */
public final class Said {

    /** What can have been done; anything else in an address says nothing. */
    private static final Set<String> DONE = Set.of("removed", "elsewhere", "corrected", "welcome");

    private static final String NAME = "said";

    private Said() {}

    /** The address of a page that says what was done. */
    public static String with(String page, String done) {
        if (!DONE.contains(done)) {
            throw new IllegalArgumentException("no words for " + done);
        }
        return page + "?" + NAME + "=" + done;
    }

    static Optional<String> key(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? Optional.ofNullable(request.getParameter(NAME))
                        .filter(DONE::contains)
                        .map(done -> "said." + done)
                : Optional.empty();
    }
}
