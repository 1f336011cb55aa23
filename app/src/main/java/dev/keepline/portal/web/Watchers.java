package dev.keepline.portal.web;

import dev.keepline.identity.OpenSessions;
import dev.keepline.kernel.AccountId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who watches: a stream ends with its session, and an account that opens ever more loses its oldest. */
@Component
class Watchers {

    static final int PER_ACCOUNT = 8;

    private final OpenSessions sessions;
    private final Duration pause;
    private final Map<AccountId, Deque<AtomicBoolean>> watching = new ConcurrentHashMap<>();

    @Autowired
    Watchers(OpenSessions sessions) {
        this(sessions, Duration.ofSeconds(5));
    }

    /** @param pause between two looks whether a session is still there */
    Watchers(OpenSessions sessions, Duration pause) {
        this.sessions = sessions;
        this.pause = pause;
    }

    /**
     * Counts one more.
     *
     * @param gone set when it has to end; who sets it otherwise ends the watch over it
     */
    void add(AccountId account, String session, AtomicBoolean gone) {
        watching.compute(account, (_, all) -> {
            var open = all == null ? new ArrayDeque<AtomicBoolean>() : all;
            open.addLast(gone);
            while (open.size() > PER_ACCOUNT) {
                open.removeFirst().set(true);
            }
            return open;
        });
        Thread.ofVirtual().name("session-of-watcher").start(() -> guard(account, session, gone));
    }

    void remove(AccountId account, AtomicBoolean gone) {
        gone.set(true);
        watching.computeIfPresent(account, (_, all) -> {
            all.removeIf(gone::equals); // identity is all the equality they have
            return all.isEmpty() ? null : all;
        });
    }

    /** Should the look itself fail, the stream ends too: the page asks by itself then, and learns what is wrong. */
    private void guard(AccountId account, String session, AtomicBoolean gone) {
        try {
            do {
                Pause.of(pause);
            } while (!gone.get() && sessions.isOpen(account, session));
        } finally {
            gone.set(true);
        }
    }
}
