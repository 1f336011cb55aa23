package dev.keepline.support;

import dev.keepline.carriers.Connector;
import dev.keepline.database.StartupProblem;
import dev.keepline.database.Transactions;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.Standings;
import dev.keepline.payments.Gateway;
import dev.keepline.renewal.RenewalsUnderWay;
import dev.keepline.renewal.WaitingRenewals;
import dev.keepline.settings.Check;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires reconciliation over whatever gateways and connectors there are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SupportSettings.class)
class SupportConfiguration {

    @Bean
    Reconciliation.Counterparts counterpartsToCompare(
            ObjectProvider<Gateway> gateways, ObjectProvider<Connector> connectors) {
        return new Reconciliation.Counterparts(
                gateways.orderedStream().toList(), connectors.orderedStream().toList());
    }

    @Bean
    Reconciliation.Reasons reasonsForDifferences(
            Cases cases, RenewalsUnderWay renewals, WaitingRenewals looks, Restorations restorations) {
        return new Reconciliation.Reasons(cases, renewals, looks, restorations);
    }

    @Bean
    FloatBooks floatBooks(
            ObjectProvider<Connector> connectors,
            Journal journal,
            StaffActions actions,
            Transactions transactions,
            InstantSource clock) {
        return new FloatBooks(
                connectors.orderedStream().toList(), journal, new FloatBooks.Book(actions, transactions), clock);
    }

    @Bean
    LedgerCommand ledgerCommand(Reconciliation reconciliation, FloatBooks floats) {
        return new LedgerCommand(reconciliation, floats, System.out);
    }

    @Bean
    RestoredCommand restoredCommand(
            Reconciliation reconciliation, Restorations restorations, Cases cases, InstantSource clock) {
        return new RestoredCommand(reconciliation, restorations, cases, clock, System.out);
    }

    @Bean
    Check restore(Restorations restorations) {
        return new Check(
                "restore",
                () -> restorations
                        .next()
                        .<dev.keepline.settings.Finding>map(restored -> new dev.keepline.settings.Finding.Wrong(
                                "restored to " + restored.lastCommitAt() + ", and nobody was asked what came after",
                                "./keepline restored asks; until then the application does not start."))
                        .orElseGet(() -> new dev.keepline.settings.Finding.Fine("none is open")));
    }

    /** Before any page is served or any job taken up: what was forgotten must not be done a second time. */
    @Bean
    @ConditionalOnWebApplication
    SmartInitializingSingleton noRestoreUnsettled(Restorations restorations) {
        return () -> restorations.next().ifPresent(restored -> {
            throw new StartupProblem(
                    "this database was restored, and what happened after " + restored.lastCommitAt()
                            + " is not in its books",
                    "Run ./keepline restored: it asks gateways and carriers. docs/runbooks/restore.md says the rest.");
        });
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
