package dev.keepline.payments.inbox;

import dev.keepline.database.Transactions;
import dev.keepline.jobs.Jobs;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the inbox. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    PaymentInbox paymentInbox(JdbcClient jdbc, Transactions transactions, Jobs jobs, InstantSource clock) {
        return new PaymentInbox(jdbc, transactions, jobs, clock);
    }
}
