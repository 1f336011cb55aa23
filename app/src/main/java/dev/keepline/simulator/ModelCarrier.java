package dev.keepline.simulator;

import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RequestId;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.simulator.CarrierOrder.Deed;
import dev.keepline.simulator.CarrierOrder.Fate;
import dev.keepline.simulator.CarrierOrder.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A carrier behind an aggregator. It is asked by our reference; it says <em>done</em> and may have done something else; it
 * takes back what it delivered. In some runs it takes a reference twice: the promise of the engine must hold there, too.
 */
final class ModelCarrier {

    /** Absence of an order proves something only so long after it was sent. */
    static final Duration HORIZON = Duration.ofMinutes(20);

    /** The longest time an order is in doubt, as the connector promises it. */
    static final Duration LONGEST_UNKNOWN = Duration.ofHours(1);

    private final World world;
    private final Faults faults;
    private final Webhooks callbacks;
    private final Invariants invariants;
    private final boolean refusesDuplicates;
    private final Map<LineAddress, ModelLine> lines = new HashMap<>();
    private final List<CarrierOrder> orders = new ArrayList<>();

    ModelCarrier(World world, Faults faults, Webhooks callbacks, Invariants invariants) {
        this.world = world;
        this.faults = faults;
        this.callbacks = callbacks;
        this.invariants = invariants;
        refusesDuplicates = world.dice().chance(600);
    }

    boolean refusesDuplicates() {
        return refusesDuplicates;
    }

    List<CarrierOrder> orders() {
        return orders;
    }

    void line(LineAddress address, ModelLine line) {
        lines.put(address, line);
    }

    Outcome<Snapshot> read(LineAddress address) {
        if (faults.strikes(Fault.LINE_UNKNOWN)) {
            return new Outcome.Refused<>("no_such_line");
        }
        if (faults.strikes(Fault.USED_MEANWHILE)) {
            line(address).use(world.dice().below(700_000_000), world.instant());
        }
        return new Outcome.Done<>(line(address).read(world.instant()));
    }

    Outcome<OrderRecord> order(Order order) {
        var before = refusesDuplicates ? first(order.reference()) : Optional.<CarrierOrder>empty();
        if (before.isPresent()) {
            return before.get().said(world.instant()); // a duplicate reference: the connector reads it back
        }
        if (faults.strikes(Fault.FLOAT_EMPTY)) {
            return new Outcome.NotDone<>("float-empty");
        }
        invariants.ordered(order);
        var taken = new CarrierOrder("v-" + (orders.size() + 1), order, fate());
        orders.add(taken);
        if (taken.fate().decidedAt().isAfter(world.instant())) {
            world.after(Duration.between(world.instant(), taken.fate().decidedAt()), () -> {
                decide(taken);
                call(taken);
            });
        } else {
            decide(taken);
        }
        return taken.said(world.instant());
    }

    private Fate fate() {
        var dice = world.dice();
        var now = world.instant();
        var takes = faults.strikes(Fault.PENDING)
                ? dice.around(Duration.ofSeconds(2), Duration.ofMinutes(30))
                : faults.strikes(Fault.SLOW_FOR_HOURS)
                        ? dice.around(Duration.ofMinutes(10), Duration.ofHours(40))
                        : Duration.ZERO;
        return new Fate(now.plus(takes), faults.strikes(Fault.REJECTED), deed(), faults.strikes(Fault.WRONG_RECORD));
    }

    private Deed deed() {
        if (faults.strikes(Fault.HALF_APPLIED)) {
            return Deed.HALF;
        }
        if (faults.strikes(Fault.OTHER_LINE)) {
            return Deed.FOR_ANOTHER_LINE;
        }
        if (faults.strikes(Fault.TOO_MUCH)) {
            return Deed.MORE;
        }
        return faults.strikes(Fault.UNCHANGED) ? Deed.NOTHING : Deed.ALL;
    }

    private void decide(CarrierOrder order) {
        if (order.fate().rejected()) {
            order.state(State.REJECTED);
            return;
        }
        order.state(State.COMPLETED);
        invariants.check();
        var lag = faults.strikes(Fault.RECORD_LAGS)
                ? world.dice().around(Duration.ofSeconds(1), Duration.ofMinutes(25))
                : Duration.ZERO;
        in(lag, () -> apply(order));
        mayReverse(order);
    }

    private void apply(CarrierOrder order) {
        double share = switch (order.fate().deed()) {
            case ALL -> 1;
            case HALF -> 0.5;
            case MORE -> 1.5;
            case NOTHING, FOR_ANOTHER_LINE -> 0;
        };
        if (share == 0 || order.state() != State.COMPLETED) {
            return;
        }
        var line = line(order.order().line());
        var effect = order.order().product().effect();
        var portion = line.add(effect, share);
        order.undo(() -> line.remove(portion));
        // A package may get its end only when it is first used.
        var waits = faults.strikes(Fault.NO_EXPIRY)
                ? world.dice().around(Duration.ofMinutes(1), Duration.ofDays(2))
                : Duration.ZERO;
        in(waits, () -> start(order, line, portion, share));
    }

    private void start(CarrierOrder order, ModelLine line, ModelLine.Portion portion, double share) {
        if (order.state() == State.COMPLETED) {
            line.start(portion, order.order().product().effect(), share, world.instant());
            showIfWhole(order);
        }
    }

    private void in(Duration delay, Runnable action) {
        if (delay.isZero()) {
            action.run();
        } else {
            world.after(delay, action);
        }
    }

    private static void showIfWhole(CarrierOrder order) {
        if (order.fate().deed() != Deed.HALF) {
            order.show();
        }
    }

    private void mayReverse(CarrierOrder order) {
        if (faults.strikes(Fault.REVERSED_SOON)) {
            reverseAfter(order, Duration.ofMillis(100), Duration.ofMinutes(15));
        } else if (faults.strikes(Fault.REVERSED_LATER)) {
            reverseAfter(order, Duration.ofMinutes(5), Duration.ofDays(13));
        } else if (faults.strikes(Fault.REVERSED_VERY_LATE)) {
            reverseAfter(order, Duration.ofDays(15), Duration.ofDays(25));
        }
    }

    private void reverseAfter(CarrierOrder order, Duration first, Duration last) {
        var delay = world.dice().around(first, last);
        world.after(delay, () -> {
            order.reverse();
            world.trace().add(world.instant(), "reversed", 0, order::vendorId);
            call(order);
        });
    }

    /** The callback about a reversal nobody looks for any more is sent until it is taken. */
    private void call(CarrierOrder order) {
        var claims = new Signal.OrderSaid(order.said(world.instant()));
        boolean late = order.state() == State.REVERSED
                && world.instant().isAfter(order.fate().decidedAt().plus(Duration.ofDays(13)));
        if (late) {
            callbacks.sendSurely(order.order().wake(), claims);
        } else {
            callbacks.send(order.order().wake(), claims);
        }
    }

    Outcome<OrderRecord> find(Order order, Instant sentAt) {
        return first(order.reference())
                .map(found -> found.said(world.instant()))
                .orElseGet(() -> world.instant().isBefore(sentAt.plus(HORIZON))
                        ? new Outcome.Unknown<>("not there yet")
                        : new Outcome.NotDone<>("absent"));
    }

    private Optional<CarrierOrder> first(RequestId reference) {
        return orders.stream()
                .filter(o -> o.order().reference().equals(reference))
                .findFirst();
    }

    private ModelLine line(LineAddress address) {
        return Optional.ofNullable(lines.get(address))
                .orElseThrow(() -> new IllegalStateException("no line " + address));
    }
}
