package dev.keepline.lines;

import dev.keepline.carriers.Connector;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Offering;
import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.Outcome;
import dev.keepline.lines.store.LookupRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds out at which carrier a number is, where a connector can tell. What it finds is the network's public knowledge: it
 * says nothing of who has the number, nor whether we know it.
 */
public final class CarrierDetection {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final List<Connector> connectors;
    private final Catalogue catalogue;
    private final Budget budget;
    private final InstantSource clock;

    CarrierDetection(List<Connector> connectors, Catalogue catalogue, Budget budget, InstantSource clock) {
        this.connectors = List.copyOf(connectors);
        this.catalogue = catalogue;
        this.budget = budget;
        this.clock = clock;
    }

    /** What was found out. */
    public sealed interface Detected {

        /** A connector says that the number is at this carrier. */
        record At(CarrierId carrier) implements Detected {}

        /** Nobody could tell, or it is at a carrier the catalogue does not have. */
        record NotFound() implements Detected {}

        /** This account has had too many numbers looked up; nobody was asked. */
        record TooOften() implements Detected {}
    }

    /** Asks briefly: whoever waits can pick the carrier as well. */
    public Detected detect(AccountId account, Msisdn number) {
        if (connectors.isEmpty()) {
            return new Detected.NotFound();
        }
        if (!budget.take(account, clock.instant())) {
            return new Detected.TooOften();
        }
        return within(number).<Detected>map(Detected.At::new).orElseGet(Detected.NotFound::new);
    }

    private Optional<CarrierId> within(Msisdn number) {
        var asking = new FutureTask<>(() -> ask(number));
        Thread.ofVirtual().name("carrier-of-number").start(asking);
        try {
            return asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the carrier of a number cannot be looked up", failure.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<CarrierId> ask(Msisdn number) {
        return connectors.stream()
                .flatMap(connector -> connector.operatorOf(number) instanceof Outcome.Done(var operator)
                        ? carrier(operator).stream()
                        : Optional.<CarrierId>empty().stream())
                .findFirst();
    }

    private Optional<CarrierId> carrier(String operator) {
        return catalogue.offerings().stream()
                .filter(offering -> offering.fulfilment() instanceof Fulfilment.Road road
                        && road.operator().name().strip().equalsIgnoreCase(operator.strip()))
                .map(Offering::carrier)
                .findFirst();
    }

    /** How many numbers an account may have looked up. */
    static final class Budget {

        private static final Duration WINDOW = Duration.ofHours(1);

        private final LookupRows rows;
        private final Transactions transactions;
        private final LineSettings settings;

        Budget(LookupRows rows, Transactions transactions, LineSettings settings) {
            this.rows = rows;
            this.transactions = transactions;
            this.settings = settings;
        }

        boolean take(AccountId account, Instant now) {
            return transactions.inAccount(account, () -> {
                rows.forget(account, now.minus(WINDOW));
                return rows.take(account, settings.lookupsPerHour(), now);
            });
        }
    }
}
