package dev.keepline.renewal.outside;

import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Outside;
import dev.keepline.renewal.engine.Signal;

/** Performs the engine's calls on the gateways and connectors, each once. */
public class VendorOutside implements Outside {

    private final Counterparts counterparts;

    public VendorOutside(Counterparts counterparts) {
        this.counterparts = counterparts;
    }

    @Override
    public Signal perform(Call call) {
        return switch (call) {
            case Call.Open open ->
                new Signal.SessionOpened(counterparts.gateway(open.gateway()).open(open.session()));
            case Call.Expire(var gateway, var id, var session) ->
                new Signal.SessionSaid(counterparts.gateway(gateway).expire(id, session));
            case Call.ReadSession(var gateway, var session) ->
                new Signal.SessionSaid(counterparts.gateway(gateway).session(session));
            case Call.Capture(var gateway, var id, var payment, var amount) ->
                new Signal.PaymentSaid(counterparts.gateway(gateway).capture(id, payment, amount));
            case Call.Release(var gateway, var id, var payment) ->
                new Signal.PaymentSaid(counterparts.gateway(gateway).release(id, payment));
            case Call.Refund(var gateway, var id, var payment, var amount) ->
                new Signal.PaymentSaid(counterparts.gateway(gateway).refund(id, payment, amount));
            case Call.ReadPayment(var gateway, var payment) ->
                new Signal.PaymentRead(counterparts.gateway(gateway).payment(payment));
            case Call.PlaceOrder(var connector, var order) ->
                new Signal.OrderSaid(counterparts.connector(connector).order(order));
            case Call.FindOrder(var connector, var order, var sentAt) ->
                new Signal.OrderSaid(counterparts.connector(connector).find(order, sentAt));
            case Call.ReadLine(var connector, var line) ->
                new Signal.LineSaid(counterparts.connector(connector).read(line));
        };
    }
}
