package dev.keepline.portal.web;

import dev.keepline.identity.AccountSearch;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.imports.BroughtLines;
import dev.keepline.kernel.AccountId;
import dev.keepline.lines.Line;
import dev.keepline.lines.LineSearch;
import dev.keepline.lines.Lines;
import dev.keepline.portal.console.CustomerTexts;
import dev.keepline.portal.console.SearchPage;
import dev.keepline.portal.console.WaitingTexts;
import dev.keepline.portal.imports.BroughtTexts;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.RenewalSearch;
import dev.keepline.support.Conversations;
import dev.keepline.support.StaffAction;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** The number on an error page. */
    private static final Pattern TRACE = Pattern.compile("(?i)[0-9a-f]{32}");

    /** The beginning of an id, as pages show it. */
    private static final Pattern SHORT = Pattern.compile("(?i)[0-9a-f]{8}");

    private final ConsoleDesk desk;
    private final Cards cards;
    private final RenewalDesk renewals;
    private final Reach reach;

    ConsoleCustomerController(ConsoleDesk desk, Cards cards, RenewalDesk renewals, Reach reach) {
        this.renewals = renewals;
        this.desk = desk;
        this.cards = cards;
        this.reach = reach;
    }

    /** Where customers' affairs are found. */
    @org.springframework.stereotype.Component
    record Reach(
            LineSearch lines,
            Lines known,
            AccountSearch accounts,
            RenewalSearch references,
            BroughtLines brought,
            ClaimedDates dates,
            Sales sales,
            Conversations conversations) {}

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
        // Digits of full width, as input methods for Chinese write them, are digits.
        var wanted = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (wanted.codePointCount(0, wanted.length()) < AccountSearch.SHORTEST || wanted.matches("[0-9]{1,3}")) {
            return desk.pages().page("search", SearchPage.problem(words, WrittenRules.mask(wanted)));
        }
        var texts = desk.texts(staff, request);
        var hits = customers(wanted);
        var renewed = renewals(wanted);
        var hint = TRACE.matcher(wanted).matches()
                ? Optional.of(words.h(
                        renewed.isEmpty() ? "console.search.trace.none" : "console.search.trace",
                        "id",
                        wanted.toLowerCase(Locale.ROOT)))
                : Optional.<Shown>empty();
        var parts = List.of(
                new SearchPage.Part(words.h("console.search.hits"), new CustomerTexts(texts).found(hits)),
                new SearchPage.Part(words.h("console.renewals.found"), new WaitingTexts(texts).found(renewed)),
                new SearchPage.Part(
                        words.h("brought.title"),
                        new BroughtTexts(texts, new BroughtTexts.Known(reach.dates()::endsOn, desk::email))
                                .table(reach.brought().find(wanted, MOST, desk.now()))),
                new SearchPage.Part(words.h("console.actions"), texts.actions(recorded(wanted))));
        var page = SearchPage.found(words, WrittenRules.mask(wanted), hint, parts);
        desk.keep(staff, staff.id(), "customer.search", "", "", page.found().isEmpty() ? "NONE" : "DONE");
        hits.forEach(hit -> desk.keep(
                staff, hit.account().id(), "customer.found", hit.account().id().toString()));
        return desk.pages().page("search", page);
    }

    /** Lines first, since a number is what people read out; then accounts by address or name. */
    private List<CustomerTexts.Found> customers(String wanted) {
        var digits = wanted.replaceAll("[\\s().+-]", "");
        boolean byDigits = digits.matches("[0-9]{" + LineSearch.FEWEST_DIGITS + ",20}");
        return byDigits
                ? reach.lines().with(digits, MOST).stream().flatMap(this::found).toList()
                : Stream.concat(
                                reach.accounts().holding(wanted, MOST).stream()
                                        .flatMap(id -> desk.find(id).stream())
                                        .map(account -> new CustomerTexts.Found(
                                                account, desk.email(account.id()), Optional.empty())),
                                reach.lines().called(wanted, MOST).stream().flatMap(this::found))
                        .limit(MOST)
                        .toList();
    }

    private List<WaitingTexts.Row> renewals(String wanted) {
        return renewals.rows(reach.references().find(wanted, MOST).stream()
                .flatMap(hit -> renewals.waiting().find(hit.account(), hit.renewal()).stream())
                .toList());
    }

    /** By the beginning of an id, as the record of staff shows it. */
    private List<StaffAction> recorded(String wanted) {
        return SHORT.matcher(wanted).matches()
                ? desk.actions().about(wanted.toLowerCase(Locale.ROOT) + "-", MOST)
                : List.of();
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

    private List<CustomerTexts.Sold> sold(AccountId id) {
        return renewals.all().recent(id, MOST).stream()
                .map(view -> new CustomerTexts.Sold(
                        view,
                        cards.find(id, view.bought().line()).map(Cards.Desk::card),
                        reach.sales().ordered(id, view)))
                .toList();
    }

    private List<CustomerTexts.Has> has(AccountId id) {
        var profiles = reach.known().of(id).stream()
                .filter(line -> line.identity().iccid().isPresent())
                .collect(Collectors.toMap(
                        Line::id, line -> line.identity().iccid().orElseThrow().digits()));
        return cards.all(id).stream()
                .map(card -> new CustomerTexts.Has(
                        card, Optional.ofNullable(profiles.get(card.who().id()))))
                .toList();
    }

    private CustomerTexts.Customer customer(CurrentAccount account) {
        AccountId id = account.id();
        var written = new CustomerTexts.Written(
                reach.conversations().of(id, MOST),
                renewals.cases().open(id),
                desk.actions().of(id, MOST));
        return new CustomerTexts.Customer(account, desk.email(id), has(id), sold(id), written);
    }
}
