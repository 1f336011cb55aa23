package dev.keepline.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The most recent requests, in memory, so that a test can see what was sent. */
public final class RequestLog {

    private static final int CAPACITY = 5_000;

    /** One request, with the answer once there is one: status 0 while unanswered or when the connection was dropped. */
    public static final class Entry {
        private final Instant at;
        private final String counterpart;
        private final Request request;
        private volatile int status;
        private volatile String fault = "";

        private Entry(Instant at, String counterpart, Request request) {
            this.at = at;
            this.counterpart = counterpart;
            this.request = request;
        }

        /** When it arrived, in sandbox time. */
        public Instant at() {
            return at;
        }

        /** The counterpart it went to. */
        public String counterpart() {
            return counterpart;
        }

        /** What arrived. */
        public Request request() {
            return request;
        }

        /** The HTTP status answered; 0 for none. */
        public int status() {
            return status;
        }

        /** The wire name of the fault that struck it, or nothing. */
        public String fault() {
            return fault;
        }

        void answered(int withStatus) {
            status = withStatus;
        }

        void struckBy(Fault kind) {
            fault = kind.wire();
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();

    synchronized Entry arrived(Instant at, String counterpart, Request request) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        Entry entry = new Entry(at, counterpart, request);
        entries.addLast(entry);
        return entry;
    }

    /** The last {@code limit} requests to a counterpart ({@code *}: to any), oldest first. */
    public synchronized List<Entry> recent(String counterpart, int limit) {
        List<Entry> wanted = entries.stream()
                .filter(entry -> counterpart.equals("*") || entry.counterpart.equals(counterpart))
                .toList();
        return wanted.subList(Math.max(0, wanted.size() - limit), wanted.size());
    }

    /** Forgets every request. */
    public synchronized void clear() {
        entries.clear();
    }
}
