package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.console.WaitingTexts;
import dev.keepline.portal.console.WaitingTexts.Done;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.Interventions;
import dev.keepline.renewal.Interventions.Action;
import dev.keepline.renewal.Interventions.Result;
import dev.keepline.renewal.Steps;
import dev.keepline.renewal.WaitingRenewals;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Renewals that wait, and what a person can do about one. The engine's rules decide what comes of a click. */
@Controller
@ConditionalOnWebApplication
class ConsoleRenewalController {

    private static final int MOST = 200;
    private static final int ACTIONS = 50;

    private final ConsoleDesk desk;
    private final WaitingRenewals waiting;
    private final Interventions interventions;
    private final SupportDesk support;
    private final Steps steps;

    ConsoleRenewalController(
            ConsoleDesk desk, WaitingRenewals waiting, Interventions interventions, SupportDesk support, Steps steps) {
        this.desk = desk;
        this.waiting = waiting;
        this.interventions = interventions;
        this.support = support;
        this.steps = steps;
    }

    @GetMapping("/console/renewals")
    View list(CurrentAccount staff, HttpServletRequest request) {
        return desk.pages().page("desk", new WaitingTexts(desk.texts(staff, request)).list(waiting.longest(MOST)));
    }

    @GetMapping("/console/renewals/{account}/{id}")
    View one(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            @RequestParam(name = "came", defaultValue = "") String came,
            CurrentAccount staff,
            HttpServletRequest request) {
        var words = desk.pages().words(request);
        var key = "outcome." + came;
        Optional<Shown> notice = words.has(key) ? Optional.of(words.h(key)) : Optional.empty();
        return page(account, id, notice, staff, request);
    }

    @PostMapping("/console/renewals/{account}/{id}")
    ModelAndView act(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            Forms.Typed typed,
            CurrentAccount staff,
            HttpServletRequest request) {
        var customer = desk.customer(account).id();
        var renewal = Found.id(id, RenewalId::parse);
        Found.or404(
                support.matter(customer, Optional.of(renewal), Optional.empty()).named());
        var action = Found.id(typed.wanted(), Action::valueOf);
        var reason = WrittenRules.check(typed.words()) instanceof Written.Fine(var text) ? text : "";
        if (reason.isEmpty() && action != Action.ASK_NOW) {
            var problem = desk.pages().words(request).h("console.reason.needed");
            var view = new ModelAndView(page(account, id, Optional.of(problem), staff, request));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return SeeOther.to("/console/renewals/" + customer + "/" + renewal + "?came="
                + act(staff, customer, renewal, action, reason));
    }

    /** Wanted and why is kept before it is done, what came of it after: a crash in between leaves the first. */
    private Result act(CurrentAccount staff, AccountId customer, RenewalId renewal, Action action, String reason) {
        var name = "renewal." + action;
        desk.keep(staff, customer, name, renewal.toString(), reason, "WANTED");
        var result = interventions.act(customer, renewal, action, reason);
        desk.keep(staff, customer, name, renewal.toString(), reason, result.name());
        return result;
    }

    private View page(
            String account, String id, Optional<Shown> notice, CurrentAccount staff, HttpServletRequest request) {
        var customer = desk.customer(account).id();
        var renewal = Found.id(id, RenewalId::parse);
        var matter = support.matter(customer, Optional.of(renewal), Optional.empty());
        Found.or404(matter.named());
        var done = desk.actions().of(customer, ACTIONS).stream()
                .filter(action -> action.reference().equals(renewal.toString()))
                .toList();
        var possible = interventions.possible(customer, renewal);
        var texts = new WaitingTexts(desk.texts(staff, request));
        return desk.pages()
                .page(
                        "desk",
                        texts.one(customer, matter, possible, new Done(done, steps.of(customer, renewal)), notice));
    }
}
