package dev.keepline.portal.web;

import dev.keepline.carriers.Snapshot;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Lines;
import dev.keepline.portal.console.RenewalTexts;
import dev.keepline.portal.console.WaitingTexts;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.renewal.Interventions;
import dev.keepline.renewal.Interventions.Action;
import dev.keepline.renewal.Interventions.Result;
import dev.keepline.renewal.RenewalView;
import dev.keepline.support.StaffAction;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** How long a click on "ask now" waits for the answer, so that the next page can say it. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** After this long a page does not say any more what came of a click. */
    private static final Duration JUST_NOW = Duration.ofMinutes(2);

    private static final Set<String> SECOND_PRESS = Set.of(Result.BUSY.name(), Result.NOT_POSSIBLE.name());

    private final ConsoleDesk desk;
    private final RenewalDesk renewals;
    private final Cards cards;
    private final Lines lines;
    private final Sales sales;

    ConsoleRenewalController(ConsoleDesk desk, RenewalDesk renewals, Cards cards, Lines lines, Sales sales) {
        this.sales = sales;
        this.desk = desk;
        this.renewals = renewals;
        this.cards = cards;
        this.lines = lines;
    }

    @GetMapping("/console/renewals")
    View list(
            @RequestParam(name = "show", defaultValue = "waiting") String show,
            CurrentAccount staff,
            HttpServletRequest request) {
        var texts = new WaitingTexts(desk.texts(staff, request));
        return desk.pages()
                .page(
                        "desk",
                        show.equals("finished")
                                ? texts.finished(
                                        renewals.rows(renewals.waiting().finished(MOST)))
                                : texts.waiting(renewals.rows(renewals.waiting().longest(MOST))));
    }

    @GetMapping("/console/renewals/{account}/{id}")
    View one(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            CurrentAccount staff,
            HttpServletRequest request) {
        return page(find(account, id), Map.of(), staff, request);
    }

    @PostMapping("/console/renewals/{account}/{id}")
    ModelAndView act(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            Forms.Deed deed,
            CurrentAccount staff,
            HttpServletRequest request) {
        var one = find(account, id);
        var typed = deed.typed();
        var action = Found.id(typed.wanted(), Action::valueOf);
        var written = action == Action.ASK_NOW ? new Written.Fine("") : WrittenRules.check(typed.words());
        var named = action == Action.RETURNED ? WrittenRules.reference(deed.named()) : Optional.of("");
        if (!(written instanceof Written.Fine(var reason)) || named.isEmpty()) {
            if (!renewals.interventions().possible(one.account(), one.id()).contains(action)) {
                desk.keep(staff, one.account(), "renewal." + action, id, "", Result.NOT_POSSIBLE.name());
                return SeeOther.to("/console/renewals/" + one.account() + "/" + one.id());
            }
            var tried = new RenewalTexts.Tried(
                    desk.texts(staff, request).again(written, typed.words(), named), WrittenRules.mask(deed.named()));
            var view = new ModelAndView(page(one, Map.of(action, tried), staff, request));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        act(staff, one, action, new Interventions.Word(reason, named.get()));
        return SeeOther.to("/console/renewals/" + one.account() + "/" + one.id());
    }

    private record One(AccountId account, RenewalId id, RenewalView view) {}

    private One find(String account, String id) {
        var customer = desk.customer(account).id();
        var renewal = Found.id(id, RenewalId::parse);
        return new One(customer, renewal, Found.or404(renewals.all().find(customer, renewal)));
    }

    /** Wanted and why is kept before it is done, what came of it after: a crash in between leaves the first. */
    private void act(CurrentAccount staff, One one, Action action, Interventions.Word word) {
        var name = "renewal." + action;
        var reason = word.reference().isEmpty() ? word.reason() : word.reference() + ": " + word.reason();
        var begun = desk.now();
        desk.keep(staff, one.account(), name, one.id().toString(), reason, "WANTED");
        var result = renewals.interventions().act(one.account(), one.id(), action, word);
        if (action == Action.ASK_NOW && result == Result.DONE) {
            awaitAnswer(one, begun);
        }
        desk.keep(staff, one.account(), name, one.id().toString(), reason, result.name());
        if (action != Action.ASK_NOW && result == Result.DONE) {
            endCases(staff, one, reason);
        }
    }

    private void awaitAnswer(One one, java.time.Instant begun) {
        var until = begun.plus(ANSWER_WITHIN);
        while (desk.now().isBefore(until)
                && renewals.dossiers()
                        .find(one.account(), one.id())
                        .flatMap(dossier -> dossier.last())
                        .filter(answer -> !answer.at().isBefore(begun))
                        .isEmpty()) {
            Pause.of(LOOK_EVERY);
        }
    }

    /** What a person decided about the renewal ends the cases that waited for the decision. */
    private void endCases(CurrentAccount staff, One one, String reason) {
        renewals.cases().open(one.account()).stream()
                .filter(open -> open.renewal().filter(one.id()::equals).isPresent())
                .filter(open -> RenewalDesk.DECIDED.contains(open.kind()))
                .filter(open -> renewals.cases().close(one.account(), open.id(), reason, desk.now()))
                .forEach(open ->
                        desk.keep(staff, one.account(), "case.close", open.id().toString(), reason, "DONE"));
    }

    private View page(
            One one, Map<Action, RenewalTexts.Tried> tried, CurrentAccount staff, HttpServletRequest request) {
        var reference = one.id().toString();
        var done = desk.actions().of(one.account(), ACTIONS).stream()
                .filter(action -> action.reference().equals(reference))
                .toList();
        var recent = done.stream()
                .filter(action ->
                        action.staff().equals(staff.id()) && !action.outcome().equals("WANTED"))
                .filter(action -> action.at().plus(JUST_NOW).isAfter(desk.now()))
                .toList();
        var mine = recent.stream().findFirst().map(last -> done(last, recent));
        var line = one.view().bought().line();
        var known = new RenewalTexts.Known(
                new RenewalTexts.Whose(
                        one.account(), desk.name(desk.customer(one.account().toString()))),
                one.view(),
                Found.or404(renewals.dossiers().find(one.account(), one.id())),
                sales.ordered(one.account(), one.view()),
                cards.find(one.account(), line).map(Cards.Desk::card),
                read(one.account(), line));
        var doing = new RenewalTexts.Doing(
                renewals.interventions().possible(one.account(), one.id()),
                done,
                renewals.steps().of(one.account(), one.id()),
                tried.isEmpty() ? mine : Optional.empty(),
                tried);
        return desk.pages().page("desk", new RenewalTexts(desk.texts(staff, request)).page(known, doing));
    }

    /** A second press of the same form does nothing; what came of the first is what the person wants to know. */
    private static StaffAction done(StaffAction last, List<StaffAction> recent) {
        return SECOND_PRESS.contains(last.outcome())
                ? recent.stream()
                        .filter(one -> one.action().equals(last.action())
                                && one.outcome().equals("DONE"))
                        .findFirst()
                        .orElse(last)
                : last;
    }

    private Optional<Snapshot> read(AccountId account, LineId line) {
        return lines.find(account, line).flatMap(found -> found.dates().reading());
    }
}
