package dev.keepline.lines.refresh;

import dev.keepline.carriers.Connector;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Outcome;
import dev.keepline.lines.Line;
import dev.keepline.lines.ReadingRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The installed connectors as readers of lines, each with no more questions at once than it is allowed. */
public final class Readers {

    private final Map<String, Connector> connectors;
    private final Map<String, Semaphore> free;
    private final ReadingRules rules;

    Readers(List<Connector> connectors, ReadingRules rules, int atOnce) {
        this.connectors = connectors.stream().collect(Collectors.toUnmodifiableMap(Connector::id, Function.identity()));
        this.free = connectors.stream()
                .collect(Collectors.toUnmodifiableMap(Connector::id, connector -> new Semaphore(atOnce)));
        this.rules = rules;
    }

    /** Reads one line. */
    @FunctionalInterface
    public interface Reader {

        /** Asks now; empty when the connector has as many questions as it is allowed. */
        Optional<Outcome<Snapshot>> read();
    }

    /** The ids of the connectors there are. */
    public java.util.Set<String> ids() {
        return connectors.keySet();
    }

    /** Empty where no installed connector shows this line. */
    public Optional<Reader> reader(Line line) {
        return rules.road(line)
                .flatMap(road -> Optional.ofNullable(connectors.get(road.connector()))
                        .map(connector -> () -> within(connector, road)));
    }

    private Optional<Outcome<Snapshot>> within(Connector connector, ReadingRules.Road road) {
        var permits = free.get(connector.id());
        if (permits == null || !permits.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(connector.read(road.address()));
        } finally {
            permits.release();
        }
    }
}
