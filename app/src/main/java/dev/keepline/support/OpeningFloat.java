package dev.keepline.support;

import dev.keepline.carriers.Connector;
import dev.keepline.kernel.Outcome;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.Movements;
import dev.keepline.ledger.Standings;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what is in our float at a connector when the books begin: once, before anything was ever booked of it. */
final class OpeningFloat {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningFloat.class);
    private static final String REFERENCE = "opening";

    private final Standings standings;
    private final Journal journal;
    private final InstantSource clock;

    OpeningFloat(Standings standings, Journal journal, InstantSource clock) {
        this.standings = standings;
        this.journal = journal;
        this.clock = clock;
    }

    void book(Connector connector) {
        if (!standings.floatAt(connector.id()).isEmpty()) {
            return;
        }
        if (connector.balance() instanceof Outcome.Done(var balance)) {
            if (balance.isPositive()) {
                var opening = Movements.fundFloat(connector.id(), REFERENCE, balance);
                journal.book(Journal.OPERATOR, Optional.empty(), List.of(opening), clock.instant());
                LOG.info("the books of our float at {} begin with {}", connector.id(), balance);
            }
        } else {
            LOG.warn(
                    "our float at {} cannot be read: it is booked at a later start, or with ./keepline ledger fund once it answers",
                    connector.id());
        }
    }
}
