package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EncryptedTest {

    @RegisterExtension
    static final Portal portal = new Portal(List.of("--keepline.public-url=https://lines.example"));

    @Test
    void an_encrypted_public_address_is_promised_for_a_year_whatever_stands_before_us() {
        var page = portal.visitor().get("/login");
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .contains("max-age=31536000");
    }
}
