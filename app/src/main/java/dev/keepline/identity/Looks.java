package dev.keepline.identity;

import dev.keepline.identity.signin.TryLimit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Limits how often one place on the network may look at what anybody may see who knows its code. */
@Service
public class Looks {

    private final TryLimit limit;
    private final InstantSource clock;

    Looks(TryLimit limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Counts a look. When it may not be made now: until when to wait.
     *
     * @param from the network address it comes from
     */
    public Optional<Instant> take(String from) {
        return limit.look(from, clock.instant());
    }
}
