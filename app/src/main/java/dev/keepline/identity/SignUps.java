package dev.keepline.identity;

import dev.keepline.identity.links.Link;
import dev.keepline.identity.links.Links;
import dev.keepline.kernel.AccountId;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Makes accounts. The address is proven first and the password chosen afterwards, by whoever reads the mailbox: so nobody
 * can prepare an account, with a password they know, for somebody else to confirm.
 */
@Service
public class SignUps {

    private final Links links;
    private final Accounts accounts;
    private final InstantSource clock;

    SignUps(Links links, Accounts accounts, InstantSource clock) {
        this.links = links;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The address the link proves; empty when the link is used or too old. Looking does not use it. */
    public Optional<EmailAddress> look(String token) {
        return links.look(token, Purpose.SIGN_UP, clock.instant()).map(Link::email);
    }

    /** What somebody who proved an address chose. */
    public record Chosen(String name, String password, ZoneId zone) {}

    /** Makes the account and uses the link. */
    public Result complete(String token, Chosen chosen) {
        var now = clock.instant();
        var link = links.look(token, Purpose.SIGN_UP, now);
        if (link.isEmpty()) {
            return new Result.LinkGone();
        }
        var problem =
                OwnWords.problem(chosen.password(), chosen.name(), link.get().email());
        if (problem.isPresent()) {
            return new Result.Poor(problem.get());
        }
        var id = new AccountId(UUID.randomUUID());
        var fresh =
                new NewAccount(id, link.get().email(), chosen.name(), link.get().language(), chosen.zone());
        // The link first: of many who press at once it lets one through.
        boolean made = links.use(link.get(), now) && accounts.create(fresh, chosen.password(), now);
        return made
                ? accounts.find(id).<Result>map(Result.Welcome::new).orElseGet(Result.LinkGone::new)
                : new Result.LinkGone();
    }

    /** What came of it. */
    public sealed interface Result {

        record Welcome(CurrentAccount account) implements Result {}

        /** Used, too old, or the address has an account by now. */
        record LinkGone() implements Result {}

        /** The password cannot be that one; the link still works. */
        record Poor(PasswordRules.Problem problem) implements Result {}
    }
}
