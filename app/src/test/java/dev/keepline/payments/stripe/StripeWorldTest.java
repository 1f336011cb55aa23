package dev.keepline.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.settings.Realm;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which world a key and an address are, and that a live key goes to nobody but Stripe. */
class StripeWorldTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.stripe.com, sk_live_x, LIVE",
        "https://api.stripe.com, rk_live_x, LIVE",
        "https://api.stripe.com, sk_test_x, TEST",
        "https://api.stripe.com, rk_test_x, TEST",
        "http://127.0.0.1:8081/stripe, sk_test_x, SANDBOX"
    })
    void key_and_address_say_which_world_it_is(URI url, String key, Realm world) {
        assertThat(settings(url, key).dealing().realm()).isEqualTo(world);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8081/stripe, sk_live_x, is a live key",
        "https://api.stripe.com.example, rk_live_x, is a live key",
        "https://api.stripe.com, pk_live_x, is no secret key",
        "https://api.stripe.com, whsec_x, is no secret key"
    })
    void what_does_not_fit_is_refused_without_showing_the_key(URI url, String key, String said) {
        assertThatThrownBy(() -> settings(url, key).dealing())
                .hasMessageContaining(said)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(key));
    }

    private static StripeSettings settings(URI url, String key) {
        return new StripeSettings(url, key, "whsec_y", Duration.ofSeconds(3), Duration.ofSeconds(10), 32);
    }
}
