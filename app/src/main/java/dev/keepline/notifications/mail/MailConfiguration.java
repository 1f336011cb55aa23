package dev.keepline.notifications.mail;

import dev.keepline.database.Transactions;
import java.time.InstantSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters are always kept; they leave where the installation names a mail server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
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
    @ConditionalOnProperty("keepline.mail.host")
    MailJob mailJob(LetterRows rows, MailSettings settings, Transactions transactions, InstantSource clock) {
        return new MailJob(rows, new SmtpPost(settings), transactions, clock);
    }
}
