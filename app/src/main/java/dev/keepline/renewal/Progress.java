package dev.keepline.renewal;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.util.Optional;

/**
 * A renewal of which something outside may have happened that is not in our books yet.
 *
 * @param movedAt when it last reached another stage or asked again
 * @param page the payment page, while somebody may pay there
 * @param order what an order on its way may have taken, while its outcome is not known
 */
public record Progress(
        AccountId account, RenewalId renewal, Instant movedAt, Optional<Page> page, Optional<OnItsWay> order) {

    /** A payment page by the gateway's own name. */
    public record Page(String gateway, String sessionRef) {}

    /** An order without a known outcome. */
    public record OnItsWay(String connector, Money wholesale) {}
}
