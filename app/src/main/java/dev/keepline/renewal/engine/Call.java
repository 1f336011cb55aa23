package dev.keepline.renewal.engine;

import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Order;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RequestId;
import dev.keepline.payments.OpenSession;
import java.time.Instant;

/** What the engine wants from the outside. Commands carry a request id that is committed before they are sent. */
public sealed interface Call {

    /** Changes something outside. */
    sealed interface Command extends Call {
        RequestId id();
    }

    /** Only asks; may be sent as often as one likes. */
    sealed interface Question extends Call {}

    record Open(String gateway, OpenSession session) implements Command {
        @Override
        public RequestId id() {
            return session.id();
        }
    }

    record Expire(String gateway, RequestId id, String sessionRef) implements Command {}

    record PlaceOrder(String connector, Order order) implements Command {
        @Override
        public RequestId id() {
            return order.reference();
        }
    }

    record Capture(String gateway, RequestId id, String paymentRef, Money amount) implements Command {}

    record Release(String gateway, RequestId id, String paymentRef) implements Command {}

    record Refund(String gateway, RequestId id, String paymentRef, Money amount) implements Command {}

    record ReadSession(String gateway, String sessionRef) implements Question {}

    record ReadPayment(String gateway, String paymentRef) implements Question {}

    record ReadLine(String connector, LineAddress line) implements Question {}

    record FindOrder(String connector, Order order, Instant sentAt) implements Question {}
}
