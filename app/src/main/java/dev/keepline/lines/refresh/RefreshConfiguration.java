package dev.keepline.lines.refresh;

import dev.keepline.carriers.Connector;
import dev.keepline.catalog.Catalogue;
import dev.keepline.database.Transactions;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.Leases;
import dev.keepline.lines.ReadingRules;
import dev.keepline.lines.store.LineRows;
import dev.keepline.lines.store.RefreshRows;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the reading of lines over whatever connectors this installation has. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RefreshSettings.class)
class RefreshConfiguration {

    @Bean
    ReadingRules readingRules(Catalogue catalogue) {
        return new ReadingRules(catalogue);
    }

    @Bean
    Readers lineReaders(ObjectProvider<Connector> connectors, ReadingRules rules, RefreshSettings settings) {
        return new Readers(connectors.orderedStream().toList(), rules, settings.atOnce());
    }

    @Bean
    RefreshJob.Books refreshBooks(LineRows lines, RefreshRows refreshes) {
        return new RefreshJob.Books(lines, refreshes);
    }

    @Bean
    RefreshJob refreshJob(
            Readers readers, RefreshJob.Books books, Leases leases, Transactions transactions, InstantSource clock) {
        return new RefreshJob(readers, books, leases, transactions, clock);
    }

    @Bean
    RefreshPlan.Sources refreshSources(Readers readers, ReadingRules rules, RefreshSettings settings) {
        return new RefreshPlan.Sources(readers, rules, settings);
    }

    @Bean
    RefreshPlan refreshPlan(
            RefreshRows rows, RefreshPlan.Sources sources, Jobs jobs, Transactions transactions, InstantSource clock) {
        return new RefreshPlan(rows, sources, jobs, transactions, clock);
    }

    @Bean
    @ConditionalOnWebApplication
    ApplicationListener<ApplicationReadyEvent> refreshBegins(RefreshPlan plan) {
        return ready -> plan.begin();
    }
}
