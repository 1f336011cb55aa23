package dev.keepline.jobs;

import dev.keepline.database.Transactions;
import java.util.Random;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the jobs of the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobSettings.class)
class JobsConfiguration {

    private final Nudges nudges = new Nudges();

    @Bean
    Jobs jobs(JdbcClient jdbc, Transactions transactions) {
        return new Jobs(jdbc, transactions, nudges);
    }

    @Bean
    Leases leases(JdbcClient jdbc, Transactions transactions, JobSettings settings) {
        return new Leases(jdbc, transactions, settings.lease());
    }

    @Bean
    DueJobs dueJobs(JdbcClient jdbc, Transactions transactions, ObjectProvider<JobHandler> handlers) {
        return new DueJobs(
                jdbc, transactions, handlers.stream().map(JobHandler::kind).toList());
    }

    @Bean
    Quarantine quarantine(JdbcClient jdbc, Transactions transactions) {
        return new Quarantine(jdbc, transactions, nudges);
    }

    /** Only beside the pages: a command at the terminal must not take work up that it would drop when it ends. */
    @Bean
    @ConditionalOnWebApplication
    JobRunners jobRunners(
            ObjectProvider<JobHandler> handlers, Leases leases, Transactions transactions, JobSettings settings) {
        return new JobRunners(handlers.stream()
                .map(handler -> runner(handler, leases, transactions, settings))
                .toList());
    }

    private JobRunner runner(JobHandler handler, Leases leases, Transactions transactions, JobSettings settings) {
        var retry = settings.retry();
        var backoff = new Backoff(retry.first(), retry.longest(), new Random());
        var attempt = new JobAttempt(handler, leases, transactions, new JobAttempt.Policy(retry.attempts(), backoff));
        var runner = new JobRunner(handler.kind(), leases, attempt, settings);
        nudges.listen(handler.kind(), runner::nudge);
        return runner;
    }
}
