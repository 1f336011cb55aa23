package dev.keepline.simulator;

import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.kernel.Outcome;
import java.time.Instant;

/** An order as the model carrier keeps it, with what only the carrier knows: what it really did. */
final class CarrierOrder {

    /** How far the carrier is. */
    enum State {
        PENDING,
        REJECTED,
        COMPLETED,
        REVERSED
    }

    /** What the carrier does for its word. */
    enum Deed {
        ALL,
        HALF,
        NOTHING,
        FOR_ANOTHER_LINE,
        MORE
    }

    /**
     * What is settled when the order arrives.
     *
     * @param rejected whether the answer will be no
     * @param showsOtherLine whether the record names the line that got it, when that is another one
     */
    record Fate(Instant decidedAt, boolean rejected, Deed deed, boolean showsOtherLine) {}

    private final String vendorId;
    private final Order order;
    private final Fate fate;
    private State state = State.PENDING;
    private Runnable undo = () -> {};
    private boolean shown;

    CarrierOrder(String vendorId, Order order, Fate fate) {
        this.vendorId = vendorId;
        this.order = order;
        this.fate = fate;
    }

    String vendorId() {
        return vendorId;
    }

    Order order() {
        return order;
    }

    Fate fate() {
        return fate;
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }

    /** How to take back what was done. */
    void undo(Runnable how) {
        undo = how;
    }

    void reverse() {
        state = State.REVERSED;
        undo.run();
    }

    /** The line's record shows all that was bought. */
    void show() {
        shown = true;
    }

    /** Whether the line's record ever showed all that was bought. */
    boolean shown() {
        return shown;
    }

    /** Whether the carrier ever said that it is done. */
    boolean confirmed() {
        return state == State.COMPLETED || state == State.REVERSED;
    }

    /** What a connector makes of it. */
    Outcome<OrderRecord> said(Instant now) {
        if (fate.deed() == Deed.FOR_ANOTHER_LINE && fate.showsOtherLine() && state != State.REJECTED) {
            return new Outcome.Unknown<>("the record under our reference is for another line");
        }
        return switch (state) {
            case PENDING -> new Outcome.Accepted<>(vendorId, fate.decidedAt());
            case REJECTED -> new Outcome.Refused<>("declined");
            case COMPLETED -> record(OrderRecord.State.COMPLETED, now);
            case REVERSED -> record(OrderRecord.State.REVERSED, now);
        };
    }

    private Outcome<OrderRecord> record(OrderRecord.State as, Instant now) {
        return new Outcome.Done<>(
                new OrderRecord(order.reference(), vendorId, as, order.product().wholesale(), now));
    }
}
