package dev.keepline.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.guard.Guard;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RenewalId;
import dev.keepline.kernel.RequestId;
import dev.keepline.payments.OpenSession;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.Session;
import dev.keepline.payments.SessionRecord;
import dev.keepline.testing.SandboxProcess;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** One renewal to be paid at the sandbox's Stripe: its ids, its gateway, what it cost. */
final class Shop {

    static final Money PRICE = Money.usd(2_985);
    static final String GOOD_CARD = "4242424242424242";

    final RenewalId renewal = new RenewalId(UUID.randomUUID());
    final AccountId account = new AccountId(UUID.randomUUID());
    final StripeGateway gateway;
    private final Instant expiresAt = InstantSource.system().instant().plus(Duration.ofMinutes(40));
    private final SandboxProcess sandbox;

    Shop(SandboxProcess sandbox, Duration readTimeout) {
        this.sandbox = sandbox;
        this.gateway = new StripeGateway(settings(sandbox.stripe(), readTimeout), guard());
    }

    static Guard guard() {
        return new Guard("Stripe", 32, System::nanoTime);
    }

    static StripeSettings settings(URI url, Duration readTimeout) {
        return new StripeSettings(
                url,
                SandboxProcess.STRIPE_KEY,
                SandboxProcess.STRIPE_WEBHOOK_SECRET,
                Duration.ofSeconds(3),
                readTimeout,
                32);
    }

    RequestId id(String step) {
        return RequestId.of(renewal, step, 1);
    }

    OpenSession command() {
        return command(PRICE);
    }

    OpenSession command(Money amount) {
        var about = new OpenSession.About(
                account, renewal, "Keepline: Ann's line", URI.create("http://localhost:8080/renewals/" + renewal));
        return new OpenSession(id("s"), amount, about, expiresAt, "zh-CN");
    }

    static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    Session open() {
        return done(gateway.open(command()));
    }

    /** Opens a session and pays with this card. */
    PaymentRecord paid(String card) {
        var session = open();
        sandbox.control().pay(session.ref(), card);
        return ((SessionRecord.Complete) done(gateway.session(session.ref()))).payment();
    }

    /** The payment of a session paid with a good card. */
    String held() {
        return ((PaymentRecord.Held) paid(GOOD_CARD)).hold().paymentRef();
    }

    /** A payment that was taken. */
    String captured() {
        var ref = held();
        assertThat(done(gateway.capture(id("c"), ref, PRICE))).isInstanceOf(PaymentRecord.Captured.class);
        return ref;
    }
}
