package dev.keepline.carriers.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProductQuery;
import dev.keepline.guard.Guard;
import dev.keepline.jobs.WakeRef;
import dev.keepline.journey.RealProcess;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RenewalId;
import dev.keepline.kernel.RequestId;
import dev.keepline.settings.KeeplineProperties;
import dev.keepline.testing.SandboxProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** One renewal to be ordered at a DT One: its connector, its ids, what it asks for. */
final class Desk {

    static final InstantSource CLOCK = InstantSource.system();
    static final ProductQuery MONTHLY = new ProductQuery.Plan("sandbox mobile", 30, 5_000_000_000L);
    static final LineAddress ESIM = new LineAddress.ByIccid(new Iccid("8901999900000002878"));
    static final LineAddress NUMBER = new LineAddress.ByMsisdn(new Msisdn("+12125550142"));

    final RenewalId renewal = new RenewalId(UUID.randomUUID());
    final WakeRef job = new WakeRef("renewal", new AccountId(UUID.randomUUID()), renewal.toString());
    final Guard guard;
    final CallbackAddress callback;
    final DtOneConnector connector;

    Desk(URI dtOne, Duration readTimeout, URI publicUrl) {
        this(dtOne, readTimeout, publicUrl, new Guard("DT One", 12, System::nanoTime));
    }

    Desk(URI dtOne, Duration readTimeout, URI publicUrl, Guard guard) {
        this.guard = guard;
        var settings = new DtOneSettings(
                dtOne, SandboxProcess.DTONE_KEY, SandboxProcess.DTONE_SECRET, Duration.ofSeconds(3), readTimeout, 12);
        this.callback =
                new CallbackAddress(new KeeplineProperties(publicUrl, Path.of("data"), null, true, "", null), settings);
        this.connector = new DtOneConnector(settings, callback, guard, CLOCK);
    }

    Desk(URI dtOne, Duration readTimeout) {
        this(dtOne, readTimeout, URI.create("http://127.0.0.1:9"));
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    Product product(ProductQuery query) {
        return done(connector.discover(query));
    }

    Order monthly() {
        return order(product(MONTHLY), ESIM);
    }

    Order credit(String operator, long cents) {
        return order(product(new ProductQuery.Credit(operator, Money.usd(cents))), NUMBER);
    }

    Order order(Product product, LineAddress line) {
        return new Order(RequestId.of(renewal, "o", 1), product, line, job);
    }

    /** Asks until the vendor has decided. */
    Outcome<OrderRecord> decided(Order order) {
        var latest = new AtomicReference<Outcome<OrderRecord>>();
        RealProcess.await("a decision on " + order.reference(), Duration.ofSeconds(20), () -> {
            latest.set(connector.find(order, CLOCK.instant()));
            return !(latest.get() instanceof Outcome.Accepted);
        });
        return latest.get();
    }

    OrderRecord completed(Order order) {
        assertThat(connector.order(order)).isInstanceOf(Outcome.Accepted.class);
        return done(decided(order));
    }
}
