package dev.keepline.simulator;

import dev.keepline.payments.OpenSession;
import dev.keepline.payments.Session;
import dev.keepline.payments.SessionRecord;
import java.time.Instant;
import java.util.Optional;

/** A payment page as the model gateway keeps it: open until it is paid on, closed, or past its time. */
final class Page {

    private final OpenSession asked;
    private final Session session;
    private boolean closed;
    private Optional<Payment> payment = Optional.empty();

    Page(OpenSession asked, Session session) {
        this.asked = asked;
        this.session = session;
    }

    OpenSession asked() {
        return asked;
    }

    boolean open(Instant now) {
        return payment.isEmpty() && !closed && now.isBefore(session.expiresAt());
    }

    boolean paid() {
        return payment.isPresent();
    }

    void close() {
        closed = true;
    }

    void pay(Payment made) {
        payment = Optional.of(made);
    }

    SessionRecord record(Instant now) {
        if (payment.isPresent()) {
            return new SessionRecord.Complete(payment.get().record(now));
        }
        return open(now) ? new SessionRecord.Open() : new SessionRecord.Expired();
    }
}
