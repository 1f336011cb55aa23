package dev.keepline.portal.account;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.portal.frame.LocalPath;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.words.Languages;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Remembers the language somebody chooses for the pages: for this browser, and for the person when signed in. Letters change
 * with it unless the person chose theirs apart.
 */
@Controller
@ConditionalOnWebApplication
class LanguageController {

    private final Languages languages;
    private final Accounts accounts;

    LanguageController(Languages languages, Accounts accounts) {
        this.languages = languages;
        this.accounts = accounts;
    }

    @PostMapping("/language")
    ModelAndView choose(
            @RequestParam(name = "to", defaultValue = "") String tag,
            @RequestParam(name = "back", defaultValue = "/") String back,
            @Nullable Authentication authentication,
            HttpServletResponse response) {
        if (languages.byTag(tag).isPresent()) {
            var cookie = ResponseCookie.from(Pages.LANGUAGE_COOKIE, tag)
                    .path("/")
                    .maxAge(Duration.ofDays(365))
                    .sameSite("Lax")
                    .httpOnly(true)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            if (authentication != null && authentication.getPrincipal() instanceof CurrentAccount account) {
                accounts.setLanguage(account.id(), tag);
            }
        }
        return SeeOther.to(LocalPath.of(back));
    }
}
