package dev.keepline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Strangers who guess are stopped, and the owner is not: seen from behind a proxy that says where everybody is. */
class LockoutTest {

    @RegisterExtension
    static final Portal portal = new Portal(List.of("--keepline.proxies=127.0.0.1,::1"));

    private static final String HERE = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.9";
    private static final String NEW_PASSWORD = "thirteen calm otters";

    @BeforeEach
    void forgetTries() {
        portal.postgres().owner().sql("delete from sign_in_tries").update();
    }

    @Test
    void somebody_elsewhere_locks_nobody_out() {
        portal.account("lock@example.com");
        var thief = portal.visitor().at(ELSEWHERE);
        for (int n = 0; n < 5; n++) {
            thief.signIn("lock@example.com", "guess " + n);
        }
        assertThat(thief.signIn("lock@example.com", Portal.PASSWORD).statusCode())
                .isEqualTo(429);
        var owner = portal.visitor().at(HERE);
        assertThat(owner.signIn("lock@example.com", Portal.PASSWORD).statusCode())
                .isEqualTo(303);
        var changed = owner.submit(
                "/settings", "/settings/password", Map.of("present", Portal.PASSWORD, "password", NEW_PASSWORD));
        assertThat(changed.headers().firstValue("Location")).hasValue("/settings?done=password");
    }

    @Test
    void guesses_from_everywhere_slow_strangers_down_and_not_a_browser_that_signed_in_before() {
        portal.account("wide@example.com");
        var owner = portal.visitor().at(HERE);
        owner.signIn("wide@example.com", Portal.PASSWORD);
        owner.submit("/settings", "/logout", Map.of());
        for (int n = 0; n < 20; n++) {
            portal.visitor().at("203.0.113." + n).signIn("wide@example.com", "guess");
        }
        var stranger = portal.visitor().at("203.0.113.99").signIn("wide@example.com", "guess");
        assertThat(stranger.statusCode()).isEqualTo(429);
        assertThat(stranger.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(owner.signIn("wide@example.com", Portal.PASSWORD).statusCode())
                .isEqualTo(303);
        assertThat(owner.cookie("keepline-browser")).hasSize(32);
    }

    @Test
    void a_known_browser_has_its_own_limit_and_a_made_up_one_is_not_known() {
        portal.account("known@example.com");
        var owner = portal.visitor().at(HERE);
        owner.signIn("known@example.com", Portal.PASSWORD);
        for (int n = 0; n < 5; n++) {
            owner.signIn("known@example.com", "guess " + n);
        }
        assertThat(owner.signIn("known@example.com", Portal.PASSWORD).statusCode())
                .isEqualTo(429);
        assertThat(portal.visitor()
                        .at(HERE)
                        .signIn("known@example.com", Portal.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void who_signs_in_well_uses_up_nobodys_tries() {
        portal.account("many@example.com");
        for (int n = 0; n < 35; n++) {
            assertThat(portal.visitor()
                            .at(HERE)
                            .signIn("many@example.com", Portal.PASSWORD)
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void letters_that_strangers_ask_for_keep_nobody_from_asking() {
        portal.account("post@example.com");
        var ask = Map.of("email", "post@example.com");
        var stranger = portal.visitor().at(ELSEWHERE);
        for (int n = 0; n < 3; n++) {
            stranger.submit("/recover", "/recover", ask);
        }
        assertThat(stranger.submit("/recover", "/recover", ask).statusCode()).isEqualTo(429);
        assertThat(portal.visitor().at(HERE).submit("/recover", "/recover", ask).statusCode())
                .isEqualTo(200);
    }

    @Test
    void plain_http_promises_no_encryption() {
        var page = portal.visitor().get("/login", "X-Forwarded-Proto", "https");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
}
