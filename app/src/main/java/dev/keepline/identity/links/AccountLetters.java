package dev.keepline.identity.links;

import dev.keepline.database.Transactions;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.LetterWriter;
import dev.keepline.identity.Purpose;
import dev.keepline.identity.Recipient;
import dev.keepline.kernel.AccountId;
import dev.keepline.notifications.Outbox;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Letters about the account itself: they are part of what the person does, and cannot be unsubscribed from. */
@Service
public class AccountLetters {

    private final Outbox outbox;
    private final LetterWriter writer;
    private final Links links;
    private final Transactions transactions;
    private final InstantSource clock;

    AccountLetters(Outbox outbox, LetterWriter writer, Links links, Transactions transactions, InstantSource clock) {
        this.outbox = outbox;
        this.writer = writer;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes to somebody, in the caller's transaction of the account where there is one.
     *
     * @param key names the occasion: one letter per occasion
     */
    public void send(Recipient to, String kind, String key, Map<String, Object> facts, Optional<String> path) {
        outbox.send(to.account(), kind + "/" + key, writer.write(to, kind, facts, path), clock.instant());
    }

    /**
     * Makes a link and sends it, in one transaction.
     *
     * @param about facts for its words, besides the address it goes to
     * @param next the page to go on to afterwards, a path of ours
     */
    public void sendLink(Purpose purpose, Recipient to, String key, Map<String, Object> about, Optional<String> next) {
        var kind = purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
        transactions.inAccount(to.account(), () -> {
            var path = Purpose.with(links.make(purpose, to, clock.instant()), next);
            var facts = new HashMap<>(about);
            facts.put("email", to.email().value());
            send(to, kind, key, facts, Optional.of(path));
        });
    }

    /** Erases every letter of an account that is deleted, in the caller's transaction where there is one. */
    public void forget(AccountId account) {
        outbox.forget(account);
    }

    /** Erases letters to this address that are on their way in the name of another account. */
    public void forget(AccountId account, EmailAddress to) {
        outbox.forget(account, to.value());
    }
}
