package dev.keepline.simulator;

import dev.keepline.kernel.Outcome;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Outside;
import dev.keepline.renewal.engine.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The way to the gateway and the carrier: slow, and everything that can happen to a request happens. */
final class FaultyOutside implements Outside {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Together with a delay on the way less than the carrier's horizon: what is older has arrived, or never will. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(8);

    private final World world;
    private final Faults faults;
    private final ModelGateway gateway;
    private final ModelCarrier carrier;
    private Instant gatewayDownUntil = Instant.MIN;
    private Instant carrierDownUntil = Instant.MIN;

    FaultyOutside(World world, Faults faults, ModelGateway gateway, ModelCarrier carrier) {
        this.world = world;
        this.faults = faults;
        this.gateway = gateway;
        this.carrier = carrier;
    }

    /** A request on its way: it arrives at its time, whatever has become of the worker that sent it. */
    private static final class Sent {
        Optional<Signal> answer = Optional.empty();
        boolean timedOut;
    }

    @Override
    public Signal perform(Call call) {
        crashOn(Fault.CRASH_BEFORE_CALL);
        var sent = new Sent();
        var way = way(Fault.PAUSE_BEFORE_CALL, LONGEST_PAUSE);
        world.after(way, () -> sent.answer = Optional.of(send(call, sent)));
        world.pass(way);
        if (sent.timedOut) {
            world.pass(TIMEOUT);
        }
        world.pass(way(Fault.PAUSE_AFTER_CALL, Duration.ofHours(3)));
        var answer = sent.answer.orElseThrow();
        world.trace()
                .add(
                        world.instant(),
                        "call",
                        call.getClass().getSimpleName().hashCode(),
                        () -> Words.of(call) + " -> " + Words.of(answer));
        crashOn(Fault.CRASH_AFTER_CALL);
        return answer;
    }

    private Duration way(Fault pause, Duration longest) {
        return faults.strikes(pause)
                ? world.dice().around(Duration.ofSeconds(2), longest)
                : world.dice().between(Duration.ofMillis(5), Duration.ofMillis(200));
    }

    private void crashOn(Fault fault) {
        if (faults.strikes(fault)) {
            throw new Crash();
        }
    }

    private Signal send(Call call, Sent sent) {
        if (down(call) || faults.strikes(Fault.UNREACHABLE)) {
            // Nothing was sent: that is proof for a command, and no answer to a question.
            return lost(call, call instanceof Call.Command);
        }
        if (faults.strikes(Fault.DROPPED_BEFORE)) {
            return timeout(call, sent);
        }
        if (faults.strikes(Fault.DROPPED_AFTER)) {
            arrive(call);
            return timeout(call, sent);
        }
        if (call instanceof Call.Command && faults.strikes(Fault.DELAYED)) {
            world.after(world.dice().around(Duration.ofMillis(100), LONGEST_DELAY), () -> arrive(call));
            return timeout(call, sent);
        }
        boolean twice = !(call instanceof Call.PlaceOrder) || carrier.refusesDuplicates();
        if (call instanceof Call.Command && twice && faults.strikes(Fault.DUPLICATED)) {
            arrive(call);
        }
        return arrive(call);
    }

    private static Signal timeout(Call call, Sent sent) {
        sent.timedOut = true;
        return lost(call, false);
    }

    private boolean down(Call call) {
        var now = world.instant();
        if (toCarrier(call)) {
            if (faults.strikes(Fault.CARRIER_DOWN)) {
                carrierDownUntil = now.plus(world.dice().around(Duration.ofSeconds(20), Duration.ofHours(2)));
            }
            return now.isBefore(carrierDownUntil);
        }
        if (faults.strikes(Fault.GATEWAY_DOWN)) {
            gatewayDownUntil = now.plus(world.dice().around(Duration.ofSeconds(20), Duration.ofHours(2)));
        }
        return now.isBefore(gatewayDownUntil);
    }

    private static boolean toCarrier(Call call) {
        return call instanceof Call.PlaceOrder || call instanceof Call.FindOrder || call instanceof Call.ReadLine;
    }

    private Signal arrive(Call call) {
        return switch (call) {
            case Call.PlaceOrder place -> new Signal.OrderSaid(carrier.order(place.order()));
            case Call.FindOrder find -> new Signal.OrderSaid(carrier.find(find.order(), find.sentAt()));
            case Call.ReadLine read -> new Signal.LineSaid(carrier.read(read.line()));
            case Call.ReadSession read -> new Signal.SessionSaid(gateway.session(read.sessionRef()));
            case Call.ReadPayment read -> new Signal.PaymentRead(gateway.read(read.paymentRef()));
            case Call.Command command -> gateway.perform(command);
        };
    }

    private static Signal lost(Call call, boolean proven) {
        return switch (call) {
            case Call.Open _ -> new Signal.SessionOpened(nothing(proven));
            case Call.Expire _, Call.ReadSession _ -> new Signal.SessionSaid(nothing(proven));
            case Call.PlaceOrder _, Call.FindOrder _ -> new Signal.OrderSaid(nothing(proven));
            case Call.Capture _, Call.Release _, Call.Refund _ -> new Signal.PaymentSaid(nothing(proven));
            case Call.ReadPayment _ -> new Signal.PaymentRead(nothing(proven));
            case Call.ReadLine _ -> new Signal.LineSaid(nothing(proven));
        };
    }

    private static <T> Outcome<T> nothing(boolean proven) {
        return proven ? new Outcome.NotDone<>("unreachable") : new Outcome.Unknown<>("timeout");
    }
}
