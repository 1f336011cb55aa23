package dev.keepline.payments.stripe;

import com.stripe.exception.StripeException;
import dev.keepline.kernel.Outcome;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns calls of the SDK, which throws, into outcomes. */
final class StripeAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(StripeAnswers.class);

    private StripeAnswers() {}

    /** One request to Stripe. */
    interface Request<R> {
        R send() throws StripeException;
    }

    /** Something to know; whatever else goes wrong, the answer is that we do not know it. */
    static <R, T> Outcome<T> question(Request<R> request, Function<R, T> read) {
        return of(request, read, StripeFailures::ofQuestion);
    }

    /** @param failed what to make of a failure, {@link StripeFailures#ofCommand} or more */
    static <R, T> Outcome<T> command(
            Request<R> request, Function<R, T> read, Function<StripeException, Outcome<T>> failed) {
        return of(request, read, failed);
    }

    private static <R, T> Outcome<T> of(
            Request<R> request, Function<R, T> read, Function<StripeException, Outcome<T>> failed) {
        try {
            return new Outcome.Done<>(read.apply(request.send()));
        } catch (StripeException failure) {
            return failed.apply(failure);
        } catch (RuntimeException unreadable) {
            // The SDK and our reading throw all kinds of these over an answer that is JSON but not Stripe's object.
            LOG.warn("an answer of Stripe cannot be read", unreadable);
            return new Outcome.Unknown<>("unreadable answer: " + unreadable.getMessage());
        }
    }
}
