package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.renewals.ProofTexts;
import dev.keepline.portal.renewals.TrackerTexts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A renewal under way: whole page, live part, stream of changes; and its proof. */
@Controller
@ConditionalOnWebApplication
class RenewalController {

    private final Pages pages;
    private final Tracking tracking;
    private final Streams streams;
    private final Checks checks;

    RenewalController(Pages pages, Tracking tracking, Streams streams, Checks checks) {
        this.pages = pages;
        this.tracking = tracking;
        this.streams = streams;
        this.checks = checks;
    }

    /** Looking also asks again: whoever comes back from the gateway is waited for. */
    @GetMapping("/renewals/{id}")
    ModelAndView tracker(
            @PathVariable("id") String id,
            @RequestParam(name = "again", required = false) @Nullable String again,
            Seen seen,
            CurrentAccount account,
            HttpServletRequest request) {
        var renewal = Found.id(id, RenewalId::parse);
        var desk = Found.or404(tracking.find(account, renewal));
        tracking.askAgain(account, desk);
        if (again != null || seen.came().paid()) {
            desk = tracking.awaitNews(account, desk);
        }
        return again != null
                ? SeeOther.to("/renewals/" + renewal + seen.query())
                : new ModelAndView(
                        pages.page("tracker", tracking.page(desk, seen.came(), account, pages.words(request))));
    }

    /** An order that nobody has paid for ends; one that is paid after all goes on, and its page says so. */
    @PostMapping("/renewals/{id}/cancel")
    ModelAndView cancel(@PathVariable("id") String id, CurrentAccount account) {
        var renewal = Found.id(id, RenewalId::parse);
        Found.or404(tracking.find(account, renewal));
        tracking.cancel(account, renewal);
        return SeeOther.to("/renewals/" + renewal);
    }

    /** A mark in the address: back from the gateway after paying. */
    record Seen(@Nullable String paid) {

        TrackerTexts.Came came() {
            return new TrackerTexts.Came(paid != null);
        }

        String query() {
            return paid != null ? "?paid" : "";
        }
    }

    /** For the script, while the stream does not work. */
    @GetMapping("/renewals/{id}/live")
    ModelAndView live(@PathVariable("id") String id, Seen seen, CurrentAccount account, HttpServletRequest request) {
        var desk = Found.or404(tracking.find(account, Found.id(id, RenewalId::parse)));
        return new ModelAndView(pages.part("tracker", tracking.page(desk, seen.came(), account, pages.words(request))));
    }

    @GetMapping("/renewals/{id}/events")
    SseEmitter events(@PathVariable("id") String id, Seen seen, CurrentAccount account, HttpServletRequest request) {
        var renewal = Found.id(id, RenewalId::parse);
        Found.or404(tracking.find(account, renewal));
        return streams.open(account, request.getSession().getId(), renewal, seen.came(), pages.painter(request));
    }

    @GetMapping("/renewals/{id}/proof")
    ModelAndView proof(@PathVariable("id") String id, CurrentAccount account, HttpServletRequest request) {
        var desk = Found.or404(tracking.find(account, Found.id(id, RenewalId::parse)));
        var texts = new ProofTexts(pages.words(request), tracking.now(), account.zone());
        var check = checks.of(account.id(), desk.tracked().renewal().id(), pages.words(request));
        var page = texts.page(desk.tracked(), desk.about(), account.name(), pages.operator(), check);
        return page.map(proof -> new ModelAndView(pages.page("proof", proof)))
                .orElseGet(() ->
                        SeeOther.to("/renewals/" + desk.tracked().renewal().id()));
    }
}
