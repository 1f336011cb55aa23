package dev.keepline.portal.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Price;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter names no date that the carrier has taken back. */
class DateRulesTest {

    private static final UUID ID = new UUID(0, 7);
    private static final Instant ORDERED = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-11-25T11:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T09:59:00Z, false", // before the order: what it brought is not in it
        "2026-11-25T10:00:00Z, true",
        "2026-11-25T10:59:59Z, true",
        "2026-11-25T11:00:00Z, false", // after the carrier had taken it back
    })
    void a_record_that_was_read_while_the_carrier_had_the_order_is_overtaken(Instant readAt, boolean overtaken) {
        var ended = Map.of(Phase.ORDERED, ORDERED, Phase.RELEASING, ENDED);
        assertThat(DateRules.overtaken(line(readAt), view(Phase.RELEASING, ended)))
                .isEqualTo(overtaken);
        assertThat(DateRules.overtaken(line(readAt), view(Phase.RENEWED, Map.of(Phase.ORDERED, ORDERED))))
                .as("one that stands")
                .isFalse();
    }

    private static Line line(Instant readAt) {
        var recorded = new Line.Recorded(Instant.parse("2027-01-25T00:00:00Z"), readAt);
        return new Line(
                new AccountId(ID),
                new LineId(ID),
                new Line.Identity("sandbox-mobile", "Travel", Optional.empty(), Optional.empty(), Management.MANAGED),
                new Line.Home(new PlaceOfUse("NY", "10001"), ZoneOffset.UTC),
                Optional.empty(),
                new Line.Dates(Optional.empty(), Optional.of(recorded), Optional.empty(), Optional.empty()),
                1);
    }

    private static RenewalView view(Phase phase, Map<Phase, Instant> reached) {
        var bought = new RenewalView.Bought(
                new LineId(ID),
                new QuoteId(ID),
                new Price(Money.usd(1_500), List.of()),
                new Effect.Credit(Money.usd(1_500)),
                new RenewalView.Proof(ProofLevel.READ_BACK, "dtone"),
                true);
        var standing =
                new RenewalView.Standing(phase, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new RenewalView(new RenewalId(ID), bought, standing, reached, 1);
    }
}
