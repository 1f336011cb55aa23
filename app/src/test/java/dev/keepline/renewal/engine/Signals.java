package dev.keepline.renewal.engine;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.payments.Hold;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.SessionRecord;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Everything that can be heard, once each, under a name for tables. */
final class Signals {

    private Signals() {}

    static Map<String, Signal> all(Terms terms) {
        var all = new LinkedHashMap<String, Signal>();
        all.put("woken", new Signal.Woken());
        all.put("abandoned", new Signal.Abandoned());
        staff(all);
        opening(all);
        page(all);
        for (var record : payments().entrySet()) {
            all.put("command: " + record.getKey(), new Signal.PaymentSaid(new Outcome.Done<>(record.getValue())));
        }
        all.put("command: refused", new Signal.PaymentSaid(new Outcome.Refused<>("no")));
        all.put("command: not done", new Signal.PaymentSaid(new Outcome.NotDone<>("busy")));
        all.put("command: unknown", new Signal.PaymentSaid(new Outcome.Unknown<>("timeout")));
        for (var record : payments().entrySet()) {
            all.put("payment: " + record.getKey(), new Signal.PaymentRead(new Outcome.Done<>(record.getValue())));
        }
        all.put("payment: unknown", new Signal.PaymentRead(new Outcome.Unknown<>("timeout")));
        line(all);
        order(all, terms);
        return all;
    }

    private static void staff(Map<String, Signal> all) {
        var after = Sample.after();
        var half =
                Sample.snapshot(3 * Sample.GB + Sample.GB / 2, after.expiresAt().orElseThrow(), after.readAt());
        var unchanged = new Snapshot(Sample.before().buckets(), after.readAt());
        all.put("staff: stop", new Signal.Stopped());
        all.put("staff: refund again", new Signal.RefundAgain());
        all.put("staff: returned, still there", returned("refund failed", 3_600));
        all.put("staff: returned, never refunded", returned("captured", 3_600));
        all.put("staff: returned, refund may arrive", returned("refund failed", 60));
        all.put("staff: returned, refunding", returned("refunding", 3_600));
        all.put("staff: returned, refunded", returned("refunded", 3_600));
        all.put("staff: not delivered", new Signal.FoundNotDelivered());
        all.put("staff: delivered, record half", new Signal.FoundDelivered(half, "agent 7"));
        all.put("staff: delivered, record unchanged", new Signal.FoundDelivered(unchanged, "agent 7"));
    }

    private static Signal returned(String payment, long seconds) {
        var record = Objects.requireNonNull(payments().get(payment));
        var otherwise = new Stage.Otherwise("wire 7", "the card is closed");
        return new Signal.ReturnedOtherwise(record, Sample.T0.plusSeconds(seconds), otherwise);
    }

    private static void opening(Map<String, Signal> all) {
        all.put("page opened", new Signal.SessionOpened(new Outcome.Done<>(Sample.session())));
        all.put("page refused", new Signal.SessionOpened(new Outcome.Refused<>("no")));
        all.put("page not done", new Signal.SessionOpened(new Outcome.NotDone<>("busy")));
        all.put("page unknown", new Signal.SessionOpened(new Outcome.Unknown<>("timeout")));
    }

    private static void page(Map<String, Signal> all) {
        all.put("page: open", page(new SessionRecord.Open()));
        all.put("page: expired", page(new SessionRecord.Expired()));
        all.put("page: held", paid(new PaymentRecord.Held(Sample.hold())));
        all.put(
                "page: held, another amount",
                paid(new PaymentRecord.Held(hold(Sample.TOTAL.minus(Money.usd(1)), 168))));
        all.put("page: held for 47 hours", paid(new PaymentRecord.Held(hold(Sample.TOTAL, 47))));
        all.put("page: released", paid(new PaymentRecord.Released(Sample.PAYMENT)));
        all.put("page: captured", paid(new PaymentRecord.Captured(Sample.PAYMENT, Sample.TOTAL, Sample.T0)));
        all.put("page: refused", new Signal.SessionSaid(new Outcome.Refused<>("no such page")));
        all.put("page: unknown", new Signal.SessionSaid(new Outcome.Unknown<>("timeout")));
    }

    private static Map<String, PaymentRecord> payments() {
        var all = new LinkedHashMap<String, PaymentRecord>();
        all.put("held", new PaymentRecord.Held(Sample.hold()));
        all.put("captured", new PaymentRecord.Captured(Sample.PAYMENT, Sample.TOTAL, Sample.T0));
        all.put("captured, another amount", new PaymentRecord.Captured(Sample.PAYMENT, Money.usd(1), Sample.T0));
        all.put("released", new PaymentRecord.Released(Sample.PAYMENT));
        all.put("refunding", new PaymentRecord.Refunding(Sample.PAYMENT, Sample.TOTAL));
        all.put("refunded", new PaymentRecord.Refunded(Sample.PAYMENT, Sample.TOTAL));
        all.put("refund failed", new PaymentRecord.RefundFailed(Sample.PAYMENT, "lost_card"));
        all.put("odd", new PaymentRecord.Odd(Sample.PAYMENT, "processing"));
        return all;
    }

    private static void line(Map<String, Signal> all) {
        var after = Sample.after();
        var half =
                Sample.snapshot(3 * Sample.GB + Sample.GB / 2, after.expiresAt().orElseThrow(), after.readAt());
        var unchanged = new Snapshot(Sample.before().buckets(), after.readAt());
        all.put("line: as bought", new Signal.LineSaid(new Outcome.Done<>(after)));
        all.put("line: unchanged", new Signal.LineSaid(new Outcome.Done<>(unchanged)));
        all.put("line: half", new Signal.LineSaid(new Outcome.Done<>(half)));
        all.put("line: refused", new Signal.LineSaid(new Outcome.Refused<>("no such line")));
        all.put("line: unknown", new Signal.LineSaid(new Outcome.Unknown<>("timeout")));
    }

    private static void order(Map<String, Signal> all, Terms terms) {
        all.put("order: completed", order(terms, OrderRecord.State.COMPLETED));
        all.put("order: reversed", order(terms, OrderRecord.State.REVERSED));
        all.put("order: pending", new Signal.OrderSaid(new Outcome.Accepted<>("v-1", Sample.T0.plusSeconds(150))));
        all.put("order: refused", new Signal.OrderSaid(new Outcome.Refused<>("declined")));
        all.put("order: not done", new Signal.OrderSaid(new Outcome.NotDone<>("busy")));
        all.put("order: float empty", new Signal.OrderSaid(new Outcome.NotDone<>("float-empty")));
        all.put("order: unknown", new Signal.OrderSaid(new Outcome.Unknown<>("timeout")));
    }

    static Signal order(Terms terms, OrderRecord.State state) {
        return new Signal.OrderSaid(new Outcome.Done<>(Sample.order(terms, state)));
    }

    private static Signal page(SessionRecord record) {
        return new Signal.SessionSaid(new Outcome.Done<>(record));
    }

    private static Signal paid(PaymentRecord record) {
        return page(new SessionRecord.Complete(record));
    }

    private static Hold hold(Money amount, int hours) {
        return new Hold(Sample.PAYMENT, amount, Sample.T0.plus(Duration.ofHours(hours)), "visa 4242");
    }
}
