package dev.keepline.identity;

import dev.keepline.database.Transactions;
import dev.keepline.identity.links.AccountLetters;
import dev.keepline.identity.links.Link;
import dev.keepline.identity.links.Links;
import dev.keepline.identity.store.Addresses;
import dev.keepline.kernel.AccountId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Changes the address of an account by the link that came to the new one. The old one is told and can take the account back
 * for a week; so long it is kept for the account.
 */
@Service
public class EmailChanges {

    private final Links links;
    private final Addresses addresses;
    private final AccountLetters letters;
    private final Transactions transactions;
    private final InstantSource clock;

    EmailChanges(
            Links links, Addresses addresses, AccountLetters letters, Transactions transactions, InstantSource clock) {
        this.links = links;
        this.addresses = addresses;
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The address a link of that purpose is about; empty when the link is used or too old. Looking does not use it. */
    public Optional<EmailAddress> look(Purpose purpose, String token) {
        return links.look(token, purpose, clock.instant()).map(Link::email);
    }

    /** Changes to the new address. False when the link is used or too old, or the address is somebody's by now. */
    public boolean confirm(String token) {
        var now = clock.instant();
        return links.look(token, Purpose.NEW_EMAIL, now)
                .filter(link -> addresses.claim(link.email(), link.account(), now))
                .map(link -> {
                    var before = addresses.of(link.account());
                    boolean done = transactions.inAccount(link.account(), () -> change(link, before));
                    before.map(Recipient::email)
                            .filter(old -> done && !old.equals(link.email()))
                            .ifPresent(
                                    old -> addresses.keep(old, link.account(), now.plus(Purpose.OLD_EMAIL.validFor())));
                    return done;
                })
                .orElse(false);
    }

    private boolean change(Link link, Optional<Recipient> before) {
        var now = clock.instant();
        if (!links.use(link, now)) {
            return false;
        }
        addresses.set(link.account(), link.email());
        links.end(link.account(), Purpose.RECOVER, now);
        before.filter(old -> !old.email().equals(link.email())).ifPresent(old -> {
            var undo = links.make(Purpose.OLD_EMAIL, old, now);
            var facts = Map.<String, Object>of(
                    "old", old.email().value(), "fresh", link.email().value());
            letters.send(old, "email-changed", link.digest(), facts, Optional.of(undo));
        });
        return true;
    }

    /**
     * Goes back to the old address: whoever reads it takes the account back.
     *
     * @return the account, whose sessions are to be ended; empty when the link is used or too old
     */
    public Optional<AccountId> undo(String token) {
        var now = clock.instant();
        return links.look(token, Purpose.OLD_EMAIL, now)
                .filter(link -> addresses.claim(link.email(), link.account(), now))
                .filter(link -> {
                    var present = addresses.of(link.account());
                    boolean done = transactions.inAccount(link.account(), () -> restore(link));
                    present.map(Recipient::email)
                            .filter(address -> done && !address.equals(link.email()))
                            .ifPresent(address -> addresses.free(address, link.account()));
                    return done;
                })
                .map(Link::account);
    }

    private boolean restore(Link link) {
        var now = clock.instant();
        if (!links.use(link, now)) {
            return false;
        }
        addresses.set(link.account(), link.email());
        for (var purpose : new Purpose[] {Purpose.RECOVER, Purpose.NEW_EMAIL, Purpose.OLD_EMAIL}) {
            links.end(link.account(), purpose, now);
        }
        var to = new Recipient(link.account(), link.email(), link.language());
        letters.send(
                to,
                "email-restored",
                link.digest(),
                Map.of("email", link.email().value()),
                Optional.of("/recover"));
        return true;
    }
}
