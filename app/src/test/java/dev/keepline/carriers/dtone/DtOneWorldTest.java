package dev.keepline.carriers.dtone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.settings.Realm;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DT One's keys do not show which system they are for: the address decides. */
class DtOneWorldTest {

    @ParameterizedTest
    @CsvSource({
        "https://dvs-api.dtone.com/v1, LIVE",
        "https://preprod-dvs-api.dtone.com/v1, TEST",
        "http://127.0.0.1:8081/dtone/v1, SANDBOX",
        "https://dvs-api.dtone.com.example/v1, SANDBOX"
    })
    void the_address_says_which_world_it_is(URI url, Realm world) {
        var settings = new DtOneSettings(url, "key", "secret", Duration.ofSeconds(3), Duration.ofSeconds(20), 12);
        assertThat(settings.dealing().realm()).isEqualTo(world);
        assertThat(settings.dealing().because()).doesNotContain("secret");
    }
}
