package dev.keepline.renewal;

import dev.keepline.carriers.Connector;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.PricingRules;
import dev.keepline.database.Transactions;
import dev.keepline.jobs.Jobs;
import dev.keepline.jobs.Leases;
import dev.keepline.jobs.Quarantine;
import dev.keepline.ledger.Journal;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Lines;
import dev.keepline.payments.Gateway;
import dev.keepline.renewal.engine.Outside;
import dev.keepline.renewal.engine.RenewalRules;
import dev.keepline.renewal.engine.RenewalStep;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.outside.Counterparts;
import dev.keepline.renewal.outside.VendorOutside;
import dev.keepline.renewal.postgres.AnswerRows;
import dev.keepline.renewal.postgres.BilledRows;
import dev.keepline.renewal.postgres.CertificateRows;
import dev.keepline.renewal.postgres.EffectRows;
import dev.keepline.renewal.postgres.PostgresRenewalStore;
import dev.keepline.renewal.postgres.QuoteRows;
import dev.keepline.renewal.postgres.RenewalRows;
import dev.keepline.settings.KeeplineProperties;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine with its real ports: PostgreSQL, and whatever gateways and connectors this installation has. Store and outside
 * are beans of their own, so that tests can stand between them and the engine.
 */
@Configuration(proxyBeanMethods = false)
class RenewalConfiguration {

    @Bean
    Counterparts counterparts(ObjectProvider<Gateway> gateways, ObjectProvider<Connector> connectors) {
        return new Counterparts(
                gateways.orderedStream().toList(), connectors.orderedStream().toList());
    }

    @Bean
    EffectRows renewalEffects(JdbcClient jdbc, Journal journal, Lines lines, Jobs jobs) {
        return new EffectRows(jdbc, journal, lines, jobs);
    }

    @Bean
    PostgresRenewalStore.Work renewalWork(Jobs jobs, Leases leases) {
        return new PostgresRenewalStore.Work(jobs, leases);
    }

    @Bean
    RenewalStore renewalStore(
            PostgresRenewalStore.Rows rows,
            PostgresRenewalStore.Work work,
            Transactions transactions,
            WatchedStore.Told told) {
        return new WatchedStore(new PostgresRenewalStore(rows, work, transactions), told);
    }

    @Bean
    PostgresRenewalStore.Rows renewalRows(JdbcClient jdbc, EffectRows effects, AnswerRows answers) {
        return new PostgresRenewalStore.Rows(new RenewalRows(jdbc), effects, answers);
    }

    @Bean
    WatchedStore.Told told(ObjectProvider<RenewalWatch> watches, Moves moves) {
        return new WatchedStore.Told(watches.orderedStream().toList(), moves);
    }

    @Bean
    Moves moves() {
        return new Moves();
    }

    @Bean
    AnswerRows answerRows(JdbcClient jdbc, Transactions transactions) {
        return new AnswerRows(jdbc, transactions);
    }

    @Bean
    Outside outside(Counterparts counterparts) {
        return new VendorOutside(counterparts);
    }

    @Bean
    RenewalStep renewalStep(RenewalStore store, Outside outside, InstantSource clock) {
        return new RenewalStep(store, outside, new RenewalRules(), clock);
    }

    @Bean
    RenewalJob renewalJob(RenewalStep step, EffectRows effects, InstantSource clock) {
        return new RenewalJob(step, effects, clock);
    }

    @Bean
    Quotes quotes(Lines lines, Quotes.Rules rules, Counterparts counterparts, Quotes.Keeping keeping) {
        return new Quotes(lines, rules, counterparts, keeping);
    }

    @Bean
    CreditAmounts creditAmounts(Counterparts counterparts) {
        return new CreditAmounts(counterparts);
    }

    @Bean
    ClockRules clockRules(Catalogue catalogue, LapseRules lapse) {
        return new ClockRules(catalogue, lapse);
    }

    @Bean
    Quotes.Rules quoteRules(Catalogue catalogue, PricingRules pricing, ClockRules clocks) {
        return new Quotes.Rules(catalogue, pricing, clocks);
    }

    @Bean
    Quotes.Keeping quoteKeeping(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        return new Quotes.Keeping(new QuoteRows(jdbc, transactions), clock);
    }

    @Bean
    Renewals.Ports renewalPorts(
            Counterparts counterparts, KeeplineProperties links, Abandoning abandoning, Jobs jobs, Moves moves) {
        return new Renewals.Ports(counterparts, links, abandoning, jobs, moves);
    }

    @Bean
    Abandoning abandoning(RenewalStore store, RenewalStep step, Leases leases) {
        return new Abandoning(store, step, leases);
    }

    @Bean
    Interventions.Work interventionWork(Leases leases, Jobs jobs, Quarantine quarantine) {
        return new Interventions.Work(leases, jobs, quarantine);
    }

    @Bean
    Interventions.Asking interventionsAsking(Outside outside, AnswerRows answers, InstantSource clock) {
        return new Interventions.Asking(outside, answers, clock);
    }

    @Bean
    Interventions interventions(
            RenewalStore store, RenewalStep step, Interventions.Asking asking, Interventions.Work work) {
        return new Interventions(store, step, asking, work);
    }

    @Bean
    Renewals renewals(RenewalStore store, Quotes quotes, Lines lines, Renewals.Ports ports, InstantSource clock) {
        return new Renewals(store, quotes, lines, ports, clock);
    }

    @Bean
    Certificates.Sources certificateSources(Quotes quotes, Lines lines, Catalogue catalogue) {
        return new Certificates.Sources(quotes, lines, catalogue);
    }

    @Bean
    Certificates certificates(
            Renewals renewals, Certificates.Sources sources, CertificateRows rows, InstantSource clock) {
        return new Certificates(renewals, sources, rows, clock);
    }

    @Bean
    CertificateRows certificateRows(JdbcClient jdbc, Transactions transactions) {
        return new CertificateRows(jdbc, transactions);
    }

    @Bean
    Billed billed(JdbcClient jdbc, Transactions transactions) {
        return new Billed(new BilledRows(jdbc), transactions);
    }
}
