package dev.keepline.portal.web;

import dev.keepline.portal.console.WaitingTexts;
import dev.keepline.renewal.Dossiers;
import dev.keepline.renewal.Interventions;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.Steps;
import dev.keepline.renewal.WaitingRenewal;
import dev.keepline.renewal.WaitingRenewals;
import dev.keepline.support.Cases;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Where the console finds renewals, and what can be done about them. */
@Component
@ConditionalOnWebApplication
class RenewalDesk {

    /** Kinds of cases that wait for nothing but somebody's decision about the renewal. */
    static final Set<String> DECIDED =
            Set.of("CARRIER_RECORD_DIFFERS", "CARRIER_SILENT", "HOLD_ENDING", "FLOAT_EMPTY", "STUCK");

    private final Renewals renewals;
    private final Sources sources;
    private final Cards cards;
    private final ConsoleDesk desk;
    private final Cases cases;

    RenewalDesk(Renewals renewals, Sources sources, Cards cards, ConsoleDesk desk, Cases cases) {
        this.renewals = renewals;
        this.sources = sources;
        this.cards = cards;
        this.desk = desk;
        this.cases = cases;
    }

    /** Reports of the engine, and its levers. */
    @Component
    record Sources(WaitingRenewals waiting, Interventions interventions, Dossiers dossiers, Steps steps) {}

    Renewals all() {
        return renewals;
    }

    WaitingRenewals waiting() {
        return sources.waiting();
    }

    Interventions interventions() {
        return sources.interventions();
    }

    Dossiers dossiers() {
        return sources.dossiers();
    }

    Steps steps() {
        return sources.steps();
    }

    Cases cases() {
        return cases;
    }

    /** The same with whose they are. */
    List<WaitingTexts.Row> rows(List<WaitingRenewal> some) {
        return some.stream()
                .map(one -> new WaitingTexts.Row(
                        one,
                        desk.find(one.subject().account())
                                .map(desk::name)
                                .filter(name -> !name.isEmpty())
                                .orElse("—"),
                        cards.find(one.subject().account(), one.subject().line())
                                .map(Cards.Desk::card)))
                .toList();
    }
}
