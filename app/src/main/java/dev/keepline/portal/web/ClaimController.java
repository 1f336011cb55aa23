package dev.keepline.portal.web;

import dev.keepline.catalog.Catalogue;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.imports.Claims;
import dev.keepline.imports.Invitation;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.imports.ClaimTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Claiming lines by an invitation. Who is not signed in signs in first; what is taken is shown before it is. */
@Controller
@ConditionalOnWebApplication
class ClaimController {

    private final Pages pages;
    private final Claims claims;
    private final Catalogue catalogue;
    private final InstantSource clock;

    ClaimController(Pages pages, Claims claims, Catalogue catalogue, InstantSource clock) {
        this.pages = pages;
        this.claims = claims;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/claim/{token}")
    ModelAndView look(@PathVariable("token") String token, CurrentAccount account, HttpServletRequest request) {
        return page(token, claims.open(token, account.id(), clock.instant()), account, request);
    }

    @PostMapping("/claim/{token}")
    ModelAndView claim(@PathVariable("token") String token, CurrentAccount account, HttpServletRequest request) {
        return claims.claim(token, account.id(), clock.instant())
                ? SeeOther.to("/")
                : page(token, Optional.empty(), account, request);
    }

    private ModelAndView page(
            String token, Optional<Invitation> invitation, CurrentAccount account, HttpServletRequest request) {
        var texts = new ClaimTexts(pages.words(request), catalogue);
        var page = texts.page("/claim/" + token, invitation, account.name(), account.zone());
        var view = new ModelAndView(pages.page("claim", page));
        view.setStatus(page.open() ? HttpStatus.OK : HttpStatus.GONE);
        return view;
    }
}
