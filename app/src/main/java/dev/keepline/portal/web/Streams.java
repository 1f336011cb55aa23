package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.frame.Painter;
import dev.keepline.portal.renewals.TrackerTexts;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of changes to those who watch a renewal (server-sent events). One virtual thread a watcher is woken when the
 * renewal moves, looks at its version and sends the page's live part when it has grown. Whoever finds no place asks from time to time
 * instead, as does whoever loses the stream.
 */
@Component
class Streams {

    private static final int PLACES = 400;
    private static final Duration LIFE = Duration.ofMinutes(9);

    /** What moves several times within this is shown once. */
    private static final Duration BREATH = Duration.ofMillis(80);

    /** How long it takes to see what another process of this installation did. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Tracking tracking;
    private final Watchers watchers;
    private final Semaphore places = new Semaphore(PLACES);
    private final AtomicBoolean closing = new AtomicBoolean();

    Streams(Tracking tracking, Watchers watchers) {
        this.tracking = tracking;
        this.watchers = watchers;
    }

    /** The server waits for requests under way before it ends; these would not end by themselves. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.set(true);
    }

    SseEmitter open(
            CurrentAccount account, String session, RenewalId renewal, TrackerTexts.Came came, Painter painter) {
        if (!places.tryAcquire()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        var emitter = new SseEmitter(LIFE.plusMinutes(1).toMillis());
        var gone = new AtomicBoolean();
        emitter.onCompletion(() -> gone.set(true));
        emitter.onTimeout(() -> gone.set(true));
        emitter.onError(_ -> gone.set(true));
        watchers.add(account.id(), session, gone);
        Thread.ofVirtual().name("watch-" + renewal).start(() -> {
            try {
                watch(new Watch(account, renewal, came, painter, emitter), gone);
            } finally {
                watchers.remove(account.id(), gone);
                places.release();
            }
        });
        return emitter;
    }

    private record Watch(
            CurrentAccount account, RenewalId renewal, TrackerTexts.Came came, Painter painter, SseEmitter emitter) {}

    private void watch(Watch watch, AtomicBoolean gone) {
        try (var moves = tracking.watch(watch.renewal())) {
            long begun = System.nanoTime();
            long told = begun;
            long seen = -1;
            while (since(begun).compareTo(LIFE) < 0 && !gone.get() && !closing.get()) {
                long version =
                        tracking.version(watch.account(), watch.renewal()).orElse(seen);
                if (version != seen) {
                    seen = version;
                    told = System.nanoTime();
                    if (send(watch)) {
                        return;
                    }
                    Pause.of(BREATH);
                } else if (since(told).compareTo(HEARTBEAT) >= 0) {
                    told = System.nanoTime();
                    watch.emitter().send(SseEmitter.event().comment("still here"));
                }
                moves.await(LOOK);
            }
            watch.emitter().complete();
        } catch (IOException | RuntimeException failure) {
            // Gone away, or the database failed: an ended stream makes the page ask by itself, an open one would be
            // silent.
            watch.emitter().completeWithError(failure);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** Sends how it stands. True when nothing more will happen. */
    private boolean send(Watch watch) throws IOException {
        var desk = tracking.find(watch.account(), watch.renewal()).orElseThrow();
        var page = tracking.page(
                desk, watch.came(), watch.account(), watch.painter().words());
        watch.emitter()
                .send(SseEmitter.event().name("state").data(watch.painter().part("tracker", page)));
        if (page.over()) {
            watch.emitter().send(SseEmitter.event().name("over").data("over"));
            watch.emitter().complete();
        }
        return page.over();
    }
}
