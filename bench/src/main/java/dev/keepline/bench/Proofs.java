package dev.keepline.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/**
 * How long a person waits from the moment the gateway confirms the payment until their proof is on the screen: back to
 * the tracker, its stream, the proof's page. A few people at a time, so that it is not a queue that is measured.
 */
record Proofs(Application application, Sandbox sandbox, int people) {

    static final int WARM_UP = 40;

    /** One line of each account from {@code first} on. */
    Latencies measure(int first, int linesEach, int proofs) throws Exception {
        run(first, linesEach, WARM_UP);
        return run(first + WARM_UP, linesEach, proofs);
    }

    private Latencies run(int first, int linesEach, int proofs) throws Exception {
        List<Callable<Long>> each = new ArrayList<>();
        Http http = new Http();
        for (int i = 0; i < proofs; i++) {
            int account = first + i;
            each.add(() -> one(new Person(application, http, account), (long) account * linesEach));
        }
        long begun = System.nanoTime();
        List<Future<Long>> taken = Together.run(each, people);
        Duration wall = Duration.ofNanos(System.nanoTime() - begun);
        long[] nanos = new long[proofs];
        for (int i = 0; i < proofs; i++) {
            nanos[i] = taken.get(i).get();
        }
        return Latencies.of(nanos, wall);
    }

    private long one(Person person, long line) throws Exception {
        String back = sandbox.pay(person.open(line));
        long confirmed = System.nanoTime();
        person.watch(URI.create(back).getPath());
        return System.nanoTime() - confirmed;
    }
}
