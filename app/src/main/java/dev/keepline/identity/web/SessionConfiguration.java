package dev.keepline.identity.web;

import dev.keepline.settings.KeeplineProperties;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMapManager;

/** Sessions live in PostgreSQL and survive a restart; they end after a week without use. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = SessionConfiguration.IDLE_SECONDS, cleanupCron = "0 17 * * * *")
class SessionConfiguration {

    static final int IDLE_SECONDS = 7 * 24 * 60 * 60;

    /** Puts the sparing one in the place of Spring's own, before anything uses it. */
    @Bean
    static BeanPostProcessor sparingSessions(ObjectProvider<JdbcClient> jdbc, ObjectProvider<InstantSource> clock) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository sessions
                        ? new SparingSessions<>(sessions, () -> new SessionRows(jdbc.getObject()), clock.getObject())
                        : bean;
            }
        };
    }

    @Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    FlashMapManager noFlash() {
        return new NoFlash();
    }

    @Bean
    CookieSerializer sessionCookie(KeeplineProperties settings) {
        boolean secure = isSecure(settings);
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(secure ? "__Host-keepline" : "keepline");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(secure);
        cookie.setCookieMaxAge((int) Duration.ofDays(30).toSeconds());
        return cookie;
    }

    /** Cookies travel encrypted only, except where the public address is plain HTTP on this very machine. */
    static boolean isSecure(KeeplineProperties settings) {
        var address = settings.publicUrl();
        boolean here = Set.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
        return !(here && "http".equals(address.getScheme()));
    }
}
