package dev.keepline.portal.web;

import dev.keepline.identity.ContentPolicy;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.renew.QuotePage.Problem;
import dev.keepline.portal.renew.QuoteTexts;
import dev.keepline.portal.renewals.EndTexts;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.StartResult;
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

/** The quote, and the one button that lets money be held. Pressing it twice, or from two tabs, pays once. */
@Controller
@ConditionalOnWebApplication
class QuoteController {

    private final Pages pages;
    private final Cards cards;
    private final Paying paying;
    private final Abouts abouts;

    QuoteController(Pages pages, Cards cards, Paying paying, Abouts abouts) {
        this.pages = pages;
        this.cards = cards;
        this.paying = paying;
        this.abouts = abouts;
    }

    @GetMapping("/quotes/{id}")
    ModelAndView quote(@PathVariable("id") String id, CurrentAccount account, HttpServletRequest request) {
        return page(find(id, account), account, Optional.empty(), request);
    }

    @PostMapping("/quotes/{id}/pay")
    ModelAndView pay(
            @PathVariable("id") String id,
            @RequestParam(name = "terms", defaultValue = "") String terms,
            @RequestParam(name = "spend", defaultValue = "") String spend,
            CurrentAccount account,
            HttpServletRequest request) {
        var quote = find(id, account);
        var words = pages.words(request);
        if (terms.isEmpty()) {
            return problem(quote, account, Problem.of(words.h("quote.terms.missing")), request);
        }
        if (quote.promise().spendsPaidDays() && spend.isEmpty()) {
            return problem(quote, account, Problem.of(words.h("quote.spend.missing")), request);
        }
        var consent = new Consent(terms, !spend.isEmpty(), words.language().tag());
        return switch (paying.start(account.id(), quote.id(), consent)) {
            case StartResult.Pay pay -> SeeOther.to(pay.url().toString());
            case StartResult.Underway(RenewalId renewal) -> SeeOther.to("/renewals/" + renewal);
            case StartResult.Other(RenewalId other) ->
                problem(
                        quote,
                        account,
                        new Problem(words.h("quote.other"), Optional.of("/renewals/" + other)),
                        request);
            case StartResult.Expired() -> problem(quote, account, Problem.of(words.h("quote.expired")), request);
            case StartResult.TermsChanged() ->
                problem(quote, account, Problem.of(words.h("quote.terms.changed")), request);
            case StartResult.NoQuote() -> problem(quote, account, Problem.of(words.h("quote.expired")), request);
        };
    }

    private Quote find(String id, CurrentAccount account) {
        return Found.or404(paying.quote(account.id(), Found.id(id, QuoteId::parse)));
    }

    private ModelAndView problem(Quote quote, CurrentAccount account, Problem problem, HttpServletRequest request) {
        var view = page(quote, account, Optional.of(problem), request);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(
            Quote quote, CurrentAccount account, Optional<Problem> problem, HttpServletRequest request) {
        var desk = Found.or404(cards.find(account.id(), quote.subject().line()));
        var buyer = new QuoteTexts.Buyer(account.name(), desk.line().home().place());
        ContentPolicy.of(request).allowFormsTo(paying.gatewayPages());
        var words = pages.words(request);
        var texts = new QuoteTexts(words, paying.now(), account.zone());
        var carrier = new LineTexts(words, paying.now()).shortName(desk.card());
        var about = abouts.about(desk, quote);
        var told = paying.order(account.id(), quote)
                .map(order -> texts.over(order, EndTexts.why(words, order, carrier)))
                .or(() -> problem)
                .or(() -> paying.instead(account.id(), quote)
                        .map(other -> Problem.over(words.h("quote.other"), "/renewals/" + other, false)));
        return new ModelAndView(pages.page("quote", texts.page(quote, about, buyer, told)));
    }
}
