package dev.keepline.renewal.engine;

import dev.keepline.kernel.Outcome;
import dev.keepline.ledger.Movements;
import dev.keepline.payments.Hold;
import dev.keepline.payments.OpenSession;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.Notice;
import java.time.Instant;

/** From the wish to renew to money reserved, or to nothing. */
final class PayingRules {

    static Decision begin(Terms terms, Instant sessionExpiresAt) {
        var stage = new Stage.Opening(1, terms.createdAt(), sessionExpiresAt, 0);
        return Decision.to(stage)
                .call(open(new Renewal(terms, stage), stage))
                .wakeAt(Patience.next(terms.createdAt(), terms.id(), 0));
    }

    Decision opening(Renewal renewal, Stage.Opening stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.SessionOpened(Outcome.Done(var session)) ->
                Decision.to(new Stage.AwaitingPayment(stage.attempt(), session, 0))
                        .wakeAt(now.plus(Patience.PAGE_POLL));
            case Signal.SessionOpened(Outcome.Refused(var code)) ->
                notCharged(EndReason.GATEWAY_REFUSED, now).open(CaseKind.PAYMENT_ODD, "the gateway refused: " + code);
            case Signal.SessionOpened _ -> askOpeningLater(renewal, stage, now);
            case Signal.Abandoned _ -> Decision.to(stage).wakeAt(now);
            default -> reopen(renewal, stage, now);
        };
    }

    /** The same command with the same key is how a gateway is asked for a session whose address was lost. */
    private Decision reopen(Renewal renewal, Stage.Opening stage, Instant now) {
        if (!now.isBefore(stage.expiresAt())) {
            return notCharged(
                    EndReason.NOT_PAID, now); // nobody ever learnt the page's address, and it is closed by now
        }
        return Decision.to(stage).call(open(renewal, stage)).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    private Decision askOpeningLater(Renewal renewal, Stage.Opening stage, Instant now) {
        var next = new Stage.Opening(stage.attempt(), stage.since(), stage.expiresAt(), stage.asks() + 1);
        return Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    Decision awaiting(Renewal renewal, Stage.AwaitingPayment stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.SessionSaid(Outcome.Done(SessionRecord.Open _)) -> waitForPerson(stage, now);
            case Signal.SessionSaid(Outcome.Done(SessionRecord.Expired _)) -> notCharged(EndReason.NOT_PAID, now);
            case Signal.SessionSaid(Outcome.Done(SessionRecord.Complete(var payment))) -> paid(renewal, payment, now);
            case Signal.SessionSaid _ -> {
                var next = new Stage.AwaitingPayment(stage.attempt(), stage.session(), stage.asks() + 1);
                yield Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
            }
            case Signal.Abandoned _ -> close(renewal, new Stage.Closing(stage.attempt(), stage.session(), 0), now);
            default ->
                Decision.to(stage)
                        .call(new Call.ReadSession(
                                gateway(renewal), stage.session().ref()))
                        .wakeAt(now.plus(Patience.PAGE_POLL));
        };
    }

    private Decision waitForPerson(Stage.AwaitingPayment stage, Instant now) {
        var poll = now.plus(Patience.PAGE_POLL);
        return Decision.to(new Stage.AwaitingPayment(stage.attempt(), stage.session(), 0))
                .wakeAt(poll);
    }

    Decision closing(Renewal renewal, Stage.Closing stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.SessionSaid(Outcome.Done(SessionRecord.Expired _)) -> notCharged(EndReason.ABANDONED, now);
            case Signal.SessionSaid(Outcome.Done(SessionRecord.Complete(var payment))) -> paid(renewal, payment, now);
            case Signal.SessionSaid _ -> {
                var next = new Stage.Closing(stage.attempt(), stage.session(), stage.asks() + 1);
                yield Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
            }
            default -> close(renewal, stage, now);
        };
    }

    /** Ending a session twice does no harm: it is idempotent by nature, and a paid one says so. */
    private Decision close(Renewal renewal, Stage.Closing stage, Instant now) {
        var id = renewal.request("x", stage.attempt());
        return Decision.to(stage)
                .call(new Call.Expire(gateway(renewal), id, stage.session().ref()))
                .wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    private Decision paid(Renewal renewal, PaymentRecord payment, Instant now) {
        return switch (payment) {
            case PaymentRecord.Held(var hold) -> held(renewal, hold, now);
            case PaymentRecord.Released _ -> notCharged(EndReason.HOLD_LOST, now);
            case PaymentRecord.Captured _,
                    PaymentRecord.Refunding _,
                    PaymentRecord.Refunded _,
                    PaymentRecord.RefundFailed _,
                    PaymentRecord.Odd _ ->
                Decision.to(renewal.stage())
                        .open(CaseKind.PAYMENT_ODD, "paid, but not held: " + payment)
                        .wakeAt(now.plus(Patience.ALARM));
        };
    }

    private Decision held(Renewal renewal, Hold hold, Instant now) {
        var authorised = Movements.authorise(gateway(renewal), hold.paymentRef(), hold.amount());
        if (!hold.amount().equals(renewal.terms().payment().price().total())) {
            return SettlingRules.release(renewal, hold, EndReason.WRONG_AMOUNT, now)
                    .book(authorised)
                    .open(CaseKind.WRONG_PAYMENT, "held " + hold.amount());
        }
        var needed = now.plus(renewal.terms().goods().longestUnknown()).plus(Patience.HOLD_WARNING);
        if (hold.captureBefore().isBefore(needed)) {
            return SettlingRules.release(renewal, hold, EndReason.HOLD_TOO_SHORT, now)
                    .book(authorised);
        }
        return OrderingRules.start(renewal, hold, now).book(authorised);
    }

    private static Call open(Renewal renewal, Stage.Opening stage) {
        var terms = renewal.terms();
        var about = new OpenSession.About(
                terms.account(),
                terms.id(),
                terms.payment().description(),
                terms.payment().returnTo());
        return new Call.Open(
                gateway(renewal),
                new OpenSession(
                        renewal.request("s", stage.attempt()),
                        terms.payment().price().total(),
                        about,
                        stage.expiresAt(),
                        terms.payment().locale()));
    }

    private static Decision notCharged(EndReason reason, Instant now) {
        var decision = Decision.to(new Stage.NotCharged(reason, now));
        return reason == EndReason.ABANDONED ? decision : decision.tell(Notice.NOT_CHARGED);
    }

    private static String gateway(Renewal renewal) {
        return renewal.terms().payment().gateway();
    }
}
