package dev.keepline.support;

import dev.keepline.carriers.Connector;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.Standings;
import dev.keepline.payments.Gateway;
import dev.keepline.renewal.RenewalsUnderWay;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires reconciliation over whatever gateways and connectors there are. */
@Configuration(proxyBeanMethods = false)
class SupportConfiguration {

    @Bean
    Reconciliation.Counterparts counterpartsToCompare(
            ObjectProvider<Gateway> gateways, ObjectProvider<Connector> connectors) {
        return new Reconciliation.Counterparts(
                gateways.orderedStream().toList(), connectors.orderedStream().toList());
    }

    @Bean
    Reconciliation.Reasons reasonsForDifferences(Cases cases, RenewalsUnderWay renewals) {
        return new Reconciliation.Reasons(cases, renewals);
    }

    @Bean
    LedgerCommand ledgerCommand(Reconciliation reconciliation, Journal journal, InstantSource clock) {
        return new LedgerCommand(reconciliation, journal, clock, System.out);
    }

    /** A command at the terminal changes no books by itself. */
    @Bean
    @ConditionalOnWebApplication
    ApplicationListener<ApplicationReadyEvent> openingFloats(
            ObjectProvider<Connector> connectors, Standings standings, Journal journal, InstantSource clock) {
        var opening = new OpeningFloat(standings, journal, clock);
        return ready -> connectors.orderedStream().forEach(opening::book);
    }
}
