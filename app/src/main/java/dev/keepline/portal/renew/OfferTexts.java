package dev.keepline.portal.renew;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.Allowances;
import dev.keepline.catalog.Amount;
import dev.keepline.catalog.Levy;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.Provenance;
import dev.keepline.catalog.TaxLine;
import dev.keepline.kernel.Money;
import dev.keepline.portal.lines.SourceText;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts words to what the catalogue says of offerings. */
final class OfferTexts {

    /** A month, where prices of different terms are compared. */
    static final int MONTH_DAYS = 30;

    private final Words w;

    OfferTexts(Words words) {
        this.w = words;
    }

    String name(Offering offering) {
        return offering.name().in(java.util.Locale.forLanguageTag(w.language().tag()));
    }

    Shown kind(Offering offering) {
        return w.h("kind." + offering.kind().name());
    }

    Shown term(Period term) {
        if (term.get(ChronoUnit.DAYS) != 0) {
            return w.h("term.days", "n", days(term));
        }
        long months = term.toTotalMonths();
        return months % 12 == 0 ? w.h("term.years", "n", months / 12) : w.h("term.months", "n", months);
    }

    /** The price of 30 days of it, by which offerings can be compared. */
    static Money perMonth(Money total, Period term) {
        return total.share(
                BigDecimal.valueOf(MONTH_DAYS).divide(BigDecimal.valueOf(days(term)), 12, RoundingMode.HALF_UP));
    }

    /** Its length in days, a month counted as 30. */
    static long days(Period term) {
        long months = term.toTotalMonths();
        return term.get(ChronoUnit.DAYS) + months / 12 * 365 + months % 12 * MONTH_DAYS;
    }

    List<RenewPage.Part> parts(Offering offering, Money net, List<TaxLine> lines) {
        return Stream.concat(
                        Stream.of(new RenewPage.Part(name(offering), w.money(net))),
                        lines.stream().map(line -> new RenewPage.Part(levy(line.levy(), net), w.money(line.amount()))))
                .toList();
    }

    String levy(Levy levy, Money net) {
        return switch (levy) {
            case Levy.Percent percent ->
                w.t(
                        "levy.percent",
                        "name",
                        w.t(percent.nameKey()),
                        "rate",
                        percent.rate().movePointRight(2).stripTrailingZeros().toPlainString(),
                        "net",
                        net);
            case Levy.Fixed fixed -> w.t(fixed.nameKey());
        };
    }

    /** Unlimited calls and messages. 16 GB a month, then 1.5 Mbps. Hotspot 10 GB. */
    Shown includes(Allowances allowances) {
        var sentences = new ArrayList<Shown>();
        talk(allowances).ifPresent(sentences::add);
        data(allowances.data()).ifPresent(sentences::add);
        hotspot(allowances.data().hotspotBytes()).ifPresent(sentences::add);
        if (sentences.isEmpty()) {
            return w.h("includes.unstated");
        }
        if (unstated(allowances)) {
            sentences.add(w.h("includes.talk.unstated"));
        }
        return w.join(sentences);
    }

    private static boolean unstated(Allowances allowances) {
        return allowances.voiceMinutes() instanceof Amount.Unstated && allowances.messages() instanceof Amount.Unstated;
    }

    private Optional<Shown> talk(Allowances allowances) {
        boolean calls = allowances.voiceMinutes() instanceof Amount.Unlimited;
        boolean messages = allowances.messages() instanceof Amount.Unlimited;
        if (calls && messages) {
            return Optional.of(w.h("includes.talk"));
        }
        return switch (allowances.voiceMinutes()) {
            case Amount.Limited(var minutes) when minutes > 0 -> Optional.of(w.h("includes.minutes", "n", minutes));
            case Amount.Unlimited() -> Optional.of(w.h("includes.calls"));
            case Amount.Limited _, Amount.Unstated() -> Optional.empty();
        };
    }

    private Optional<Shown> data(Allowances.Data data) {
        return switch (data.bytes()) {
            case Amount.Unlimited() -> Optional.of(w.h("includes.data.unlimited"));
            case Amount.Unstated() -> Optional.empty();
            case Amount.Limited(var bytes) -> {
                var key = "includes.data." + data.per().name();
                var amount = gigabytes((double) bytes);
                yield Optional.of(
                        data.throttleKbps().isPresent()
                                ? w.h(
                                        key + ".then",
                                        "amount",
                                        amount,
                                        "speed",
                                        speed(data.throttleKbps().getAsInt()))
                                : w.h(key, "amount", amount));
            }
        };
    }

    private Optional<Shown> hotspot(Amount bytes) {
        return switch (bytes) {
            case Amount.Unlimited() -> Optional.of(w.h("includes.hotspot.unlimited"));
            case Amount.Limited(var n) when n == 0 -> Optional.of(w.h("includes.hotspot.none"));
            case Amount.Limited(var n) -> Optional.of(w.h("includes.hotspot", "amount", gigabytes((double) n)));
            case Amount.Unstated() -> Optional.empty();
        };
    }

    Shown gigabytes(double bytes) {
        return Shown.unbroken(w.t("unit.gb", "n", w.decimal(bytes / Allowances.BYTES_PER_GB)));
    }

    private Shown speed(int kbps) {
        return Shown.unbroken(
                kbps >= 1000 ? w.t("unit.mbps", "n", w.decimal(kbps / 1000.0)) : w.t("unit.kbps", "n", w.number(kbps)));
    }

    SourceText source(Provenance provenance) {
        var date = provenance.date().map(d -> Shown.unbroken(d.iso())).orElseGet(() -> w.h("source.undated"));
        return new SourceText(
                "rule", w.h("price.source." + provenance.confidence().code(), "date", date));
    }

    /** Who shows that it was done, said before anything is paid. */
    Shown proof(ProofLevel level, String carrier) {
        return w.h("proof." + level.name(), "carrier", carrier);
    }
}
