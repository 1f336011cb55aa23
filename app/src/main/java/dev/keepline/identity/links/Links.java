package dev.keepline.identity.links;

import dev.keepline.database.Transactions;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.Purpose;
import dev.keepline.identity.Recipient;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Makes links, knows what one is good for, and lets each be used once. */
@Service
public class Links {

    private final LinkRows rows;
    private final RequestRows requests;
    private final Transactions transactions;

    Links(LinkRows rows, RequestRows requests, Transactions transactions) {
        this.rows = rows;
        this.requests = requests;
        this.transactions = transactions;
    }

    /**
     * Makes a link, in the caller's transaction.
     *
     * @param about whose it is, and the address it is about
     * @return the path of its page: the only place where its secret is ever written
     */
    public String make(Purpose purpose, Recipient about, Instant now) {
        var token = Token.fresh(about.account());
        var link = new Link(about.account(), about.email(), about.language(), token.digest());
        transactions.inAccount(about.account(), () -> rows.insert(purpose, link, now));
        return purpose.path(token.text());
    }

    /** The link, if it can be used now: known, of that purpose, unused and in time. Looking does not use it. */
    public Optional<Link> look(String text, Purpose purpose, Instant now) {
        return Token.parse(text)
                .flatMap(token -> transactions
                        .inAccount(token.account(), () -> rows.find(token.account(), token.digest()))
                        .filter(row -> row.purpose() == purpose
                                && !row.used()
                                && row.expiresAt().isAfter(now))
                        .map(LinkRows.Row::link));
    }

    /** Uses it, in the caller's transaction where there is one. False when somebody was faster, or its time is over. */
    public boolean use(Link link, Instant now) {
        return transactions.inAccount(link.account(), () -> rows.use(link, now));
    }

    /** Whether a link of that purpose could be used now. */
    public boolean isOpen(AccountId account, Purpose purpose, Instant now) {
        return transactions.inAccount(account, () -> rows.isOpen(account, purpose, now));
    }

    /** Ends what somebody asked for and nobody used yet: wishes first, so that none becomes a link meanwhile. */
    public void endPending(AccountId account, Instant now) {
        transactions.inAccount(account, () -> {
            requests.deleteAll(account);
            rows.useAll(account, Purpose.RECOVER, now);
            rows.useAll(account, Purpose.NEW_EMAIL, now);
        });
    }

    /** The address that a link of that purpose, sent or about to be, is about; empty where there is none to use. */
    public Optional<EmailAddress> pending(AccountId account, Purpose purpose, Instant now) {
        return transactions.inAccount(account, () -> rows.pending(account, purpose, now));
    }

    /** Ends wishes and links of one purpose: wishes first, so that none becomes a link meanwhile. */
    public void endPending(AccountId account, Purpose purpose, Instant now) {
        transactions.inAccount(account, () -> {
            requests.deleteAll(account, purpose);
            rows.useAll(account, purpose, now);
        });
    }

    /** No link of that purpose works any more. */
    public void end(AccountId account, Purpose purpose, Instant now) {
        transactions.inAccount(account, () -> rows.useAll(account, purpose, now));
    }

    /** Erases links to an address, and wishes for them, that stand under this account. */
    public void forget(AccountId account, EmailAddress email) {
        transactions.inAccount(account, () -> rows.deleteTo(account, email));
    }
}
