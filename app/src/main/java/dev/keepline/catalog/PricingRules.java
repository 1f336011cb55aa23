package dev.keepline.catalog;

import dev.keepline.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * All-in prices: the net price, each tax of the place of primary use, each fee of the carrier. Pure. Taxes are of the
 * net price, never of one another; each is rounded by itself, by {@link Money#share}.
 */
public record PricingRules(TaxTable table) {

    /** Of an offering with a fixed price, for a line used there, on that day at the place. */
    public Pricing price(Offering offering, PlaceOfUse place, LocalDate on) {
        return offering.price()
                .map(net -> price(offering.carrier(), net, place, on))
                .orElseGet(() -> new Pricing.Refused(Pricing.Reason.AMOUNT_MISSING));
    }

    /** Of crediting the amount at the carrier. */
    public Pricing price(CarrierId carrier, Money net, PlaceOfUse place, LocalDate on) {
        return table.inForce(place, on)
                .<Pricing>map(listed -> new Pricing.AllIn(net, lines(carrier, net, listed, on), table.labelKey()))
                .orElseGet(() -> new Pricing.Refused(Pricing.Reason.PLACE_NOT_LISTED));
    }

    private List<TaxLine> lines(CarrierId carrier, Money net, TaxTable.Place listed, LocalDate on) {
        var fees = table.inForce(carrier, on).stream().map(TaxTable.CarrierFee::levy);
        return Stream.concat(fees, listed.levies().stream())
                .map(levy -> new TaxLine(levy, amount(levy, net)))
                .toList();
    }

    private static Money amount(Levy levy, Money net) {
        return switch (levy) {
            case Levy.Percent(var _, var _, var rate) -> net.share(rate);
            case Levy.Fixed(var _, var _, var amount) -> amount;
        };
    }
}
