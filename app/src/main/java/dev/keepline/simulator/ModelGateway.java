package dev.keepline.simulator;

import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RequestId;
import dev.keepline.payments.OpenSession;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.Session;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Terms;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A gateway as Stripe documents itself: keys are remembered with their answer, a saved error included, for a day; a payment
 * is captured at most once; holds and pages end by themselves; refunds settle later, and may fail.
 */
final class ModelGateway {

    private static final Duration KEY_LIFE = Duration.ofHours(24);
    private static final Duration SHORTEST_PAGE = Duration.ofMinutes(30);
    private static final Outcome<PaymentRecord> ERROR = new Outcome.Unknown<>("500");

    private record Saved(Signal answer, Instant at) {}

    private final World world;
    private final Faults faults;
    private final Webhooks webhooks;
    private final Consumer<Payment> onCapture;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final Map<RequestId, Saved> saved = new LinkedHashMap<>();

    ModelGateway(World world, Faults faults, Webhooks webhooks, Consumer<Payment> onCapture) {
        this.world = world;
        this.faults = faults;
        this.webhooks = webhooks;
        this.onCapture = onCapture;
    }

    Collection<Payment> payments() {
        return payments.values();
    }

    /** Does what a command says, or repeats what was answered under its key. */
    Signal perform(Call.Command command) {
        var before = saved.get(command.id());
        if (before != null && world.instant().isBefore(before.at().plus(KEY_LIFE))) {
            return before.answer();
        }
        boolean error = faults.strikes(Fault.SERVER_ERROR);
        if (error && world.dice().chance(500)) {
            return save(command, failed(command));
        }
        var answer = apply(command);
        return save(command, error ? failed(command) : answer);
    }

    private Signal save(Call.Command command, Signal answer) {
        // What was never begun, such as a command that is not valid, is not remembered.
        if (!(answer instanceof Signal.SessionOpened(Outcome.Refused<Session> _))) {
            saved.put(command.id(), new Saved(answer, world.instant()));
        }
        return answer;
    }

    private static Signal failed(Call.Command command) {
        return switch (command) {
            case Call.Open _ -> new Signal.SessionOpened(new Outcome.Unknown<>("500"));
            case Call.Expire _ -> new Signal.SessionSaid(new Outcome.Unknown<>("500"));
            default -> new Signal.PaymentSaid(ERROR);
        };
    }

    private Signal apply(Call.Command command) {
        return switch (command) {
            case Call.Open open -> new Signal.SessionOpened(open(open.session()));
            case Call.Expire expire -> new Signal.SessionSaid(expire(expire.sessionRef()));
            case Call.Capture c -> new Signal.PaymentSaid(capture(payment(c.paymentRef()), c.amount()));
            case Call.Release r -> new Signal.PaymentSaid(release(payment(r.paymentRef())));
            case Call.Refund r -> new Signal.PaymentSaid(refund(payment(r.paymentRef()), r.amount()));
            case Call.PlaceOrder _ -> throw new IllegalArgumentException("no gateway takes " + command);
        };
    }

    private Outcome<Session> open(OpenSession asked) {
        boolean tooShort = asked.expiresAt().isBefore(world.instant().plus(SHORTEST_PAGE));
        if (tooShort || faults.strikes(Fault.OPEN_REFUSED)) {
            return new Outcome.Refused<>(tooShort ? "expires_at" : "amount_too_small");
        }
        var ref = "cs_" + (pages.size() + 1);
        var session = new Session(ref, URI.create("https://pay.example/" + ref), asked.expiresAt());
        pages.put(ref, new Page(asked, session));
        world.after(Duration.between(world.instant(), asked.expiresAt()), () -> ended(ref));
        return new Outcome.Done<>(session);
    }

    private void ended(String ref) {
        if (!page(ref).paid()) {
            webhooks.send(job(page(ref).asked().about()), said(new SessionRecord.Expired()));
        }
    }

    Outcome<SessionRecord> session(String ref) {
        var page = pages.get(ref);
        return page == null ? new Outcome.Refused<>("no_such_session") : new Outcome.Done<>(record(page));
    }

    private SessionRecord record(Page page) {
        return page.record(world.instant());
    }

    private Outcome<SessionRecord> expire(String ref) {
        var page = page(ref);
        if (page.open(world.instant())) {
            page.close();
            ended(ref);
        }
        return new Outcome.Done<>(record(page));
    }

