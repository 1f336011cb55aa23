package dev.keepline.portal.frame;

import dev.keepline.identity.Unsent;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows the page of a form again with what was typed into it: in another language, after signing in, after a refusal. */
@Component
@ConditionalOnWebApplication
public class FormsAgain implements Unsent {

    private final FormPages pages;

    FormsAgain(FormPages pages) {
        this.pages = pages;
    }

    /** That page in the place of an answer of its own. */
    public ModelAndView show(String page, KeptForm kept, Again.Why why) {
        return new ModelAndView((model, request, response) -> forward(page, new Again(kept, why), request, response));
    }

    /** The page's address. */
    public String page(KeptForm kept) {
        return pages.form(kept.action(), kept.fields());
    }

    @Override
    public String page(HttpServletRequest request) {
        return pages.of(request);
    }

    @Override
    public boolean signIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var kept = KeptForm.of(request);
        if (kept.isEmpty()) {
            return false;
        }
        toSignIn(kept.get(), request, response);
        return true;
    }

    @Override
    public boolean tooOld(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var kept = KeptForm.of(request);
        if (kept.isEmpty()) {
            return false;
        }
        var page = page(kept.get());
        if (isSignedIn() || isOpen(page)) {
            forward(page, new Again(kept.get(), Again.Why.TOO_OLD), request, response);
        } else {
            toSignIn(kept.get(), request, response);
        }
        return true;
    }

    /** Through the form to sign in, which carries it along. */
    private void toSignIn(KeptForm kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var login = "/login?kept=yes&next=" + URLEncoder.encode(page(kept), StandardCharsets.UTF_8);
        var along = new KeptForm("/login", Map.of(KeptForm.FIELD, kept.encoded()));
        forward(login, new Again(along, Again.Why.SIGN_IN), request, response);
    }

    private static void forward(String page, Again again, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(Again.NAME, again);
        var dispatcher = Optional.ofNullable(request.getRequestDispatcher(page));
        dispatcher
                .orElseThrow(() -> new IllegalStateException("no way to a page"))
                .forward(new AsGet(request, page), response);
    }

    private static boolean isSignedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && !(authentication instanceof AnonymousAuthenticationToken);
    }

    /** Pages for whoever has no account yet, or cannot sign in. */
    private static boolean isOpen(String page) {
        return page.matches("/(login|signup|recover|email|unsubscribe)([/?].*)?");
    }
}
