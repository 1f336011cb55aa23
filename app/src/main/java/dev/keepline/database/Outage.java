package dev.keepline.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Whether the database is known to be gone. Nobody waits for a connection that cannot come: while it is gone every caller is
 * told so at once, but for the one who may look whether it is back. A pool that is only busy is no outage: what counts is
 * whether the database itself takes a new connection.
 */
final class Outage {

    /** So often at most it is looked whether the database is back. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Probe probe;
    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile boolean gone;
    private volatile long lookedAt;

    /** @param nanos monotonic, as {@link System#nanoTime} */
    Outage(Probe probe, LongSupplier nanos) {
        this.probe = probe;
        this.nanos = nanos;
    }

    /** Opens a connection of its own and closes it again. */
    interface Probe {

        /** @throws SQLException when the database takes none */
        void connect() throws SQLException;
    }

    /**
     * Before a connection is asked for.
     *
     * @param dry whether the pool has none, not even one in use
     * @throws SQLTransientConnectionException when the database is gone
     */
    void check(boolean dry) throws SQLTransientConnectionException {
        if (gone ? isTimeToLook() : dry) {
            look();
        }
        if (gone) {
            throw new SQLTransientConnectionException("the database is known to be gone", "08001");
        }
    }

    /** After a connection was asked for in vain. */
    void failed() {
        look();
    }

    private boolean isTimeToLook() {
        return nanos.getAsLong() - lookedAt >= LOOK.toNanos();
    }

    /** One looks; whoever comes meanwhile waits for what that one finds, which is soon. */
    private void look() {
        var asked = nanos.getAsLong();
        looking.lock();
        try {
            if (lookedAt - asked > 0) {
                return; // somebody has looked since
            }
            probe.connect();
            gone = false;
        } catch (SQLException _) {
            gone = true;
        } finally {
            lookedAt = nanos.getAsLong();
            looking.unlock();
        }
    }
}
