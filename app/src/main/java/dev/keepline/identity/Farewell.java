package dev.keepline.identity;

import dev.keepline.kernel.AccountId;
import java.util.Set;

/** What others keep for an account and do when it goes. Whoever knows lines and money is the one that does. */
public interface Farewell {

    /** Why the account cannot go now, as kinds for the words of a page; empty when nothing is in the way. */
    Set<String> obstacles(AccountId account);

    /**
     * Erases what others keep of the account: called before who it was is erased, and again after a crash.
     *
     * @param addresses by which it is known
     */
    void release(AccountId account, Set<EmailAddress> addresses);
}
