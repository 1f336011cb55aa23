package dev.keepline.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionListParams;
import dev.keepline.payments.OpenSession;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads of Stripe that need more than one page, or more than one object. Lists are consistent at once, unlike searches. */
final class StripeLists {

    private static final long PAGE = 100;
    private static final int MOST_PAGES = 100;

    /** No session lives longer, so one that is to end at a time began no earlier than this before. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(24);

    private final StripeClient stripe;

    StripeLists(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** One page of a list, after the object with the given id. */
    private interface Page<T extends HasId> {
        StripeCollection<T> after(@Nullable String last) throws StripeException;
    }

    PaymentIntent intent(String id) throws StripeException {
        var parts = PaymentIntentRetrieveParams.builder()
                .addAllExpand(StripeRecords.INTENT_PARTS)
                .build();
        return stripe.v1().paymentIntents().retrieve(id, parts);
    }

    List<Refund> refunds(String intent) throws StripeException {
        return all(last -> stripe.v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(intent)
                        .setLimit(PAGE)
                        .setStartingAfter(last)
                        .build()));
    }

    /** The session that this command opened and nobody has paid yet. */
    Optional<Session> openSession(OpenSession command) throws StripeException {
        var since = SessionListParams.Created.builder()
                .setGte(command.expiresAt().minus(LONGEST_SESSION).getEpochSecond())
                .build();
        var open = all(last -> stripe.v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder()
                        .setStatus(SessionListParams.Status.OPEN)
                        .setCreated(since)
                        .setLimit(PAGE)
                        .setStartingAfter(last)
                        .build()));
        return open.stream()
                .filter(session ->
                        command.id().value().equals(session.getMetadata().get(CheckoutForm.REQUEST)))
                .findFirst()
                .map(StripeRecords::opened);
    }

    /** Payments of ours that began since. A refund of one began later still, so one list holds them all. */
    List<PaymentRecord> paymentsSince(Instant since) throws StripeException {
        var refunds = refundsSince(since).stream()
                .filter(refund -> refund.getPaymentIntent() != null)
                .collect(Collectors.groupingBy(Refund::getPaymentIntent));
        return intentsSince(since).stream()
                .filter(intent -> intent.getMetadata().containsKey(CheckoutForm.RENEWAL))
                .map(intent -> StripeRecords.payment(intent, refunds.getOrDefault(intent.getId(), List.of())))
                .toList();
    }

    private List<PaymentIntent> intentsSince(Instant since) throws StripeException {
        var created = PaymentIntentListParams.Created.builder()
                .setGte(since.getEpochSecond())
                .build();
        return all(last -> stripe.v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setCreated(created)
                        .setLimit(PAGE)
                        .setStartingAfter(last)
                        .addExpand("data.latest_charge.balance_transaction")
                        .build()));
    }

    private List<Refund> refundsSince(Instant since) throws StripeException {
        var created = RefundListParams.Created.builder()
                .setGte(since.getEpochSecond())
                .build();
        return all(last -> stripe.v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setCreated(created)
                        .setLimit(PAGE)
                        .setStartingAfter(last)
                        .build()));
    }

    /** @throws IllegalStateException past a hundred pages: half a list must not pass for the whole */
    private static <T extends HasId> List<T> all(Page<T> page) throws StripeException {
        var items = new ArrayList<T>();
        String last = null;
        for (int read = 0; read < MOST_PAGES; read++) {
            var next = page.after(last);
            items.addAll(next.getData());
            if (!Boolean.TRUE.equals(next.getHasMore()) || next.getData().isEmpty()) {
                return items;
            }
            last = next.getData().getLast().getId();
        }
        throw new IllegalStateException("a list of more than " + MOST_PAGES * PAGE);
    }
}
