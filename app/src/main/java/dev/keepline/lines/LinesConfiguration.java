package dev.keepline.lines;

import dev.keepline.carriers.Connector;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRules;
import dev.keepline.database.Transactions;
import dev.keepline.lines.store.LookupRows;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what needs the catalogue or the connectors of this installation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LineSettings.class)
class LinesConfiguration {

    @Bean
    ElsewhereRules elsewhereRules(Catalogue catalogue, LapseRules lapse) {
        return new ElsewhereRules(catalogue, lapse);
    }

    @Bean
    CarrierDetection.Budget lookupBudget(LookupRows rows, Transactions transactions, LineSettings settings) {
        return new CarrierDetection.Budget(rows, transactions, settings);
    }

    @Bean
    CarrierDetection carrierDetection(
            ObjectProvider<Connector> connectors,
            Catalogue catalogue,
            CarrierDetection.Budget budget,
            InstantSource clock) {
        return new CarrierDetection(connectors.orderedStream().toList(), catalogue, budget, clock);
    }
}
