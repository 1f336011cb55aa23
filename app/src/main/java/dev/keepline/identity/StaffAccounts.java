package dev.keepline.identity;

import dev.keepline.database.Transactions;
import dev.keepline.identity.links.Links;
import dev.keepline.identity.store.AccountRows;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Who may enter the console. For whoever has the machine: it asks for no password. */
@Service
public class StaffAccounts {

    private final Accounts accounts;
    private final AccountRows rows;
    private final Links links;
    private final Transactions transactions;
    private final InstantSource clock;

    StaffAccounts(Accounts accounts, AccountRows rows, Links links, Transactions transactions, InstantSource clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One of them; without an address when the account has none left. */
    public record Member(AccountId account, Optional<EmailAddress> email, Instant since) {}

    /**
     * What adding came to.
     *
     * @param fresh whether the account was made for this: nobody knows its password, a link lets its owner choose one
     */
    public record Added(AccountId account, boolean fresh) {}

    /** Lets the account with this address into the console, and makes one where there is none. */
    public Added add(EmailAddress email) {
        var known = accounts.byEmail(email);
        var account = known.orElseGet(() -> make(email));
        accounts.makeStaff(account, clock.instant());
        return new Added(account, known.isEmpty());
    }

    private AccountId make(EmailAddress email) {
        var id = new AccountId(UUID.randomUUID());
        var name = email.value().replaceFirst("@.*", "");
        var nobodys = UUID.randomUUID() + " " + UUID.randomUUID();
        if (!accounts.create(new NewAccount(id, email, name, "en", ZoneOffset.UTC), nobodys, clock.instant())) {
            throw new IllegalStateException("somebody else made an account for " + email + " at this moment");
        }
        return id;
    }

    /**
     * A link by which the owner chooses a new password, once; {@link Purpose#RECOVER} says until when.
     *
     * @return its path; empty when the address leads to nobody of the staff
     */
    public Optional<String> link(EmailAddress email) {
        return member(email).flatMap(accounts::recipient).map(to -> links.make(Purpose.RECOVER, to, clock.instant()));
    }

    /** Shuts the console to this account, from its next request on; the account stays. Empty when it was not staff. */
    public Optional<AccountId> remove(EmailAddress email) {
        var account = member(email);
        account.ifPresent(id -> transactions.inAccount(id, () -> rows.deleteStaff(id)));
        return account;
    }

    private Optional<AccountId> member(EmailAddress email) {
        return accounts.byEmail(email)
                .filter(id -> accounts.find(id).filter(CurrentAccount::staff).isPresent());
    }

    /** All of them on this server, the longest first. */
    public List<Member> list() {
        return transactions.outsideAccounts(rows::staff);
    }
}