    /** A person pays on a page. @return false when the page is closed */
    boolean pay(String sessionRef) {
        var page = page(sessionRef);
        if (!page.open(world.instant())) {
            return false;
        }
        var dice = world.dice();
        boolean brief = faults.strikes(Fault.HOLD_SHORT);
        var life = brief ? Duration.ofHours(12) : Duration.ofHours(26 + dice.below(dice.chance(100) ? 142 : 12));
        var asked = page.asked().amount();
        var amount = faults.strikes(Fault.WRONG_AMOUNT) ? asked.minus(Money.usd(1)) : asked;
        var payment = new Payment(
                "pi_" + (payments.size() + 1),
                page.asked().about(),
                amount,
                world.instant().plus(life));
        payments.put(payment.ref(), payment);
        page.pay(payment);
        if (faults.strikes(Fault.HOLD_LOST)) {
            world.after(dice.around(Duration.ofSeconds(1), life), () -> lose(payment));
        }
        tell(payment, said(record(page)));
        return true;
    }

    private void lose(Payment payment) {
        if (payment.held(world.instant())) {
            payment.end(world.instant());
            tell(payment, read(payment));
        }
    }

    Outcome<PaymentRecord> read(String ref) {
        return payments.containsKey(ref) ? done(payment(ref)) : new Outcome.Refused<>("no_such_payment");
    }

    private Outcome<PaymentRecord> capture(Payment payment, Money amount) {
        if (!payment.held(world.instant()) || amount.compareTo(payment.amount()) > 0) {
            return refused(payment);
        }
        if (faults.strikes(Fault.CAPTURE_REFUSED)) {
            return new Outcome.Refused<>("capture_not_possible_now");
        }
        payment.capture(amount, world.instant());
        world.trace().add(world.instant(), "captured", amount.minor(), () -> payment.ref() + " " + amount);
        onCapture.accept(payment);
        tell(payment, read(payment));
        return done(payment);
    }

    private Outcome<PaymentRecord> release(Payment payment) {
        if (!payment.held(world.instant())) {
            return refused(payment);
        }
        payment.end(world.instant());
        tell(payment, read(payment));
        return done(payment);
    }

    private Outcome<PaymentRecord> refund(Payment payment, Money amount) {
        var now = world.instant();
        if (payment.captured().filter(c -> c.equals(amount)).isEmpty()
                || payment.refund().filter(r -> !r.failedBy(now)).isPresent()) {
            return refused(payment);
        }
        boolean slow = faults.strikes(Fault.REFUND_SLOW);
        var takes = slow ? world.dice().around(Duration.ofSeconds(5), Duration.ofHours(40)) : Duration.ZERO;
        boolean fails = faults.strikes(Fault.REFUND_FAILS);
        var settles = now.plus(takes);
        Optional<Instant> back = !fails && faults.strikes(Fault.REFUND_COMES_BACK)
                ? Optional.of(settles.plus(world.dice().between(Duration.ofHours(1), Duration.ofDays(9))))
                : Optional.empty();
        payment.refund(new Payment.Refund(amount, settles, fails, back));
        world.after(takes, () -> tell(payment, read(payment)));
        back.ifPresent(at ->
                world.after(Duration.between(now, at), () -> webhooks.send(job(payment.about()), read(payment))));
        return done(payment);
    }

    /** An adapter may read what is there after a refusal, or say no more than that it was refused. */
    private Outcome<PaymentRecord> refused(Payment payment) {
        return world.dice().chance(500) ? done(payment) : new Outcome.Refused<>("unexpected_state");
    }

    private Outcome<PaymentRecord> done(Payment payment) {
        return new Outcome.Done<>(payment.record(world.instant()));
    }

    private Page page(String ref) {
        return Optional.ofNullable(pages.get(ref)).orElseThrow(() -> new IllegalStateException("no page " + ref));
    }

    private Payment payment(String ref) {
        return Optional.ofNullable(payments.get(ref)).orElseThrow(() -> new IllegalStateException("no payment " + ref));
    }

    private void tell(Payment payment, Signal claims) {
        webhooks.send(job(payment.about()), claims);
    }

    private static Signal said(SessionRecord record) {
        return new Signal.SessionSaid(new Outcome.Done<>(record));
    }

    private Signal read(Payment payment) {
        return new Signal.PaymentRead(done(payment));
    }

    private static WakeRef job(OpenSession.About about) {
        return new WakeRef(Terms.JOB_KIND, about.account(), about.renewal().toString());
    }
}
