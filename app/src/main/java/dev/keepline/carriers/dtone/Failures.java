package dev.keepline.carriers.dtone;

import dev.keepline.kernel.Outcome;
import java.time.Duration;
import java.util.Optional;

/** What an answer that is no success leaves us knowing. */
final class Failures {

    static final String DUPLICATE = "1007001";

    /** Our prepaid balance is used up: for the operator to fill, and no fault of the subscriber. */
    static final String FLOAT_EMPTY = "float-empty";

    private static final String INSUFFICIENT_BALANCE = "1006001";

    private Failures() {}

    /** After an order. Only what DT One documents as final refuses; a page of some server in between says nothing. */
    static <T> Outcome<T> ofOrder(Reply reply) {
        return switch (reply) {
            case Reply.NotSent(var cause, var pause) -> new Outcome.NotDone<>(cause, pause);
            case Reply.Lost(var cause) -> new Outcome.Unknown<>(cause);
            case Reply.Answered answer -> ofOrder(answer, Wire.errorCode(answer.body()));
        };
    }

    private static <T> Outcome<T> ofOrder(Reply.Answered answer, Optional<String> code) {
        int status = answer.status();
        if (status == 429 || code.equals(Optional.of("1009503"))) {
            return new Outcome.NotDone<>(
                    cause(answer, code), answer.retryAfter().orElse(Duration.ZERO));
        }
        if (code.isEmpty() || status < 400 || status >= 500) {
            return new Outcome.Unknown<>(cause(answer, code));
        }
        if (code.get().equals(INSUFFICIENT_BALANCE)) {
            return new Outcome.NotDone<>(FLOAT_EMPTY);
        }
        return status == 401 || status == 403
                ? new Outcome.NotDone<>(cause(answer, code))
                : new Outcome.Refused<>(Refusals.of(code.get()));
    }

    /** After a question: what does not exist is an answer, all else is not knowing. */
    static <T> Outcome<T> ofQuestion(Reply reply) {
        return switch (reply) {
            case Reply.NotSent notSent -> new Outcome.Unknown<>(notSent.cause());
            case Reply.Lost(var cause) -> new Outcome.Unknown<>(cause);
            case Reply.Answered answer -> {
                var code = Wire.errorCode(answer.body());
                yield answer.status() == 404 && code.isPresent()
                        ? new Outcome.Refused<>(code.get())
                        : new Outcome.Unknown<>(cause(answer, code));
            }
        };
    }

    private static String cause(Reply.Answered answer, Optional<String> code) {
        return "DT One said " + answer.status() + " " + code.orElse("in an unreadable answer");
    }
}
