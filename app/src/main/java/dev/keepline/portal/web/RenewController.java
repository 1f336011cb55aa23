package dev.keepline.portal.web;

import dev.keepline.catalog.OfferingId;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.lines.LineState;
import dev.keepline.portal.renew.AmountTexts;
import dev.keepline.portal.renew.FitRules;
import dev.keepline.portal.renew.RenewTexts;
import dev.keepline.portal.renew.RenewTexts.Entered;
import dev.keepline.portal.words.Shown;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Choosing what to renew with. Choosing asks for a quote; no money moves. */
@Controller
@ConditionalOnWebApplication
class RenewController {

    /** More than this is a slip of the finger: no carrier we know takes as much at once. */
    private static final Money MOST = Money.usd(100_000);

    private final Pages pages;
    private final Cards cards;
    private final Quotes quotes;
    private final SoldAmounts sold;
    private final FreshRecords records;
    private final InstantSource clock;

    RenewController(Pages pages, Cards cards, Quotes quotes, Asked asked, InstantSource clock) {
        this.pages = pages;
        this.cards = cards;
        this.quotes = quotes;
        this.sold = asked.sold();
        this.records = asked.records();
        this.clock = clock;
    }

    /** What carriers are asked before the page is shown. */
    @Component
    record Asked(SoldAmounts sold, FreshRecords records) {}

    @GetMapping("/lines/{id}/renew")
    ModelAndView choose(@PathVariable("id") String id, AccountId account, HttpServletRequest request) {
        return page(account, Found.id(id, LineId::parse), Entered.NOTHING, request);
    }

    @PostMapping("/lines/{id}/renew")
    ModelAndView chosen(
            @PathVariable("id") String id,
            @RequestParam(name = "offer", defaultValue = "") String offer,
            @RequestParam(name = "amount", defaultValue = "") String amount,
            AccountId account,
            HttpServletRequest request) {
        var line = Found.id(id, LineId::parse);
        if (Found.or404(cards.current(account, line)).card().state() == LineState.GONE) {
            return problem(account, line, entered(offer, amount, "GONE", request), request);
        }
        var typed = amount(amount);
        if (typed.filter(money -> money.compareTo(MOST) > 0).isPresent()) {
            var most = Optional.of(pages.words(request).h("noquote.most", "money", MOST));
            return problem(account, line, new Entered(offer, WrittenRules.mask(amount), most), request);
        }
        if (offer.isEmpty() || (typed.isEmpty() && !amount.isBlank())) {
            return problem(
                    account, line, entered(offer, amount, offer.isEmpty() ? "choose" : "amount", request), request);
        }
        return switch (quotes.quote(account, line, Found.id(offer, OfferingId::new), typed)) {
            case QuoteResult.Quoted(var quote) -> SeeOther.to("/quotes/" + quote.id());
            case QuoteResult.NoQuote(var reason) ->
                problem(
                        account,
                        line,
                        reason == QuoteResult.Reason.NOT_OFFERED && typed.isPresent()
                                ? new Entered(
                                        offer, amount, Optional.of(notSold(account, line, offer, typed.get(), request)))
                                : entered(offer, amount, reason.name(), request),
                        request);
        };
    }

    private Shown notSold(AccountId account, LineId line, String offering, Money wanted, HttpServletRequest request) {
        var amounts = Found.or404(cards.current(account, line)).offers().stream()
                .filter(offer -> offer.offering().id().value().equals(offering))
                .findFirst()
                .map(sold::of)
                .orElse(List.of());
        return new AmountTexts(pages.words(request)).notSold(wanted, amounts);
    }

    private Entered entered(String offer, String amount, String reason, HttpServletRequest request) {
        return new Entered(
                offer,
                WrittenRules.mask(amount),
                Optional.of(pages.words(request).h("noquote." + reason)));
    }

    private ModelAndView problem(AccountId account, LineId line, Entered entered, HttpServletRequest request) {
        var view = page(account, line, entered, request);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(AccountId account, LineId line, Entered entered, HttpServletRequest request) {
        records.read(account, line);
        var desk = Found.or404(cards.current(account, line));
        var now = clock.instant();
        var offers = sold.in(desk.line(), desk.offers(), now);
        var texts = new RenewTexts(pages.words(request), now);
        return new ModelAndView(pages.page("renew", texts.page(desk.card(), offers, need(desk), entered)));
    }

    /** What the line uses, by its carrier's record and the plan it is on. */
    private static Optional<FitRules.Need> need(Cards.Desk desk) {
        var plan =
                desk.offers().stream().filter(offer -> offer.manner().current()).findFirst();
        return desk.line()
                .dates()
                .reading()
                .flatMap(reading -> plan.flatMap(offer -> FitRules.need(reading, offer.offering())));
    }

    /** What people write for an amount: 25, 25.50, $25, 1,000, also as a Chinese keyboard writes them. Empty when it is none, or finer than cents. */
    static Optional<Money> amount(String text) {
        var bare = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('。', '.')
                .strip()
                .replaceFirst("^\\$", "")
                .strip();
        return bare.matches("([0-9]{1,9}|[0-9]{1,3}(,[0-9]{3}){1,2})(\\.[0-9]{1,2})?")
                ? Optional.of(Money.exact(new BigDecimal(bare.replace(",", "")), Money.USD))
                        .filter(Money::isPositive)
                : Optional.empty();
    }
}
