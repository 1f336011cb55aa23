package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.lines.LinesPage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** All lines, and one. */
@Controller
@ConditionalOnWebApplication
class LinesController {

    private final Pages pages;
    private final Cards cards;
    private final LineDesk desks;
    private final News news;
    private final InstantSource clock;

    LinesController(Pages pages, Cards cards, LineDesk desks, News news, InstantSource clock) {
        this.pages = pages;
        this.cards = cards;
        this.desks = desks;
        this.news = news;
        this.clock = clock;
    }

    @GetMapping("/")
    View all(AccountId account, HttpServletRequest request) {
        var all = cards.all(account);
        return pages.page(
                "lines",
                LinesPage.with(
                        all,
                        news.unseen(account, all),
                        news.reminded(account, all),
                        pages.words(request),
                        clock.instant()));
    }

    @PostMapping("/messages/seen")
    ModelAndView seen(AccountId account) {
        news.seen(account, clock.instant());
        return SeeOther.to("/");
    }

    @GetMapping("/lines/{id}")
    View one(@PathVariable("id") String id, CurrentAccount account, HttpServletRequest request) {
        var desk = Found.or404(desks.find(account.id(), Found.id(id, LineId::parse)));
        return pages.page("line", desks.page(desk, pages.words(request), account.zone(), Optional.empty()));
    }
}
