package dev.keepline.portal.web;

import dev.keepline.catalog.Catalogue;
import dev.keepline.identity.Accounts;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Claiming lines by an invitation. Who is not signed in signs in first; what is taken is shown before it is. */
@Controller
@ConditionalOnWebApplication
class ClaimController {

    private final Pages pages;
    private final Claims claims;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final InstantSource clock;

    ClaimController(Pages pages, Claims claims, Accounts accounts, Catalogue catalogue, InstantSource clock) {
        this.pages = pages;
        this.claims = claims;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/claim/{token}")
    ModelAndView look(@PathVariable("token") String token, CurrentAccount account, HttpServletRequest request) {
        return page(token, claims.open(token, account.id(), clock.instant()), account, false, request);
    }

    @PostMapping("/claim/{token}")
    ModelAndView claim(
            @PathVariable("token") String token,
            @RequestParam(name = "anyway", defaultValue = "") String anyway,
            CurrentAccount account,
            HttpServletRequest request) {
        var invitation = claims.open(token, account.id(), clock.instant());
        boolean elsewhere = invitation.filter(found -> !invited(found, account)).isPresent();
        if (elsewhere && anyway.isEmpty()) {
            var view = page(token, invitation, account, true, request);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return claims.claim(token, account.id(), clock.instant())
                ? SeeOther.to("/")
                : page(token, Optional.empty(), account, false, request);
    }

    private boolean invited(Invitation invitation, CurrentAccount account) {
        return accounts.recipient(account.id())
                .filter(reader -> reader.email().value().equalsIgnoreCase(invitation.email()))
                .isPresent();
    }

    private ModelAndView page(
            String token,
            Optional<Invitation> invitation,
            CurrentAccount account,
            boolean unticked,
            HttpServletRequest request) {
        var texts = new ClaimTexts(pages.words(request), catalogue);
        boolean invited = invitation.filter(found -> invited(found, account)).isPresent();
        var claimer = new ClaimTexts.Claimer(account.name(), account.zone(), invited);
        var page = texts.page(token, invitation, claimer, unticked);
        var view = new ModelAndView(pages.page("claim", page));
        view.setStatus(page.open() ? HttpStatus.OK : HttpStatus.GONE);
        return view;
    }
}
