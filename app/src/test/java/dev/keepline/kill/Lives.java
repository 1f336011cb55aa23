package dev.keepline.kill;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/** One life of the application after the other on the same grounds; while one lives, the next is being made. */
final class Lives implements AutoCloseable {

    private final Grounds grounds;
    private final ClassArchive classes;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Deque<Life> made = new ArrayDeque<>();
    private Life current;

    Lives(Grounds grounds, ClassArchive classes) {
        this.grounds = grounds;
        this.classes = classes;
        this.current = made().go();
        made.add(made());
    }

    Life current() {
        return current;
    }

    /** Once the present one is dead. */
    Life next() {
        current.close();
        current = made.remove().go();
        made.add(made());
        return current;
    }

    private Life made() {
        return new Life(grounds, classes, "life-" + numbers.incrementAndGet());
    }

    @Override
    public void close() {
        current.close();
        made.forEach(Life::close);
    }
}
