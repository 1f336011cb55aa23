package dev.keepline.simulator;

import dev.keepline.kernel.Money;
import dev.keepline.payments.Hold;
import dev.keepline.payments.OpenSession;
import dev.keepline.payments.PaymentRecord;
import java.time.Instant;
import java.util.Optional;

/** A payment as the model gateway keeps it. */
final class Payment {

    /**
     * Money on its way back.
     *
     * @param settlesAt when it is decided whether it arrives
     * @param fails whether it does not
     * @param comesBackAt when it bounces although it had arrived
     */
    record Refund(Money amount, Instant settlesAt, boolean fails, Optional<Instant> comesBackAt) {

        boolean failedBy(Instant now) {
            boolean bounced = comesBackAt.filter(at -> !now.isBefore(at)).isPresent();
            return bounced || (fails && !now.isBefore(settlesAt));
        }
    }

    private final String ref;
    private final OpenSession.About about;
    private final Money amount;
    private final Instant statedEnd;
    private Instant endsAt;
    private Optional<Money> captured = Optional.empty();
    private Instant capturedAt = Instant.MIN;
    private Optional<Refund> refund = Optional.empty();

    Payment(String ref, OpenSession.About about, Money amount, Instant endsAt) {
        this.ref = ref;
        this.about = about;
        this.amount = amount;
        this.statedEnd = endsAt;
        this.endsAt = endsAt;
    }

    /** The hold's end as it was stated when it was made; it may be lost earlier. */
    Instant statedEnd() {
        return statedEnd;
    }

    String ref() {
        return ref;
    }

    OpenSession.About about() {
        return about;
    }

    boolean held(Instant now) {
        return captured.isEmpty() && now.isBefore(endsAt);
    }

    Optional<Money> captured() {
        return captured;
    }

    Optional<Refund> refund() {
        return refund;
    }

    Money amount() {
        return amount;
    }

    /** Whether the money is, and stays as far as anybody knows, with us. */
    boolean kept(Instant now) {
        return captured.isPresent() && refund.filter(r -> !r.failedBy(now)).isEmpty();
    }

    /** Whether it was captured and never given back, even if that came back later. */
    boolean neverReturned(Instant now) {
        return captured.isPresent()
                && refund.filter(r -> !r.fails() && !now.isBefore(r.settlesAt()))
                        .isEmpty();
    }

    void capture(Money wanted, Instant now) {
        captured = Optional.of(wanted);
        capturedAt = now;
    }

    void end(Instant at) {
        endsAt = at;
    }

    void refund(Refund wanted) {
        refund = Optional.of(wanted);
    }

    PaymentRecord record(Instant now) {
        if (captured.isEmpty()) {
            return held(now)
                    ? new PaymentRecord.Held(new Hold(ref, amount, statedEnd, "visa 4242"))
                    : new PaymentRecord.Released(ref);
        }
        return refund.map(r -> record(r, now)).orElseGet(() -> captured(captured.get()));
    }

    private PaymentRecord captured(Money money) {
        return new PaymentRecord.Captured(ref, money, capturedAt);
    }

    private PaymentRecord record(Refund back, Instant now) {
        if (back.failedBy(now)) {
            return new PaymentRecord.RefundFailed(ref, "lost_or_stolen_card");
        }
        return now.isBefore(back.settlesAt())
                ? new PaymentRecord.Refunding(ref, back.amount())
                : new PaymentRecord.Refunded(ref, back.amount());
    }
}
