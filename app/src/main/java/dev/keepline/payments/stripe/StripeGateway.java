package dev.keepline.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import dev.keepline.guard.Guard;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RequestId;
import dev.keepline.payments.Gateway;
import dev.keepline.payments.OpenSession;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.Session;
import dev.keepline.payments.SessionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Stripe as a gateway. Every command carries its request id as the idempotency key; where Stripe refuses a command because
 * of the payment's state, that state is read and is the answer.
 */
public final class StripeGateway implements Gateway {

    /** Stripe may forget a key after this long. */
    private static final Duration KEY_LIFE = Duration.ofHours(24);

    private final StripeClient stripe;
    private final StripeLists lists;

    /** Over the account that the settings name. */
    public StripeGateway(StripeSettings settings, Guard guard) {
        this.stripe = StripeClient.builder()
                .setApiBase(settings.url().toString())
                .setApiKey(settings.key())
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeTransport(settings, guard))
                .build();
        this.lists = new StripeLists(stripe);
    }

    @Override
    public String id() {
        return "stripe";
    }

    @Override
    public Duration keyLife() {
        return KEY_LIFE;
    }

    @Override
    public Outcome<Session> open(OpenSession command) {
        if (!CheckoutForm.takes(command.amount())) {
            return new Outcome.Refused<>("amount_not_supported");
        }
        return StripeAnswers.command(
                () -> stripe.v1().checkout().sessions().create(CheckoutForm.of(command), key(command.id())),
                StripeRecords::opened,
                failure -> openFailed(command, failure));
    }

    /** Sending it again would only bring Stripe's saved failure again: whether it opened is found among its sessions. */
    private Outcome<Session> openFailed(OpenSession command, StripeException failure) {
        if (!StripeFailures.isSavedFailure(failure)) {
            return StripeFailures.ofCommand(failure);
        }
        var found = StripeAnswers.question(() -> lists.openSession(command), session -> session);
        return found instanceof Outcome.Done(var session) && session.isPresent()
                ? new Outcome.Done<>(session.get())
                : StripeFailures.ofCommand(failure);
    }

    @Override
    public Outcome<SessionRecord> session(String sessionRef) {
        var parts = SessionRetrieveParams.builder()
                .addExpand("payment_intent.latest_charge.balance_transaction")
                .build();
        return StripeAnswers.question(
                () -> record(stripe.v1().checkout().sessions().retrieve(sessionRef, parts)), record -> record);
    }

    private SessionRecord record(com.stripe.model.checkout.Session session) throws StripeException {
        return switch (String.valueOf(session.getStatus())) {
            case "open" -> new SessionRecord.Open();
            case "expired" -> new SessionRecord.Expired(StripeRecords.declined(session));
            case "complete" -> new SessionRecord.Complete(record(StripeRecords.intent(session)));
            case String other -> throw new IllegalStateException("a session with status " + other);
        };
    }

    @Override
    public Outcome<SessionRecord> expire(RequestId id, String sessionRef) {
        Outcome<SessionRecord> ended = StripeAnswers.command(
                () -> stripe.v1().checkout().sessions().expire(sessionRef, key(id)),
                session -> new SessionRecord.Expired(),
                StripeFailures::ofCommand);
        return switch (ended) {
            case Outcome.Refused<SessionRecord> _, Outcome.Unknown<SessionRecord> _ ->
                stateOr(ended, session(sessionRef), SessionRecord.Open.class::isInstance);
            case Outcome.Done<SessionRecord> _, Outcome.Accepted<SessionRecord> _, Outcome.NotDone<SessionRecord> _ ->
                ended;
        };
    }

    @Override
    public Outcome<PaymentRecord> payment(String paymentRef) {
        return StripeAnswers.question(() -> record(lists.intent(paymentRef)), record -> record);
    }

    private PaymentRecord record(PaymentIntent intent) throws StripeException {
        boolean taken = "succeeded".equals(intent.getStatus());
        return StripeRecords.payment(intent, taken ? lists.refunds(intent.getId()) : List.of());
    }

    @Override
    public Outcome<PaymentRecord> capture(RequestId id, String paymentRef, Money amount) {
        var params = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(amount.minor())
                .addAllExpand(StripeRecords.INTENT_PARTS)
                .build();
        return onHold(paymentRef, () -> stripe.v1().paymentIntents().capture(paymentRef, params, key(id)));
    }

    @Override
    public Outcome<PaymentRecord> release(RequestId id, String paymentRef) {
        var params = PaymentIntentCancelParams.builder()
                .addAllExpand(StripeRecords.INTENT_PARTS)
                .build();
        return onHold(paymentRef, () -> stripe.v1().paymentIntents().cancel(paymentRef, params, key(id)));
    }

    @Override
    public Outcome<PaymentRecord> refund(RequestId id, String paymentRef, Money amount) {
        return switch (StripeAnswers.question(() -> lists.intent(paymentRef), PaymentIntent::getMetadata)) {
            case Outcome.Done(var names) -> refund(id, paymentRef, amount, names);
            case Outcome.Refused(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Accepted<Map<String, String>> _,
                    Outcome.NotDone<Map<String, String>> _,
                    Outcome.Unknown<Map<String, String>> _ ->
                new Outcome.NotDone<>("the payment could not be read", Duration.ZERO);
        };
    }

    /** Carries the payment's names: a refund can fail weeks later, and its event tells of the refund alone. */
    private Outcome<PaymentRecord> refund(RequestId id, String paymentRef, Money amount, Map<String, String> names) {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(paymentRef)
                .setAmount(amount.minor())
                .putAllMetadata(names)
                .putMetadata(CheckoutForm.REQUEST, id.value())
                .build();
        Outcome<PaymentRecord> answer = StripeAnswers.command(
                () -> stripe.v1().refunds().create(params, key(id)),
                refund -> new PaymentRecord.Refunding(paymentRef, amount),
                StripeFailures::ofCommand);
        return switch (answer) {
            case Outcome.Done<PaymentRecord> _ -> stateOr(answer, payment(paymentRef), _ -> false);
            case Outcome.Refused<PaymentRecord> _ ->
                stateOr(
                        answer,
                        payment(paymentRef),
                        record -> record instanceof PaymentRecord.Captured
                                || record instanceof PaymentRecord.RefundFailed);
            case Outcome.Accepted<PaymentRecord> _,
                    Outcome.NotDone<PaymentRecord> _,
                    Outcome.Unknown<PaymentRecord> _ -> answer;
        };
    }

    /** A command on a hold. Its own answer is the state after it; a refusal leads to the state as it is now. */
    private Outcome<PaymentRecord> onHold(String paymentRef, StripeAnswers.Request<PaymentIntent> command) {
        Outcome<PaymentRecord> answer = StripeAnswers.command(
                command, intent -> StripeRecords.payment(intent, List.of()), StripeFailures::ofCommand);
        return answer instanceof Outcome.Refused<PaymentRecord>
                ? stateOr(answer, payment(paymentRef), PaymentRecord.Held.class::isInstance)
                : answer;
    }

    /** The state as read, unless it could not be read or is the one before the command: then the command's own answer. */
    private static <T> Outcome<T> stateOr(Outcome<T> answer, Outcome<T> read, Predicate<T> unchanged) {
        return read instanceof Outcome.Done(var state) && !unchanged.test(state) ? read : answer;
    }

    @Override
    public Outcome<List<PaymentRecord>> paymentsSince(Instant since) {
        return StripeAnswers.question(() -> lists.paymentsSince(since), payments -> payments);
    }

    private static RequestOptions key(RequestId id) {
        return RequestOptions.builder().setIdempotencyKey(id.value()).build();
    }
}
