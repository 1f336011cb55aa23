package dev.keepline.portal.web;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRules;
import dev.keepline.imports.BroughtLine;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Lines;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Until when imported lines are in service since somebody has claimed them. */
@Component
class ClaimedDates {

    private final Lines lines;
    private final ClockRules clocks;
    private final InstantSource clock;

    ClaimedDates(Lines lines, Catalogue catalogue, LapseRules lapse, InstantSource clock) {
        this.lines = lines;
        this.clocks = new ClockRules(catalogue, lapse);
        this.clock = clock;
    }

    /** The first day without service; empty where it is not known, or nobody has claimed the line. */
    Optional<LocalDate> endsOn(BroughtLine brought) {
        return brought.claimedBy()
                .flatMap(account -> lines.find(account, brought.id()))
                .flatMap(line -> clocks.clocks(line, clock.instant())
                        .clocks()
                        .serviceEndsOn()
                        .earliest());
    }
}
