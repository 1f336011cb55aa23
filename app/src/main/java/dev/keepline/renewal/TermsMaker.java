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
import java.util.Optional;
import java.util.UUID;

/** Copies a quote into the terms of a renewal. */
final class TermsMaker {

    private final Lines lines;
    private final Counterparts counterparts;
    private final KeeplineProperties links;

    TermsMaker(Lines lines, Counterparts counterparts, KeeplineProperties links) {
        this.lines = lines;
        this.counterparts = counterparts;
        this.links = links;
    }

    Terms of(Quote quote, String locale, Instant now) {
        var subject = quote.subject();
        var line = lines.find(subject.account(), subject.line()).orElseThrow();
        var id = renewalId(quote, now);
        var gateway = counterparts.cards().orElseThrow().id();
        var returnTo = links.link("/renewals/" + id);
        return new Terms(
                id,
                new Terms.Subject(subject.account(), subject.line(), subject.segment(), quote.id()),
                goods(quote, line),
                new Terms.Payment(gateway, quote.price(), description(line), returnTo, locale),
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
        var byRule = product.proof() == ProofLevel.READ_BACK
                ? Optional.<java.time.LocalDate>empty()
                : quote.promise().serviceEndsOn();
        return new Terms.Goods(
                connector,
                address(line, product.effect()).orElseThrow(),
                product,
                counterparts.connector(connector).longestUnknown(),
                byRule);
    }

    private static Optional<LineAddress> address(Line line, Effect effect) {
        return switch (effect) {
            case Effect.Plan _ -> line.identity().iccid().map(LineAddress.ByIccid::new);
            case Effect.Credit _ -> line.identity().msisdn().map(LineAddress.ByMsisdn::new);
        };
    }

    private static String description(Line line) {
        return "Keepline: " + line.identity().label();
    }
}
