package dev.keepline.renewal.engine;

import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.Refusal;
import dev.keepline.ledger.Movements;
import dev.keepline.payments.Hold;
import dev.keepline.payments.OpenSession;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.Session;
import dev.keepline.payments.SessionRecord;
import dev.keepline.renewal.engine.Decision.CaseKind;
import dev.keepline.renewal.engine.Decision.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From the wish to renew to money reserved, or to nothing. */
final class PayingRules {

    static Decision begin(Terms terms, Instant sessionExpiresAt) {
        var stage = new Stage.Opening(1, terms.createdAt(), sessionExpiresAt, 0);
        return Decision.to(stage)
                .call(open(new Renewal(terms, stage), stage.attempt(), sessionExpiresAt))
                .wakeAt(Patience.next(terms.createdAt(), terms.id(), 0));
    }

    Decision opening(Renewal renewal, Stage.Opening stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.SessionOpened(Outcome.Done(var session)) ->
                Decision.to(new Stage.AwaitingPayment(stage.attempt(), session, 0))
                        .wakeAt(now.plus(Patience.PAGE_POLL));
            case Signal.SessionOpened(Outcome.Refused(var refusal)) -> refused(stage, refusal, now);
            // A key that met an error may repeat it for a day. Nobody knows the page that may have been opened under
            // it, so
            // nobody can pay there, and it ends by itself: after a second doubt another page is opened.
            case Signal.SessionOpened(Outcome.NotDone<Session> _) -> openAnew(renewal, stage, now);
            case Signal.SessionOpened _ ->
                stage.asks() % Patience.SAME_PAGE == Patience.SAME_PAGE - 1
                        ? openAnew(renewal, stage, now)
                        : askOpeningLater(renewal, stage, now);
            case Signal.Abandoned _ -> withdraw(renewal, stage, now);
            default -> reopen(renewal, stage, now);
        };
    }

    /** A page asked for late may be refused for living too short a time: that is no case, the person begins anew. */
    private static Decision refused(Stage.Opening stage, Refusal refusal, Instant now) {
        var ended = notCharged(EndReason.GATEWAY_REFUSED, Optional.of(refusal), now);
        return stage.asks() == 0 ? ended.open(CaseKind.PAYMENT_ODD, "the gateway refused: " + refusal.code()) : ended;
    }

    /** The same command with the same key is how a gateway is asked for a session whose address was lost. */
    private Decision reopen(Renewal renewal, Stage.Opening stage, Instant now) {
        if (!now.isBefore(stage.since().plus(Patience.OPENING)) || !now.isBefore(stage.expiresAt())) {
            return notCharged(EndReason.GATEWAY_UNREACHABLE, now); // nobody ever learnt the page's address
        }
        return Decision.to(stage)
                .call(open(renewal, stage.attempt(), stage.expiresAt()))
                .wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    private Decision withdraw(Renewal renewal, Stage.Opening stage, Instant now) {
        var next = new Stage.Withdrawing(stage.attempt(), stage.since(), stage.expiresAt(), 0);
        return withdrawing(renewal, next, new Signal.Abandoned(), now);
    }

    Decision withdrawing(Renewal renewal, Stage.Withdrawing stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.SessionOpened(Outcome.Done(var session)) ->
                close(renewal, new Stage.Closing(stage.attempt(), session, 0), now);
            case Signal.SessionOpened(Outcome.Refused<Session> _) -> notCharged(EndReason.ABANDONED, now);
            case Signal.SessionOpened _ -> withdrawLater(renewal, stage, now);
            default ->
                Decision.to(stage)
                        .call(open(renewal, stage.attempt(), stage.expiresAt()))
                        .wakeAt(Patience.next(now, renewal.id(), stage.asks()));
        };
    }

    private static Decision withdrawLater(Renewal renewal, Stage.Withdrawing stage, Instant now) {
        int asks = stage.asks() + 1;
        if (asks >= Patience.MOST_WITHDRAWALS || !now.isBefore(stage.expiresAt())) {
            return notCharged(EndReason.ABANDONED, now); // nobody ever learnt the page's address
        }
        return Decision.to(new Stage.Withdrawing(stage.attempt(), stage.since(), stage.expiresAt(), asks))
                .wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    private Decision askOpeningLater(Renewal renewal, Stage.Opening stage, Instant now) {
        var next = new Stage.Opening(stage.attempt(), stage.since(), stage.expiresAt(), stage.asks() + 1);
        return Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    /** It lives as long as the first would have, counted from now: the gateway refuses pages that end too soon. */
    private static Decision openAnew(Renewal renewal, Stage.Opening stage, Instant now) {
        var life = Duration.between(stage.since(), stage.expiresAt());
        var next = new Stage.Opening(stage.attempt() + 1, stage.since(), now.plus(life), stage.asks() + 1);
        return Decision.to(next).wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    Decision awaiting(Renewal renewal, Stage.AwaitingPayment stage, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.SessionSaid(Outcome.Done(SessionRecord.Open _)) -> waitForPerson(stage, now);
            case Signal.SessionSaid(Outcome.Done(SessionRecord.Expired(var declined))) ->
                notCharged(EndReason.NOT_PAID, declined, now);
            case Signal.SessionSaid(Outcome.Done(SessionRecord.Complete(var payment))) -> paid(renewal, payment, now);
            case Signal.SessionSaid _ -> {
                var next = new Stage.AwaitingPayment(stage.attempt(), stage.session(), stage.asks() + 1);
                yield asked(renewal, next, stage.session(), stage.asks(), now);
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
                yield asked(renewal, next, stage.session(), stage.asks(), now);
            }
            default -> close(renewal, stage, now);
        };
    }

    /** A gateway that does not say what became of a page, long after nobody can pay on it, is somebody's business. */
    private static Decision asked(Renewal renewal, Stage next, Session session, int asks, Instant now) {
        var decision = Decision.to(next).wakeAt(Patience.next(now, renewal.id(), asks));
        return now.isAfter(session.expiresAt().plus(Patience.ALARM))
                ? decision.open(CaseKind.PAYMENT_ODD, "no word about " + session.ref())
                : decision;
    }

    /**
     * Ending a session twice does no harm: it is idempotent by nature, and a paid one says so. Each try has a key of its own,
     * since a key that met an error may repeat that error for as long as it is remembered.
     */
    private Decision close(Renewal renewal, Stage.Closing stage, Instant now) {
        var id = renewal.request("x", stage.asks() + 1);
        return Decision.to(stage)
                .call(new Call.Expire(gateway(renewal), id, stage.session().ref()))
                .wakeAt(Patience.next(now, renewal.id(), stage.asks()));
    }

    private Decision paid(Renewal renewal, PaymentRecord payment, Instant now) {
        return switch (payment) {
            case PaymentRecord.Held(var hold) -> held(renewal, hold, now);
            case PaymentRecord.Released _ -> notCharged(EndReason.HOLD_LOST, now);
            // Taken by books that a restore forgot, and given back by a person: the line is free again.
            case PaymentRecord.Refunded _ -> notCharged(EndReason.HOLD_LOST, now);
            case PaymentRecord.Captured _,
                    PaymentRecord.Refunding _,
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
        return OrderingRules.start(renewal, hold, now).book(authorised);
    }

    private static Call open(Renewal renewal, int attempt, Instant expiresAt) {
        var terms = renewal.terms();
        var about = new OpenSession.About(
                terms.account(),
                terms.id(),
                terms.payment().description(),
                terms.payment().returnTo());
        return new Call.Open(
                gateway(renewal),
                new OpenSession(
                        renewal.request("s", attempt),
                        terms.payment().price().total(),
                        about,
                        expiresAt,
                        terms.payment().locale()));
    }

    private static Decision notCharged(EndReason reason, Instant now) {
        return notCharged(reason, Optional.empty(), now);
    }

    private static Decision notCharged(EndReason reason, Optional<Refusal> refusal, Instant now) {
        var decision = Decision.to(new Stage.NotCharged(reason, now, refusal));
        return reason == EndReason.ABANDONED ? decision : decision.tell(Notice.NOT_CHARGED);
    }

    private static String gateway(Renewal renewal) {
        return renewal.terms().payment().gateway();
    }
}
