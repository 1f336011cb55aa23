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
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/**
 * Changes the address of an account by the link that came to the new one. The old one is told and can take the account back
 * for a week; so long it is kept for the account.
 */
@Service
public class EmailChanges {

    private final Desk desk;
    private final Owner owner;
    private final Transactions transactions;
    private final InstantSource clock;

    EmailChanges(Desk desk, Owner owner, Transactions transactions, InstantSource clock) {
        this.desk = desk;
        this.owner = owner;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where addresses and links stand, and who writes of them. */
    @Component
    record Desk(Links links, Addresses addresses, AccountLetters letters) {}

    /** How the owner is told from a thief. */
    @Component
    record Owner(Reentry reentry, NewPasswords passwords, OpenSessions sessions) {}

    /** The address a link of that purpose is about; empty when the link is used or too old. Looking does not use it. */
    public Optional<EmailAddress> look(Purpose purpose, String token) {
        return desk.links().look(token, purpose, clock.instant()).map(Link::email);
    }

    /** The address that the account of a link has now. */
    public Optional<EmailAddress> present(Purpose purpose, String token) {
        return desk.links()
                .look(token, purpose, clock.instant())
                .flatMap(link -> desk.addresses().of(link.account()))
                .map(Recipient::email);
    }

    /** Whether the link is about this account. */
    public boolean isOf(Purpose purpose, String token, AccountId account) {
        return desk.links()
                .look(token, purpose, clock.instant())
                .filter(link -> link.account().equals(account))
                .isPresent();
    }

    /**
     * Who presses the button.
     *
     * @param signedIn in that browser
     * @param password of the account, from somebody who is not signed in to it
     */
    public record Presser(Optional<AccountId> signedIn, String password, Origin origin) {}

    /**
     * Changes to the new address, for the account's owner only: whoever reads the new mailbox may be somebody else, who
     * would join an account that a stranger prepared and can take back.
     *
     * @return empty when the link is used or too old, or the address is somebody's by now
     */
    public Optional<Changed> confirm(String token, Presser presser) {
        return desk.links().look(token, Purpose.NEW_EMAIL, clock.instant()).flatMap(link -> {
            var refused = presser.signedIn().filter(link.account()::equals).isPresent()
                    ? Optional.<Changed>empty()
                    : owner.reentry().refuse(link.account(), presser.password(), presser.origin());
            return refused.isPresent() || !confirmed(token) ? refused : Optional.of(new Changed.Done());
        });
    }

    private boolean confirmed(String token) {
        var now = clock.instant();
        return desk.links()
                .look(token, Purpose.NEW_EMAIL, now)
                .filter(link -> desk.addresses().claim(link.email(), link.account(), now))
                .map(link -> {
                    var before = desk.addresses().of(link.account());
                    boolean done = transactions.inAccount(link.account(), () -> change(link, before));
                    before.map(Recipient::email)
                            .filter(old -> done && !old.equals(link.email()))
                            .ifPresent(old ->
                                    desk.addresses().keep(old, link.account(), now.plus(Purpose.OLD_EMAIL.validFor())));
                    return done;
                })
                .orElse(false);
    }

    private boolean change(Link link, Optional<Recipient> before) {
        var now = clock.instant();
        if (!desk.links().use(link, now)) {
            return false;
        }
        desk.addresses().set(link.account(), link.email());
        desk.links().end(link.account(), Purpose.RECOVER, now);
        before.filter(old -> !old.email().equals(link.email())).ifPresent(old -> {
            var undo = desk.links().make(Purpose.OLD_EMAIL, old, now);
            var facts = Map.<String, Object>of(
                    "old", old.email().value(), "fresh", link.email().value());
            desk.letters().send(old, "email-changed", link.digest(), facts, Optional.of(undo));
        });
        return true;
    }

    /**
     * Goes back to the old address: whoever reads it takes the account back. Every session ends, and the password opens
     * nothing any more: whoever changed the address knew it.
     *
     * @return the path of the page to choose a new password on; empty when the link is used or too old
     */
    public Optional<String> undo(String token) {
        var now = clock.instant();
        var open = desk.links().look(token, Purpose.OLD_EMAIL, now);
        var nobodys = open.isPresent() ? owner.passwords().nobodys() : "";
        return open.filter(link -> desk.addresses().claim(link.email(), link.account(), now))
                .flatMap(link -> {
                    var present = desk.addresses().of(link.account());
                    var choose = transactions.inAccount(link.account(), () -> restore(link, nobodys));
                    if (choose.isPresent()) {
                        owner.sessions().endAll(link.account());
                        present.map(Recipient::email)
                                .filter(address -> !address.equals(link.email()))
                                .ifPresent(address -> desk.addresses().free(address, link.account()));
                    }
                    return choose;
                });
    }

    private Optional<String> restore(Link link, String nobodys) {
        var now = clock.instant();
        if (!desk.links().use(link, now)) {
            return Optional.empty();
        }
        owner.passwords().shut(link.account(), nobodys, now);
        desk.addresses().set(link.account(), link.email());
        desk.links().endPending(link.account(), now);
        desk.links().end(link.account(), Purpose.OLD_EMAIL, now);
        var to = new Recipient(link.account(), link.email(), link.language());
        desk.letters()
                .send(
                        to,
                        "email-restored",
                        link.digest(),
                        Map.of("email", link.email().value()),
                        Optional.of("/recover"));
        return Optional.of(desk.links().make(Purpose.RECOVER, to, now));
    }
}
