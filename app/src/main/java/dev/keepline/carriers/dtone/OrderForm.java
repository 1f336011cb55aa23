package dev.keepline.carriers.dtone;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Order;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What we send to order. A plan goes to an eSIM only with that eSIM's number in hand: without one DT One would sell, and
 * somebody would pay for, a new eSIM.
 */
final class OrderForm {

    private OrderForm() {}

    /** Empty where the product cannot be ordered for such a line. */
    static Optional<Wire.NewTransaction> of(Order order, URI callback) {
        return ProductRef.parse(order.product().id()).flatMap(product -> switch (product.kind()) {
            case ESIM ->
                order.line() instanceof LineAddress.ByIccid(var iccid)
                        ? Optional.of(form(order, product, callback, party(iccid), null))
                        : Optional.empty();
            case FIXED ->
                order.line() instanceof LineAddress.ByMsisdn(var msisdn)
                        ? Optional.of(form(order, product, callback, party(msisdn), null))
                        : Optional.empty();
            case RANGED ->
                order.line() instanceof LineAddress.ByMsisdn(var msisdn)
                                && order.product().effect() instanceof Effect.Credit(var amount)
                        ? Optional.of(form(order, product, callback, party(msisdn), arriving(amount)))
                        : Optional.empty();
        });
    }

    static Wire.Party party(Iccid iccid) {
        return new Wire.Party(null, iccid.digits());
    }

    private static Wire.Party party(Msisdn msisdn) {
        return new Wire.Party(msisdn.e164(), null);
    }

    private static Wire.Amount arriving(Money amount) {
        return new Wire.Amount("CURRENCY", amount.currency().getCurrencyCode(), amount.decimal());
    }

    private static Wire.NewTransaction form(
            Order order, ProductRef product, URI callback, Wire.Party party, Wire.@Nullable Amount arriving) {
        return new Wire.NewTransaction(
                order.reference().value(),
                product.id(),
                true,
                callback.toString(),
                party,
                arriving == null ? null : "DESTINATION_AMOUNT",
                arriving);
    }
}
