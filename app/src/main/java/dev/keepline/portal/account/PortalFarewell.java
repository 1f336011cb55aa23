package dev.keepline.portal.account;

import dev.keepline.identity.Farewell;
import dev.keepline.kernel.AccountId;
import dev.keepline.lines.Lines;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import dev.keepline.renewal.Renewals;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is in the way of an account that wants to go: renewals and money under way; and letting go of its lines. */
@Component
class PortalFarewell implements Farewell {

    private static final int ALL = 10_000;

    private final Renewals renewals;
    private final Lines lines;
    private final InstantSource clock;

    PortalFarewell(Renewals renewals, Lines lines, InstantSource clock) {
        this.renewals = renewals;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Set<String> obstacles(AccountId account) {
        return renewals.recent(account, ALL).stream()
                .map(RenewalView::phase)
                .flatMap(phase -> obstacle(phase).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> obstacle(Phase phase) {
        return switch (phase) {
            case REFUNDING, REFUND_FAILED -> Optional.of("refund");
            case OWED -> Optional.of("owed");
            case RENEWED, NOT_CHARGED, REFUNDED -> Optional.empty();
            default -> Optional.of("renewal");
        };
    }

    @Override
    public void release(AccountId account) {
        lines.release(account, clock.instant());
    }
}
