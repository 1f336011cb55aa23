package dev.keepline.catalog.yaml;

import dev.keepline.catalog.Allowances;
import dev.keepline.catalog.Amount;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.Tariff;
import dev.keepline.kernel.Money;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/**
 * An offering in its one canonical form: the keys of {@code offerings/1} in a fixed order, every text quoted, nothing
 * left out that was said. {@link OfferingReader} reads it back to an equal offering.
 */
final class OfferingWriter {

    private final StringBuilder out = new StringBuilder();

    private OfferingWriter() {}

    static String write(Offering offering) {
        var writer = new OfferingWriter();
        writer.line("id", offering.id().value());
        writer.name(offering);
        writer.tariff(offering.contents().tariff());
        writer.allowances(offering.allowances());
        writer.line(
                "terms",
                "{version: " + Quoted.of(offering.terms().version()) + ", text: "
                        + Quoted.of(offering.terms().textKey()) + "}");
        writer.line("fulfilment", fulfilment(offering.fulfilment()));
        writer.publication(offering.publication());
        return writer.out.toString();
    }

    private void name(Offering offering) {
        line("name", Quoted.of(offering.name().published()));
        var translations = offering.name().sortedTranslations();
        if (!translations.isEmpty()) {
            line(
                    "translations",
                    translations.entrySet().stream()
                            .map(each -> Quoted.of(each.getKey()) + ": " + Quoted.of(each.getValue()))
                            .collect(Collectors.joining(", ", "{", "}")));
        }
    }

    private void tariff(Tariff tariff) {
        line("kind", Scalars.code(tariff.kind()));
        switch (tariff) {
            case Tariff.Fixed fixed -> {
                line("term", fixed.term().toString());
                line("price", money(fixed.price()));
            }
            case Tariff.ByAmount byAmount -> {
                line("term", "by_amount");
                byAmount.usual().ifPresent(usual -> line("usual", money(usual)));
            }
        }
    }

    private void allowances(Allowances allowances) {
        if (allowances.equals(Allowances.UNSTATED)) {
            return;
        }
        out.append("allowances:\n");
        amount("  voice_minutes", allowances.voiceMinutes(), 1);
        amount("  messages", allowances.messages(), 1);
        var data = allowances.data();
        amount("  data_gb", data.bytes(), Allowances.BYTES_PER_GB);
        line("  data_per", Scalars.code(data.per()));
        amount("  hotspot_gb", data.hotspotBytes(), Allowances.BYTES_PER_GB);
        data.throttleKbps().ifPresent(kbps -> line("  throttle_kbps", String.valueOf(kbps)));
    }

    private void amount(String key, Amount amount, long unit) {
        switch (amount) {
            case Amount.Unlimited() -> line(key, "unlimited");
            case Amount.Limited(long units) -> line(key, inUnits(units, unit));
            case Amount.Unstated() -> {}
        }
    }

    private static String inUnits(long units, long unit) {
        return BigDecimal.valueOf(units)
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String fulfilment(Fulfilment fulfilment) {
        return switch (fulfilment) {
            case Fulfilment.Plan plan -> "{road: plan, " + over(plan) + "}";
            case Fulfilment.Credit credit -> "{road: credit, " + over(credit) + "}";
            case Fulfilment.None none -> "{road: none, instructions: " + Quoted.of(none.instructionsKey()) + "}";
        };
    }

    private static String over(Fulfilment.Road road) {
        var operator = road.operator();
        return "connector: " + Quoted.of(road.connector()) + ", operator: " + Quoted.of(operator.name()) + ", country: "
                + operator.country();
    }

    private void publication(Offering.Publication publication) {
        if (publication.historical()) {
            line("historical", "true");
        }
        var provenance = publication.provenance();
        line("source", provenance.sources().stream().map(Quoted::of).collect(Collectors.joining(", ", "[", "]")));
        provenance.date().ifPresent(date -> line("source_date", Quoted.of(date.iso())));
        line("confidence", provenance.confidence().code());
        if (!provenance.note().isEmpty()) {
            line("note", Quoted.of(provenance.note()));
        }
    }

    private static String money(Money money) {
        return money.decimal().toPlainString() + " " + money.currency();
    }

    private void line(String key, String value) {
        out.append(key).append(": ").append(value).append('\n');
    }
}
