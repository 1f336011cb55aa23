package dev.keepline.portal.papers;

import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.renew.QuoteTexts;
import dev.keepline.portal.renew.RenewPage.Part;
import dev.keepline.portal.renewals.Tracked;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Puts words to what was paid for a renewal. */
public final class ReceiptPapers {

    private final Words w;
    private final Imprint imprint;

    public ReceiptPapers(Words words, Imprint imprint) {
        this.w = words;
        this.imprint = imprint;
    }

    /**
     * How it was paid.
     *
     * @param method for people: brand and last four digits
     * @param holder of the account
     * @param zone of the holder: money is told in its reader's time, as on the page of bills
     */
    public record Paid(Optional<String> method, String holder, ZoneId zone) {}

    /** When it was charged; empty while, or because, it was not. */
    public static Optional<Instant> chargedAt(Tracked tracked) {
        return Optional.ofNullable(tracked.renewal().reached().get(Phase.RENEWED));
    }

    /** The receipt; empty when nothing was charged. */
    public Optional<ReceiptPaper> paper(Tracked tracked, QuoteTexts.About about, Paid paid) {
        return chargedAt(tracked).map(at -> {
            var price = tracked.renewal().bought().price();
            return new ReceiptPaper(
                    facts(tracked, about, paid, at),
                    QuoteTexts.parts(price, about, w),
                    w.money(price.total()),
                    refunded(tracked, paid.zone()),
                    payment(tracked, paid),
                    imprint);
        });
    }

    private List<Fact> facts(Tracked tracked, QuoteTexts.About about, Paid paid, Instant at) {
        var card = tracked.card();
        var carrier = new LineTexts(w, at).carrierName(card.who().carrier());
        return List.of(
                new Fact(w.t("receipt.number"), Shown.text(number(tracked, at)), true),
                fact("receipt.seller", Shown.text(imprint.operator())),
                fact("receipt.contact", Shown.text(imprint.contact())),
                fact("receipt.buyer", Shown.text(paid.holder())),
                fact("receipt.date", moment(at, paid.zone())),
                fact("paper.number", Shown.unbroken(card.who().number())),
                fact("proof.carrier", Shown.text(carrier)),
                fact("proof.offering", Shown.text(QuoteTexts.name(about, w))));
    }

    /** The day of the charge, and the beginning of the renewal's own number: the same whenever it is printed. */
    private static String number(Tracked tracked, Instant at) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC).toString().replace("-", "");
        return "R-" + day + "-" + tracked.renewal().id().toString().substring(0, 8);
    }

    /** What was given back, and when it was confirmed. */
    private Optional<Part> refunded(Tracked tracked, ZoneId zone) {
        return Optional.ofNullable(tracked.renewal().reached().get(Phase.REFUNDED))
                .or(() -> Optional.ofNullable(tracked.renewal().reached().get(Phase.RETURNED)))
                .map(at -> new Part(
                        w.t("receipt.refunded", "date", w.date(LocalDate.ofInstant(at, zone))),
                        w.money(tracked.renewal().bought().price().total())));
    }

    private List<Fact> payment(Tracked tracked, Paid paid) {
        var method = paid.method().map(Shown::text).orElseGet(() -> w.h("receipt.method.card"));
        var reference = new Fact(
                w.t(tracked.renewal().topUp() ? "paper.reference.money" : "paper.reference"),
                Shown.text(tracked.renewal().id().toString()),
                true);
        return tracked.renewal()
                .standing()
                .payment()
                .map(ref -> List.of(
                        fact("receipt.method", method),
                        new Fact(w.t("proof.payment"), Shown.text(ref), true),
                        reference))
                .orElseGet(() -> List.of(fact("receipt.method", method), reference));
    }

    private Shown moment(Instant at, ZoneId zone) {
        return w.h(
                "paper.moment",
                "date",
                w.date(LocalDate.ofInstant(at, zone)),
                "time",
                w.time(at, zone),
                "zone",
                w.zone(zone));
    }

    private Fact fact(String key, Shown value) {
        return new Fact(w.t(key), value, false);
    }
}
