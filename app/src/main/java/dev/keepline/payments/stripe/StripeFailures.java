package dev.keepline.payments.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import dev.keepline.kernel.Outcome;
import java.util.Objects;
import java.util.Optional;

/** What a failed call to Stripe leaves us knowing. */
final class StripeFailures {

    private StripeFailures() {}

    /**
     * After a command. Nothing happened when no connection came about, or Stripe says that it did not begin (conflict with
     * a call at work, too many calls, keys it does not accept). A key that met other parameters is a doubt, never a reason
     * for a new key: the first call under it may have acted.
     */
    static <T> Outcome<T> ofCommand(StripeException failure) {
        if (failure instanceof ApiConnectionException unanswered) {
            return StripeTransport.neverSent(unanswered)
                    ? new Outcome.NotDone<>("no connection to Stripe")
                    : new Outcome.Unknown<>("no answer from Stripe");
        }
        var error = error(failure);
        int status = status(failure);
        if (status == 429) {
            return new Outcome.NotDone<>(cause(failure));
        }
        if (error.isEmpty() || status >= 500 || status < 400) {
            return new Outcome.Unknown<>(cause(failure));
        }
        if ("idempotency_error".equals(error.get().getType())) {
            return status == 409 ? new Outcome.NotDone<>(cause(failure)) : new Outcome.Unknown<>(cause(failure));
        }
        return switch (status) {
            case 401, 403, 409 -> new Outcome.NotDone<>(cause(failure));
            default -> new Outcome.Refused<>(code(error.get()));
        };
    }

    /** After a question: an object that does not exist is an answer, all else is not knowing. */
    static <T> Outcome<T> ofQuestion(StripeException failure) {
        var error = error(failure);
        return error.isPresent() && status(failure) == 404
                ? new Outcome.Refused<>(code(error.get()))
                : new Outcome.Unknown<>(cause(failure));
    }

    /** Whether Stripe failed within: for a while it gives this same answer to the same key, whatever became of the call. */
    static boolean isSavedFailure(StripeException failure) {
        return status(failure) >= 500;
    }

    private static Optional<StripeError> error(StripeException failure) {
        return Optional.ofNullable(failure.getStripeError());
    }

    private static int status(StripeException failure) {
        return Objects.requireNonNullElse(failure.getStatusCode(), 0);
    }

    private static String code(StripeError error) {
        return Optional.ofNullable(error.getCode())
                .or(() -> Optional.ofNullable(error.getType()))
                .orElse("unnamed");
    }

    /** For cases and logs: status, code and the name under which Stripe's support finds the request. */
    private static String cause(StripeException failure) {
        if (failure instanceof ApiConnectionException) {
            return "no answer from Stripe";
        }
        var request =
                Optional.ofNullable(failure.getRequestId()).map(id -> ", " + id).orElse("");
        return "Stripe said " + status(failure) + " "
                + error(failure).map(StripeFailures::code).orElse("in an unreadable answer") + request;
    }
}
