package dev.keepline.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe's own SDK signs; what it does not sign, or signed at another time, is refused. */
class StripeSignatureTest {

    private static final String SECRET = "whsec_test";
    private static final String BODY = "{\"id\":\"evt_1\",\"type\":\"charge.refunded\",\"text\":\"…\"}";
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final StripeSignature signature = new StripeSignature(SECRET);

    private static String signed(String secret, Instant at) {
        try {
            return Webhook.Signature.generateSignatureHeader(BODY, secret, at.getEpochSecond());
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private boolean accepted(String header, String body) {
        return signature
                .problem(header, body.getBytes(StandardCharsets.UTF_8), NOW)
                .isEmpty();
    }

    @Test
    void what_stripe_signs_is_accepted() {
        assertThat(accepted(signed(SECRET, NOW), BODY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "300, true", "301, false", "999999999, false"})
    void fault_07_the_window_is_five_minutes_either_way(long seconds, boolean accepted) {
        assertThat(accepted(signed(SECRET, NOW.plus(Duration.ofSeconds(seconds))), BODY))
                .isEqualTo(accepted);
    }

    @Test
    void fault_07_another_body_or_secret_is_refused() {
        assertThat(accepted(signed(SECRET, NOW), BODY + " ")).isFalse();
        assertThat(accepted(signed("whsec_other", NOW), BODY)).isFalse();
    }

    @Test
    void a_secret_being_replaced_signs_beside_the_old_one() {
        var old = signed("whsec_old", NOW);
        var ours = signed(SECRET, NOW).replaceFirst("t=[0-9]+,", "");
        assertThat(accepted(old + "," + ours, BODY)).isTrue();
        assertThat(accepted(old + ",v0=abcd", BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "t=1764057600",
                "v1=abcd",
                "t=,v1=abcd",
                "t=-5,v1=abcd",
                "t=99999999999999999999,v1=abcd",
                "nonsense",
                "t=1764057600,v1=",
                "=,=,="
            })
    void fault_07_a_header_that_is_none_is_refused(String header) {
        assertThat(accepted(header, BODY)).isFalse();
    }
}
