package dev.keepline.portal.legal;

import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.PortalProperties;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.AcceptedTerms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What everybody may read before they sign up or pay. */
@Controller
@ConditionalOnWebApplication
class LegalController {

    /** Of the privacy notice; whoever changes its words changes this. */
    private static final String PRIVACY_VERSION = "2026-11-30";

    private final Pages pages;
    private final PortalProperties portal;

    LegalController(Pages pages, PortalProperties portal) {
        this.pages = pages;
        this.portal = portal;
    }

    @GetMapping("/terms")
    View terms(HttpServletRequest request) {
        return page("terms", AcceptedTerms.SERVICE_VERSION, request);
    }

    @GetMapping("/privacy")
    View privacy(HttpServletRequest request) {
        return page("privacy", PRIVACY_VERSION, request);
    }

    private View page(String kind, String version, HttpServletRequest request) {
        var words = pages.words(request);
        var unchecked = portal.textsChecked()
                ? Optional.<Shown>empty()
                : Optional.of(words.h("legal.unchecked", "operator", portal.operator()));
        var seller = new LegalPage.Seller(portal.operator(), portal.contact());
        return pages.page("legal", LegalPage.of(kind, version, unchecked, seller, words));
    }
}
