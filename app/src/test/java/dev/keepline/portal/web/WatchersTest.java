package dev.keepline.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.identity.OpenSession;
import dev.keepline.identity.OpenSessions;
import dev.keepline.kernel.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchersTest {

    private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));

    @Test
    void a_ninth_stream_of_an_account_ends_its_oldest_and_nobody_elses() {
        var watchers = new Watchers(new Known(), Duration.ofHours(1));
        var other = new AtomicBoolean();
        watchers.add(new AccountId(new UUID(2, 2)), "open", other);
        var all = Stream.generate(AtomicBoolean::new).limit(9).toList();
        all.forEach(each -> watchers.add(ACCOUNT, "open", each));
        assertThat(all)
                .extracting(AtomicBoolean::get)
                .containsExactly(true, false, false, false, false, false, false, false, false);
        watchers.remove(ACCOUNT, all.getLast());
        var next = new AtomicBoolean();
        watchers.add(ACCOUNT, "open", next);
        assertThat(all.get(1).get()).as("one had left").isFalse();
        assertThat(other.get()).isFalse();
    }

    @Test
    void a_stream_ends_with_its_session() throws InterruptedException {
        var known = new Known();
        var watchers = new Watchers(known, Duration.ofMillis(10));
        var gone = new AtomicBoolean();
        watchers.add(ACCOUNT, "open", gone);
        Thread.sleep(100);
        assertThat(gone.get()).isFalse();
        known.open.clear();
        for (int n = 0; n < 500 && !gone.get(); n++) {
            Thread.sleep(10);
        }
        assertThat(gone.get()).isTrue();
    }

    private static final class Known implements OpenSessions {

        private final Set<String> open = ConcurrentHashMap.newKeySet();

        Known() {
            open.add("open");
        }

        @Override
        public boolean isOpen(AccountId account, String sessionId) {
            return open.contains(sessionId);
        }

        @Override
        public List<OpenSession> of(AccountId account) {
            return List.of();
        }

        @Override
        public boolean end(AccountId account, String name) {
            return false;
        }

        @Override
        public void endOthers(AccountId account, String sessionId) {
            open.removeIf(each -> !each.equals(sessionId));
        }

        @Override
        public void endAll(AccountId account) {
            open.clear();
        }
    }
}
