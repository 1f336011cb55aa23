package dev.keepline.observe;

import java.util.function.BooleanSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever spreads requests: yes or no, and nothing else. Details are for staff and for the management port. */
@RestController
@ConditionalOnWebApplication
class HealthController {

    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    @GetMapping("/health/live")
    ResponseEntity<String> live() {
        return answer(health::alive, "alive");
    }

    @GetMapping("/health/ready")
    ResponseEntity<String> ready() {
        return answer(health::ready, "ready");
    }

    private static ResponseEntity<String> answer(BooleanSupplier well, String word) {
        boolean yes = well.getAsBoolean();
        return ResponseEntity.status(yes ? 200 : 503)
                .contentType(MediaType.TEXT_PLAIN)
                .body((yes ? word : "not " + word) + "\n");
    }
}
