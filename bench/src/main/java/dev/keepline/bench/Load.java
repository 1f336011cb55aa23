package dev.keepline.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/**
 * A closed loop: so many connections, each of which sends its next request when the last one is answered.
 *
 * @param connections at once
 * @param warmUp not counted: the compiler is at work
 */
record Load(int port, int connections, Duration warmUp, Duration counted) {

    /**
     * Sends the requests in turn, each connection from a place of its own.
     *
     * @param counting called when the warm-up is over
     * @throws IllegalStateException when any answer is not 200: a refusal is fast, and a figure of refusals worthless
     */
    Latencies run(List<byte[]> requests, Runnable counting) throws Exception {
        run(requests, warmUp);
        counting.run();
        return run(requests, counted);
    }

    private Latencies run(List<byte[]> requests, Duration time) throws Exception {
        List<Callable<long[]>> all = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            int from = i * Math.max(1, requests.size() / connections);
            all.add(() -> one(requests, from, begun + time.toNanos()));
        }
        List<long[]> parts = new ArrayList<>();
        for (Future<long[]> part : Together.run(all)) {
            parts.add(part.get());
        }
        return Latencies.of(parts.stream().flatMapToLong(Arrays::stream).toArray(), time);
    }

    private long[] one(List<byte[]> requests, int from, long end) throws IOException {
        long[] taken = new long[1024];
        int count = 0;
        Connection connection = new Connection(port);
        try {
            int next = from;
            for (long now = System.nanoTime(); now < end; ) {
                int status = connection.exchange(requests.get(next++ % requests.size()));
                long then = System.nanoTime();
                if (status != 200) {
                    throw new IllegalStateException("answered " + status + " instead of 200");
                }
                taken = count == taken.length ? Arrays.copyOf(taken, 2 * count) : taken;
                taken[count++] = then - now;
                now = then;
                if (connection.last()) {
                    connection.close();
                    connection = new Connection(port);
                }
            }
        } finally {
            connection.close();
        }
        return Arrays.copyOf(taken, count);
    }
}
