package dev.keepline.notifications.mail;

import dev.keepline.settings.Check;
import dev.keepline.settings.Finding;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters are always kept; they leave where the installation names a mail server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
@Import(MailBeans.class)
class MailConfiguration {

    @Bean
    LetterRows letterRows(JdbcClient jdbc, MailSettings settings) {
        if (settings.host() == null) {
            LoggerFactory.getLogger(MailConfiguration.class)
                    .warn("keepline.mail.host names no mail server: e-mail waits until it does");
        }
        return new LetterRows(jdbc);
    }

    @Bean
    Check mailServer(MailSettings settings) {
        return new Check("mail", () -> look(settings));
    }

    private static Finding look(MailSettings settings) {
        if (settings.host() == null) {
            return new Finding.Wrong(
                    "no mail server is named: letters wait", "Set keepline.mail.host; docs/settings.md.");
        }
        return new SmtpPost(settings)
                .problem()
                .<Finding>map(problem -> new Finding.Wrong(
                        settings.host() + " does not take our log-in: " + problem,
                        "Check keepline.mail.host, .port, .security, .user and .password."))
                .orElseGet(() -> new Finding.Fine(settings.host() + " takes our log-in"));
    }
}
