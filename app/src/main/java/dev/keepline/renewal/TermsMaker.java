package dev.keepline.renewal;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.renewal.engine.Terms;
import dev.keepline.renewal.outside.Counterparts;
import dev.keepline.settings.KeeplineProperties;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Copies a quote into the terms of a renewal. */
final class TermsMaker {

    /** So many digits of a number stand on pages of others. */
    private static final int ENDING = 4;

    private final Lines lines;
    private final Counterparts counterparts;
    private final KeeplineProperties links;
    private final Quotes quotes;

    TermsMaker(Lines lines, Counterparts counterparts, KeeplineProperties links, Quotes quotes) {
        this.quotes = quotes;
        this.lines = lines;
        this.counterparts = counterparts;
        this.links = links;
    }

    /** Empty when the line was removed since it was quoted. */
    Optional<Terms> of(Quote quote, String locale, Instant now) {
        var subject = quote.subject();
        return lines.current(subject.account(), subject.line()).map(line -> of(quote, line, locale, now));
    }

    private Terms of(Quote quote, Line line, String locale, Instant now) {
        var subject = quote.subject();
        var id = renewalId(quote, now);
        var gateway = counterparts.cards().orElseThrow().id();
        var returnTo = links.link("/renewals/" + id);
        return new Terms(
                id,
                new Terms.Subject(subject.account(), subject.line(), subject.segment(), quote.id()),
                goods(quote, line),
                new Terms.Payment(gateway, quote.price(), description(quote, line, locale), returnTo, locale),
                now);
    }

    /** Derived from the quote and the moment: a quote that is paid again after its renewal ended begins another one. */
    private static RenewalId renewalId(Quote quote, Instant now) {
        var name = quote.id() + "@" + now;
        return new RenewalId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private Terms.Goods goods(Quote quote, Line line) {
        var product = quote.goods().product();
        var connector = quote.goods().connector();
        boolean readBack = product.proof() == ProofLevel.READ_BACK;
        var promised = quote.promise().serviceEndsOn();
        return new Terms.Goods(
                connector,
                address(line, product.effect()).orElseThrow(),
                product,
                counterparts.connector(connector).longestUnknown(),
                promised.filter(_ -> !readBack),
                promised.filter(_ -> readBack)
                        .map(day -> day.atStartOfDay(line.home().zone()).toInstant()),
                Optional.of(quote.goods().offering()));
    }

    private static Optional<LineAddress> address(Line line, Effect effect) {
        return switch (effect) {
            case Effect.Plan _ -> line.identity().iccid().map(LineAddress.ByIccid::new);
            case Effect.Credit _ -> line.identity().msisdn().map(LineAddress.ByMsisdn::new);
        };
    }

    /** What the person reads on the gateway's page: which number, and what is bought. */
    private String description(Quote quote, Line line, String locale) {
        var number = line.identity()
                .msisdn()
                .map(msisdn -> msisdn.e164())
                .or(() -> line.identity().iccid().map(iccid -> iccid.digits()))
                .map(digits -> "•••• " + digits.substring(Math.max(0, digits.length() - ENDING)))
                .orElse(line.identity().label());
        return quotes.offering(quote)
                .map(name -> "Keepline: " + number + ", " + name.in(Locale.forLanguageTag(locale)))
                .orElse("Keepline: " + number);
    }
}
