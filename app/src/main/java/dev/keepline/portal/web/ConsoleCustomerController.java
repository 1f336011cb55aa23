package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.lines.LineSearch;
import dev.keepline.portal.console.CustomerTexts;
import dev.keepline.portal.console.SearchPage;
import dev.keepline.renewal.Renewals;
import dev.keepline.support.Cases;
import dev.keepline.support.Conversations;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Customers and lines by search. Every search and every look is kept with who made it. */
@Controller
@ConditionalOnWebApplication
class ConsoleCustomerController {

    private static final int MOST = 50;

    private final ConsoleDesk desk;
    private final Cards cards;
    private final Reach reach;

    ConsoleCustomerController(ConsoleDesk desk, Cards cards, Reach reach) {
        this.desk = desk;
        this.cards = cards;
        this.reach = reach;
    }

    /** Where customers' affairs are found. */
    @org.springframework.stereotype.Component
    record Reach(LineSearch lines, Renewals renewals, Conversations conversations, Cases cases) {}

    @GetMapping("/console/customers")
    View form(HttpServletRequest request) {
        return desk.pages().page("search", SearchPage.empty(desk.pages().words(request)));
    }

    /** By post, so that what was searched for stands in no address and no log of addresses. */
    @PostMapping("/console/customers")
    View search(
            @RequestParam(name = "q", defaultValue = "") String typed,
            CurrentAccount staff,
            HttpServletRequest request) {
        var words = desk.pages().words(request);
        var wanted = typed.strip();
        var digits = wanted.replaceAll("[\\s().+-]", "");
        boolean byDigits = digits.matches("[0-9]{" + LineSearch.FEWEST_DIGITS + ",20}");
        if (!byDigits && !wanted.contains("@")) {
            return desk.pages().page("search", SearchPage.problem(words, wanted));
        }
        var hits = byDigits ? byDigits(digits) : byEmail(wanted);
        desk.keep(staff, staff.id(), "customer.search", "", "", hits.isEmpty() ? "NONE" : "DONE");
        hits.forEach(hit -> desk.keep(
                staff, hit.account().id(), "customer.found", hit.account().id().toString()));
        var table = new CustomerTexts(desk.texts(staff, request)).found(hits);
        return desk.pages().page("search", SearchPage.found(words, wanted, table));
    }

    private List<CustomerTexts.Found> byEmail(String address) {
        return desk
                .byEmail(address)
                .flatMap(desk::find)
                .map(account -> new CustomerTexts.Found(account, desk.email(account.id()), Optional.empty()))
                .stream()
                .toList();
    }

    private List<CustomerTexts.Found> byDigits(String digits) {
        return reach.lines().endingIn(digits, MOST).stream()
                .flatMap(this::found)
                .toList();
    }

    private Stream<CustomerTexts.Found> found(LineSearch.Hit hit) {
        var card = cards.find(hit.account(), hit.line()).map(Cards.Desk::card);
        return desk
                .find(hit.account())
                .map(account -> new CustomerTexts.Found(account, desk.email(account.id()), card))
                .stream();
    }

    @GetMapping("/console/customers/{account}")
    View one(@PathVariable("account") String id, CurrentAccount staff, HttpServletRequest request) {
        var account = desk.customer(id);
        desk.keep(staff, account.id(), "customer.look", id);
        var texts = new CustomerTexts(desk.texts(staff, request));
        return desk.pages().page("desk", texts.page(customer(account)));
    }

    private CustomerTexts.Customer customer(CurrentAccount account) {
        AccountId id = account.id();
        var written = new CustomerTexts.Written(
                reach.conversations().of(id, MOST),
                reach.cases().open(id),
                desk.actions().of(id, MOST));
        return new CustomerTexts.Customer(
                account, desk.email(id), cards.all(id), reach.renewals().recent(id, MOST), written);
    }
}
