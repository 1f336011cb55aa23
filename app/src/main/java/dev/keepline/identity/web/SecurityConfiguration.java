package dev.keepline.identity.web;

import dev.keepline.identity.AnswerHeaders;
import dev.keepline.identity.ContentPolicy;
import dev.keepline.identity.Unsent;
import dev.keepline.identity.UploadLimit;
import dev.keepline.settings.KeeplineProperties;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What is open, what needs somebody signed in, and the headers of every answer. Calls of vendors under {@code /webhooks/}
 * prove themselves by their own signatures, so they are open here and need no CSRF token.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final String HOOKS = "/webhooks/**";

    /** Mail programs end reminders for their reader by it (RFC 8058); its own token says whose. */
    private static final String ONE_CLICK = "/unsubscribe/**";

    private static final long ONE_YEAR = 31_536_000;

    private final Unsent unsent;

    SecurityConfiguration(Unsent unsent) {
        this.unsent = unsent;
    }

    @Bean
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            AccountContext context,
            CsrfTokenRepository csrf,
            UploadLimit uploads,
            KeeplineProperties settings) {
        return http.securityContext(c -> c.securityContextRepository(context))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/assets/**", "/login", "/language", "/verify", "/verify/*", ONE_CLICK, HOOKS)
                        .permitAll()
                        .requestMatchers("/terms", "/privacy")
                        .permitAll()
                        .requestMatchers("/health/live", "/health/ready", "/signup/**", "/recover/**", "/email/**")
                        .permitAll()
                        .requestMatchers("/console", "/console/**")
                        .hasRole(AccountContext.STAFF)
                        .anyRequest()
                        .authenticated())
                .csrf(c -> c.csrfTokenRepository(csrf).ignoringRequestMatchers(ONE_CLICK, HOOKS))
                .addFilterBefore(new UploadGate(uploads, unsent), CsrfFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint(new AskToSignIn(unsent))
                        .accessDeniedHandler(new Refusal(unsent, settings)))
                .logout(l -> l.logoutUrl("/logout").logoutSuccessHandler(new AfterLeaving()))
                .headers(h -> headers(h, settings.isPublicUrlSecure()))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The token stands in a cookie, so that a page for nobody in particular costs no session. */
    @Bean
    static CsrfTokenRepository csrfTokens(KeeplineProperties settings) {
        boolean secure = SessionConfiguration.isSecure(settings);
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(secure ? "__Host-keepline-form" : "keepline-form");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax").path("/"));
        return tokens;
    }

    @Bean
    SessionAuthenticationStrategy freshSession(CsrfTokenRepository csrf) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrf)));
    }

    /** Whether the public address is encrypted decides, not this request: a proxy may have taken the encryption off. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean secure) {
        headers.addHeaderWriter((request, response) -> response.setHeader(
                        "Content-Security-Policy", ContentPolicy.of(request).header()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(AnswerHeaders.PERMISSIONS))
                .httpStrictTransportSecurity(
                        hsts -> hsts.requestMatcher(_ -> secure).maxAgeInSeconds(ONE_YEAR))
                .addHeaderWriter((request, response) -> {
                    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
                    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
                });
    }
}
