package dev.keepline.portal.account;

import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.Farewell;
import dev.keepline.imports.Holders;
import dev.keepline.kernel.AccountId;
import dev.keepline.lines.Releases;
import dev.keepline.reminders.ReminderChoices;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.RenewalView;
import dev.keepline.renewal.Renewals;
import dev.keepline.support.Conversations;
import dev.keepline.support.Digests;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is in the way of an account that wants to go: renewals and money under way; and erasing what is kept of it. */
@Component
class PortalFarewell implements Farewell {

    private static final int ALL = 10_000;

    private final Renewals renewals;
    private final Kept kept;
    private final InstantSource clock;

    PortalFarewell(Renewals renewals, Kept kept, InstantSource clock) {
        this.renewals = renewals;
        this.kept = kept;
        this.clock = clock;
    }

    /** Who keeps something of an account. */
    @Component
    record Kept(
            Releases lines,
            Holders holders,
            Conversations conversations,
            Digests digests,
            ReminderChoices reminders,
            Quotes quotes) {}

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
            case RENEWED, NOT_CHARGED, REFUNDED, RETURNED -> Optional.empty();
            default -> Optional.of("renewal");
        };
    }

    @Override
    public void release(AccountId account, Set<EmailAddress> addresses) {
        kept.holders()
                .forget(account, addresses.stream().map(EmailAddress::value).toList());
        kept.lines().release(account, clock.instant());
        kept.conversations().forget(account);
        kept.digests().forget(account);
        kept.reminders().forget(account);
        kept.quotes().forget(account);
    }
}
