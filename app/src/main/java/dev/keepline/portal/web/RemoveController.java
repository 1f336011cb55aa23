package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.Management;
import dev.keepline.lines.TrackedLines;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.Said;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.lines.RemovePage;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.Renewals;
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

/** Removes a tracked line after asking. Its renewals stay; one that is under way is waited for. */
@Controller
@ConditionalOnWebApplication
class RemoveController {

    private final Pages pages;
    private final LineDesk desks;
    private final TrackedLines tracked;
    private final Renewals renewals;
    private final InstantSource clock;

    RemoveController(Pages pages, LineDesk desks, TrackedLines tracked, Renewals renewals, InstantSource clock) {
        this.pages = pages;
        this.desks = desks;
        this.tracked = tracked;
        this.renewals = renewals;
        this.clock = clock;
    }

    @GetMapping("/lines/{id}/remove")
    ModelAndView ask(@PathVariable("id") String id, AccountId account) {
        return page(desk(account, id), Optional.empty());
    }

    @PostMapping("/lines/{id}/remove")
    ModelAndView remove(@PathVariable("id") String id, AccountId account, HttpServletRequest request) {
        var desk = desk(account, id);
        if (underWay(account, desk.line().id())) {
            return page(desk, Optional.of(pages.words(request).h("remove.underway")));
        }
        tracked.remove(account, desk.line().id(), clock.instant());
        return SeeOther.to(Said.with("/", "removed"));
    }

    private boolean underWay(AccountId account, LineId line) {
        return renewals.underWay(account).stream().anyMatch(one -> one.line().equals(line));
    }

    private Cards.Desk desk(AccountId account, String id) {
        return Found.or404(desks.find(account, Found.id(id, LineId::parse))
                .filter(desk -> desk.line().identity().management() == Management.TRACKED));
    }

    private ModelAndView page(Cards.Desk desk, Optional<Shown> problem) {
        var page = new RemovePage(
                "/lines/" + desk.line().id(), Shown.unbroken(desk.card().who().number()), problem);
        var view = new ModelAndView(pages.page("remove", page));
        view.setStatus(problem.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT);
        return view;
    }
}
