package dev.keepline.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.settings.KeeplineProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/** Cookies travel encrypted only, but for plain HTTP on this very machine. */
class CookiesTest {

    @ParameterizedTest
    @CsvSource({
        "https://lines.example, true",
        "https://localhost:8443, true",
        "http://lines.example, true",
        "http://localhost:8080, false",
        "http://127.0.0.1:8080, false"
    })
    void session_and_form_cookie(String publicUrl, boolean secure) {
        var source = new MapConfigurationPropertySource(java.util.Map.of("keepline.public-url", publicUrl));
        var settings = new Binder(source).bindOrCreate("keepline", KeeplineProperties.class);
        var session = new MockHttpServletResponse();
        new SessionConfiguration()
                .sessionCookie(settings)
                .writeCookieValue(new CookieValue(new MockHttpServletRequest(), session, "id"));
        check(session, secure, "__Host-keepline=");
        assertThat(session.getHeader("Set-Cookie")).contains("SameSite=Lax");

        var form = new MockHttpServletResponse();
        var tokens = SecurityConfiguration.csrfTokens(settings);
        var request = new MockHttpServletRequest();
        tokens.saveToken(tokens.generateToken(request), request, form);
        check(form, secure, "__Host-keepline-form=");
        assertThat(form.getCookies()[0].getAttribute("SameSite")).isEqualTo("Lax");
    }

    private static void check(MockHttpServletResponse response, boolean secure, String secureName) {
        var header = String.valueOf(response.getHeader("Set-Cookie"));
        assertThat(header).contains("HttpOnly", "Path=/").doesNotContain("Domain");
        assertThat(header.contains("Secure")).isEqualTo(secure);
        assertThat(header.startsWith(secureName)).isEqualTo(secure);
    }
}
