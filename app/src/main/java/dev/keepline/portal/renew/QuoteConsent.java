package dev.keepline.portal.renew;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.Offering;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.AcceptedTerms;
import dev.keepline.renewal.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody agrees to by pressing. */
final class QuoteConsent {

    private final Words w;

    QuoteConsent(Words words) {
        this.w = words;
    }

    QuotePage.Consent consent(Quote quote, String carrier, Offering offering) {
        var level = quote.goods().product().proof();
        var spend = quote.promise().spendsPaidDays()
                ? Optional.of(w.h("quote.spend", "carrier", carrier))
                : Optional.<Shown>empty();
        return new QuotePage.Consent(
                quote.promise().termsVersion(), terms(offering), spend, proof(level, carrier), press(quote));
    }

    private QuotePage.Press press(Quote quote) {
        boolean money = quote.onlyMoney();
        return new QuotePage.Press(
                w.h(money ? "quote.card.money" : "quote.card"),
                accept(AcceptedTerms.parse(quote.promise().termsVersion()), money),
                w.h(
                        money ? "quote.do.money" : "quote.do",
                        "money",
                        quote.price().total()));
    }

    private Shown accept(AcceptedTerms terms, boolean money) {
        return terms.service()
                .map(service -> w.h(
                        money ? "quote.accept.both.money" : "quote.accept.both",
                        "service",
                        service,
                        "version",
                        terms.offering()))
                .orElseGet(() -> w.h(money ? "quote.accept.money" : "quote.accept", "version", terms.offering()));
    }

    private List<Shown> terms(Offering offering) {
        var key = offering.terms().textKey();
        var terms = new ArrayList<Shown>();
        for (int i = 1; w.has(key + "." + i); i++) {
            terms.add(w.h(key + "." + i));
        }
        return terms;
    }

    private List<Shown> proof(ProofLevel level, String carrier) {
        return List.of(w.h("quote.promise." + level.name(), "carrier", carrier), w.h("quote.promise.else"));
    }
}
