package dev.keepline.identity;

import dev.keepline.kernel.AccountId;
import java.util.List;

/** Where an account is signed in. */
public interface OpenSessions {

    /** The newest use first. */
    List<OpenSession> of(AccountId account);

    /** Whether the account is signed in by the session of that id. */
    boolean isOpen(AccountId account, String sessionId);

    /**
     * Ends one.
     *
     * @param name as in {@link OpenSession}
     * @return false when the account has no such session
     */
    boolean end(AccountId account, String name);

    /** Ends every one but the one of that id. */
    void endOthers(AccountId account, String sessionId);

    /** Ends every one. */
    void endAll(AccountId account);
}
