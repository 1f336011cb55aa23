package dev.keepline.renewal;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.util.Optional;

/**
 * A renewal that is not over, as the operator sees it.
 *
 * @param since when it first reached the phase it is in
 * @param nextAt when it goes on by itself; empty when it was set aside or waits for nothing
 * @param setAsideAt when its work was set aside after failing too often
 */
public record WaitingRenewal(
        Subject subject, Phase phase, Instant since, Optional<Instant> nextAt, Optional<Instant> setAsideAt) {

    /**
     * Whose and of what.
     *
     * @param onlyMoney whether money is credited and nothing renewed by it
     * @param holdUntil when the reservation ends; empty where nothing is reserved
     */
    public record Subject(
            AccountId account,
            RenewalId renewal,
            LineId line,
            String connector,
            Money total,
            boolean onlyMoney,
            Optional<Instant> holdUntil) {}
}
