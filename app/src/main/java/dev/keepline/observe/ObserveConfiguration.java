package dev.keepline.observe;

import com.zaxxer.hikari.HikariDataSource;
import dev.keepline.carriers.Connector;
import dev.keepline.guard.Guard;
import dev.keepline.jobs.DueJobs;
import dev.keepline.jobs.Workers;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.ledger.LedgerPass;
import dev.keepline.ledger.RollingVerification;
import dev.keepline.notifications.LetterQueue;
import dev.keepline.payments.InboxBacklog;
import dev.keepline.renewal.RenewalFigures;
import dev.keepline.renewal.RenewalWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what watches. A command at the terminal is not watched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ManagementSettings.class)
class ObserveConfiguration {

    /** A question to somebody else, who need not be asked as often as our own database. */
    private static final Duration FLOAT_EVERY = Duration.ofMinutes(5);

    /** So much of the ledger is walked over in a round. */
    private static final int PAGES = 10;

    @Bean
    @ConditionalOnWebApplication
    PrometheusMeterRegistry registry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Bean
    @ConditionalOnWebApplication
    RenewalWatch reachedStages(PrometheusMeterRegistry registry, ObjectProvider<Connector> connectors) {
        connectors.forEach(
                connector -> RenewalWatch.WEIGHTY.forEach(stage -> reached(registry, stage, connector.id())));
        return (stage, connector) -> reached(registry, stage, connector).increment();
    }

    private static Counter reached(PrometheusMeterRegistry registry, String stage, String connector) {
        return Counter.builder("keepline.renewals.reached")
                .description("Stages that renewals reached in this process")
                .tag("stage", stage)
                .tag("connector", connector)
                .register(registry);
    }

    /** Where the samples come from. */
    record Sources(
            RenewalFigures renewals,
            DueJobs jobs,
            LetterQueue letters,
            InboxBacklog webhooks,
            RollingVerification books) {}

    @Bean
    Sources sampleSources(
            RenewalFigures renewals,
            DueJobs jobs,
            LetterQueue letters,
            InboxBacklog webhooks,
            RollingVerification books) {
        return new Sources(renewals, jobs, letters, webhooks, books);
    }

    @Bean
    @ConditionalOnWebApplication
    Samples samples(Sources from, ObjectProvider<Connector> connectors) {
        var floats = new TreeMap<String, Sample<Money>>();
        connectors.forEach(connector ->
                floats.put(connector.id(), sample("float-" + connector.id(), FLOAT_EVERY, () -> balance(connector))));
        return new Samples(
                sample(
                        "renewals",
                        Duration.ZERO,
                        () -> Optional.of(from.renewals().read())),
                sample(
                        "jobs",
                        Duration.ZERO,
                        () -> Optional.of(new Samples.Work(
                                from.jobs().backlogs(), from.jobs().setAside()))),
                sample(
                        "letters",
                        Duration.ZERO,
                        () -> Optional.of(from.letters().waiting())),
                sample(
                        "webhooks",
                        Duration.ZERO,
                        () -> Optional.of(from.webhooks().waiting())),
                sample("ledger", Duration.ZERO, () -> walk(from.books())),
                floats);
    }

    private static <T> Sample<T> sample(String name, Duration every, Supplier<Optional<T>> source) {
        return new Sample<>(name, every, source, System::nanoTime);
    }

    private static Optional<LedgerPass> walk(RollingVerification books) {
        for (int page = 0; page < PAGES; page++) {
            var whole = books.step();
            if (whole.isPresent()) {
                return whole;
            }
        }
        return Optional.empty();
    }

    private static Optional<Money> balance(Connector connector) {
        return switch (connector.balance()) {
            case Outcome.Done<Money>(var money) -> Optional.of(money);
            case Outcome<Money> other -> throw new IllegalStateException(connector.id() + " does not say: " + other);
        };
    }

    @Bean
    @ConditionalOnWebApplication
    Rounds sampling(Samples samples, PrometheusMeterRegistry registry, ManagementSettings settings) {
        var metrics = new SampledMetrics(new Gauges(registry), samples);
        return new Rounds(
                "sampling",
                () -> {
                    samples.all().forEach(Sample::take);
                    metrics.renew();
                },
                settings.sampleEvery());
    }

    @Bean
    @ConditionalOnWebApplication
    DatabaseProbe databaseProbe(JdbcClient jdbc) {
        return new DatabaseProbe(jdbc, System::nanoTime);
    }

    @Bean
    @ConditionalOnWebApplication
    Rounds probing(DatabaseProbe probe) {
        return new Rounds("probing", probe::ask, DatabaseProbe.EVERY);
    }

    @Bean
    @ConditionalOnWebApplication
    Health health(DatabaseProbe probe, Workers workers) {
        return new Health(probe, workers);
    }

    @Bean
    @ConditionalOnWebApplication
    OwnMetrics ownMetrics(
            PrometheusMeterRegistry registry,
            HikariDataSource pool,
            Health health,
            Workers workers,
            ObjectProvider<Guard> guards) {
        var metrics = new OwnMetrics(registry);
        metrics.process(pool);
        metrics.health(health);
        metrics.workers(workers);
        metrics.vendors(guards.orderedStream().toList());
        return metrics;
    }

    @Bean
    @ConditionalOnWebApplication
    ManagementServer managementServer(
            PrometheusMeterRegistry registry,
            Health health,
            ManagementSettings settings,
            @Value("${server.port:8080}") int port) {
        return new ManagementServer(registry, health, new InetSocketAddress(settings.address(), settings.port(port)));
    }
}
