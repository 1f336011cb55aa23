package dev.keepline.support;

import dev.keepline.carriers.Connector;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Order;
import dev.keepline.carriers.OrderRecord;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProductQuery;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RequestId;
import dev.keepline.payments.Gateway;
import dev.keepline.payments.OpenSession;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.payments.Session;
import dev.keepline.payments.SessionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records of a gateway and of a connector as a test lays them out: they are read and never acted upon. */
final class Shelf {

    final List<PaymentRecord> listed = new ArrayList<>();
    final Map<String, PaymentRecord> older = new HashMap<>();
    final Map<String, SessionRecord> sessions = new HashMap<>();
    final List<OrderRecord> orders = new ArrayList<>();
    Outcome<Money> balance = new Outcome.Done<>(Money.usd(0));
    boolean dark;

    final Gateway gateway = new ShelfGateway();
    final Connector connector = new ShelfConnector();

    private <T> Outcome<T> answer(T value) {
        return dark ? new Outcome.Unknown<>("no answer") : new Outcome.Done<>(value);
    }

    private static UnsupportedOperationException command() {
        return new UnsupportedOperationException("reconciliation only reads");
    }

    private final class ShelfGateway implements Gateway {

        @Override
        public String id() {
            return "stripe";
        }

        @Override
        public Duration keyLife() {
            return Duration.ofHours(24);
        }

        @Override
        public Outcome<SessionRecord> session(String sessionRef) {
            return answer(sessions.getOrDefault(sessionRef, new SessionRecord.Open()));
        }

        @Override
        public Outcome<PaymentRecord> payment(String paymentRef) {
            var record = older.get(paymentRef);
            return record == null ? new Outcome.Refused<>("resource_missing") : answer(record);
        }

        @Override
        public Outcome<List<PaymentRecord>> paymentsSince(Instant since) {
            return answer(List.copyOf(listed));
        }

        @Override
        public Outcome<Session> open(OpenSession command) {
            throw command();
        }

        @Override
        public Outcome<SessionRecord> expire(RequestId id, String sessionRef) {
            throw command();
        }

        @Override
        public Outcome<PaymentRecord> capture(RequestId id, String paymentRef, Money amount) {
            throw command();
        }

        @Override
        public Outcome<PaymentRecord> release(RequestId id, String paymentRef) {
            throw command();
        }

        @Override
        public Outcome<PaymentRecord> refund(RequestId id, String paymentRef, Money amount) {
            throw command();
        }
    }

    private final class ShelfConnector implements Connector {

        @Override
        public String id() {
            return "dtone";
        }

        @Override
        public Duration longestUnknown() {
            return Duration.ofHours(24);
        }

        @Override
        public Outcome<Money> balance() {
            return balance;
        }

        @Override
        public Outcome<List<OrderRecord>> ordersSince(Instant since) {
            return answer(List.copyOf(orders));
        }

        @Override
        public Proofs proofs() {
            throw command();
        }

        @Override
        public Outcome<Product> discover(ProductQuery query) {
            throw command();
        }

        @Override
        public Outcome<Snapshot> read(LineAddress line) {
            throw command();
        }

        @Override
        public Outcome<OrderRecord> order(Order order) {
            throw command();
        }

        @Override
        public Outcome<OrderRecord> find(Order order, Instant sentAt) {
            throw command();
        }
    }
}
