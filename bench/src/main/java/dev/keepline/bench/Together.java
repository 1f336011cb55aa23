package dev.keepline.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs things at the same time and waits for all of them. */
final class Together {

    private Together() {}

    /** Each on a thread of its own. */
    static <T> List<Future<T>> run(List<Callable<T>> work) throws InterruptedException {
        return run(work, work.size());
    }

    /** So many at once. */
    static <T> List<Future<T>> run(List<Callable<T>> work, int atOnce) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, atOnce))) {
            return threads.invokeAll(work);
        }
    }
}
