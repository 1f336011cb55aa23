package dev.keepline.ledger;

import dev.keepline.kernel.Money;
import java.util.List;

/** An all-in price: what is ours and what is collected for others. Charges of zero are kept: an explicit zero is a rate. */
public record Price(Money net, List<Charge> charges) {

    public Price {
        charges = List.copyOf(charges);
    }

    /** What the customer pays. */
    public Money total() {
        return charges.stream().map(Charge::amount).reduce(net, Money::plus);
    }
}
