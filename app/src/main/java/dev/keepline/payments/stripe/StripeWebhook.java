package dev.keepline.payments.stripe;

import dev.keepline.payments.inbox.PaymentInbox;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Stripe calls. What is acknowledged is stored; what is not Stripe's is counted and leaves no trace besides. */
@RestController
@ConditionalOnWebApplication
class StripeWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(StripeWebhook.class);
    private static final int LONGEST_BODY = 512 * 1024;

    private final ObjectProvider<StripeSignature> signatures;
    private final PaymentInbox inbox;
    private final InstantSource clock;
    private final AtomicLong refused = new AtomicLong();

    StripeWebhook(ObjectProvider<StripeSignature> signatures, PaymentInbox inbox, InstantSource clock) {
        this.signatures = signatures;
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping("/webhooks/stripe")
    ResponseEntity<Void> receive(
            @RequestHeader(name = "Stripe-Signature", defaultValue = "") String header, HttpServletRequest request)
            throws IOException {
        var signature = signatures.getIfAvailable();
        if (signature == null) {
            return ResponseEntity.notFound().build(); // no Stripe in this installation
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return refuse(HttpStatus.CONTENT_TOO_LARGE, "a body too long");
        }
        var problem = signature.problem(header, body, clock.instant());
        if (problem.isPresent()) {
            return refuse(HttpStatus.BAD_REQUEST, problem.get());
        }
        var event = StripeEvents.read(body);
        if (event.isEmpty()) {
            return refuse(HttpStatus.BAD_REQUEST, "no event");
        }
        var receipt = inbox.receive(event.get());
        LOG.debug("{} {}: {}", event.get().type(), event.get().id(), receipt);
        return ResponseEntity.ok().build();
    }

    /** How many calls were refused since the start. */
    long refused() {
        return refused.get();
    }

    /** Said at the first, second, fourth, eighth… time: whoever forges calls must not fill the log too. */
    private ResponseEntity<Void> refuse(HttpStatus status, String why) {
        long times = refused.incrementAndGet();
        if (Long.bitCount(times) == 1) {
            LOG.warn("a call to Stripe's webhook was refused: {} ({} since the start)", why, times);
        }
        return ResponseEntity.status(status).build();
    }
}
