package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.CaseId;
import dev.keepline.portal.console.CaseListTexts;
import dev.keepline.portal.console.ClosedCaseTexts;
import dev.keepline.portal.console.ConsolePage;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.support.Cases;
import dev.keepline.support.Conversation.State;
import dev.keepline.support.Conversations;
import dev.keepline.support.SupportCase;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** What waits for a person of the operator. Only staff gets here. */
@Controller
@ConditionalOnWebApplication
class ConsoleController {

    private static final int MOST = 200;

    private final ConsoleDesk desk;
    private final Conversations conversations;
    private final Cases cases;
    private final RenewalDesk renewals;

    ConsoleController(ConsoleDesk desk, Conversations conversations, Cases cases, RenewalDesk renewals) {
        this.renewals = renewals;
        this.desk = desk;
        this.conversations = conversations;
        this.cases = cases;
    }

    @GetMapping({"/console", "/console/"})
    View console(
            @RequestParam(name = "show", defaultValue = "open") String show,
            CurrentAccount staff,
            HttpServletRequest request) {
        var w = desk.pages().words(request);
        var now = desk.now();
        var state = Found.id(show.toUpperCase(Locale.ROOT), State::valueOf);
        var texts = new SupportTexts(w, now, staff.zone());
        var rows = conversations.longest(state, MOST).stream()
                .map(one -> ConsolePage.question(
                        one,
                        texts.title(one),
                        desk.name(desk.customer(one.account().toString())),
                        w,
                        now))
                .toList();
        var entries = new CaseListTexts(desk.texts(staff, request), staff.id())
                .entries(cases.longestOpen(MOST).stream().map(this::row).toList());
        return desk.pages().page("console", ConsolePage.of(new ConsolePage.Questions(state, rows), entries, w));
    }

    private CaseListTexts.Row row(SupportCase one) {
        var renewal = one.renewal()
                .flatMap(id -> renewals.waiting().find(one.account(), id))
                .flatMap(waiting -> renewals.rows(List.of(waiting)).stream().findFirst());
        return new CaseListTexts.Row(one, desk.nameOf(one.account()), renewal);
    }

    /** The cases that ended last. */
    @GetMapping("/console/cases")
    View closed(CurrentAccount staff, HttpServletRequest request) {
        var last = cases.lastClosed(MOST).stream().map(desk::ended).toList();
        return desk.pages().page("desk", new ClosedCaseTexts(desk.texts(staff, request)).list(last));
    }

    /** Somebody of staff takes a case, or gives it back. */
    @PostMapping("/console/cases/{account}/{id}/owner")
    ModelAndView own(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            @RequestParam(name = "act", defaultValue = "TAKE") String act,
            @RequestParam(name = "from", defaultValue = "") String from,
            CurrentAccount staff) {
        var customer = desk.customer(account).id();
        boolean takes = !act.equals("LEAVE");
        var wanted = Found.id(id, CaseId::parse);
        boolean done = takes ? take(customer, wanted, from, staff.id()) : cases.leave(customer, wanted, staff.id());
        desk.keep(staff, customer, takes ? "case.take" : "case.leave", id, "", done ? "DONE" : "NOT_POSSIBLE");
        return SeeOther.to("/console");
    }

    /** @param from the colleague whose it was on the page; empty where it was nobody's */
    private boolean take(AccountId customer, CaseId wanted, String from, AccountId staff) {
        return from.isEmpty()
                ? cases.take(customer, wanted, staff)
                : cases.takeOver(customer, wanted, staff, Found.id(from, AccountId::parse));
    }
}
