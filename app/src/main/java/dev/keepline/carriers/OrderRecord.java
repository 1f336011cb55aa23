package dev.keepline.carriers;

import dev.keepline.kernel.Money;
import dev.keepline.kernel.RequestId;
import java.time.Instant;

/**
 * A finished order as the connector records it.
 *
 * @param vendorId the connector's own name for it
 * @param wholesale what was taken from our float
 */
public record OrderRecord(RequestId reference, String vendorId, State state, Money wholesale, Instant readAt) {

    /** Completed can still become reversed. */
    public enum State {
        COMPLETED,
        REVERSED
    }
}
