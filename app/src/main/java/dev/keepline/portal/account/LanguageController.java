package dev.keepline.portal.account;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.portal.frame.Again;
import dev.keepline.portal.frame.FormsAgain;
import dev.keepline.portal.frame.KeptForm;
import dev.keepline.portal.frame.LocalPath;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.words.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Remembers the language somebody chooses for the pages: for this browser, and for the person when signed in. Letters change
 * with it unless the person chose theirs apart. A page with a form that was answered is shown again in that language, with
 * what was typed.
 */
@Controller
@ConditionalOnWebApplication
class LanguageController {

    private final Languages languages;
    private final Accounts accounts;
    private final FormsAgain forms;

    LanguageController(Languages languages, Accounts accounts, FormsAgain forms) {
        this.languages = languages;
        this.accounts = accounts;
        this.forms = forms;
    }

    /**
     * What the switch of a page sends; absent fields are null.
     *
     * @param to the tag of a language
     * @param back the page to show in it
     * @param kept what was typed there
     */
    record Choice(
            @Nullable String to,
            @Nullable String back,
            @Nullable String kept) {

        String tag() {
            return Objects.requireNonNullElse(to, "");
        }
    }

    @PostMapping("/language")
    ModelAndView choose(
            Choice choice,
            @Nullable Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        var tag = choice.tag();
        if (languages.byTag(tag).isPresent()) {
            var cookie = ResponseCookie.from(Pages.LANGUAGE_COOKIE, tag)
                    .path("/")
                    .maxAge(Duration.ofDays(365))
                    .sameSite("Lax")
                    .httpOnly(true)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            request.setAttribute(Pages.LANGUAGE_COOKIE, tag);
            if (authentication != null && authentication.getPrincipal() instanceof CurrentAccount account) {
                accounts.setLanguage(account.id(), tag);
            }
        }
        var page = LocalPath.of(Objects.requireNonNullElse(choice.back(), "/"));
        return KeptForm.parse(Objects.requireNonNullElse(choice.kept(), ""))
                .map(kept -> forms.show(page, kept, Again.Why.LANGUAGE))
                .orElseGet(() -> SeeOther.to(page));
    }
}
