package dev.keepline.portal.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingName;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.lines.LineCard.Road;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is to be paid soon is summed up as far as it is known, and what is not known is said to be so. */
class LinesOutlookTest {

    private static final Instant NOW = Instant.parse("2026-11-25T19:27:00Z");
    private static final Words W = new Words(Languages.load().byTag("en").orElseThrow());
    private static final OfferingName MONTH = new OfferingName("Month", Map.of());

    private static final LineCard PRICED = card(road(Optional.of(Money.usd(1_307)), false));
    private static final LineCard CHOSEN = card(road(Optional.empty(), true));
    private static final LineCard UNTAXED = card(road(Optional.empty(), false));

    @Test
    void an_amount_that_somebody_chooses_is_said_to_be_theirs_and_a_place_without_taxes_to_have_none() {
        assertThat(amounts(PRICED, CHOSEN, UNTAXED))
                .containsExactlyInAnyOrder("$13.07", "as much as you choose", "no tax rate known");
    }

    @Test
    void the_total_says_how_many_amounts_it_leaves_out() {
        assertThat(all(PRICED)).contains("$13.07");
        assertThat(all(PRICED, CHOSEN)).contains("$13.07 and one amount still open");
        assertThat(all(CHOSEN, UNTAXED)).contains("2 amounts still open");
        assertThat(all()).isEmpty();
    }

    /** Credit does not renew a plan: whoever paid for it would believe the line renewed. */
    @Test
    void what_only_its_holder_can_renew_is_listed_and_not_counted() {
        var credit = new Road.Forecast(MONTH, Optional.of(Money.usd(1_307)), false, true);
        var creditOnly = card(new Road.Renewable(Optional.of(Money.usd(1_307)), MONTH, false, true, credit));
        for (var card : List.of(creditOnly, card(new Road.Instructions()), card(new Road.Closed()))) {
            assertThat(amounts(card)).containsExactly("paid elsewhere");
            assertThat(outlook(card).due().getFirst().until().plain()).isEqualTo("4 Dec, not counted here");
            assertThat(all(card)).isEmpty();
        }
        var sentence = LinesPage.of(List.of(creditOnly), List.of(), W, NOW)
                .lines()
                .getFirst()
                .sentence();
        assertThat(sentence.plain()).isEqualTo("Nothing to do for now: service runs for another 10 days.");
    }

    private static List<String> amounts(LineCard... cards) {
        return outlook(cards).due().stream().map(due -> due.amount().plain()).toList();
    }

    private static Optional<String> all(LineCard... cards) {
        return outlook(cards).all().map(text -> text.plain());
    }

    private static LinesPage.Outlook outlook(LineCard... cards) {
        return LinesPage.of(List.of(cards), List.of(), W, NOW).outlook();
    }

    private static Road road(Optional<Money> total, boolean chosen) {
        return new Road.Renewable(total, MONTH, false, false, new Road.Forecast(MONTH, total, true, chosen));
    }

    private static LineCard card(Road road) {
        var clocks = new Clocks(
                Optional.of(LocalDate.parse("2026-12-05")), Certainty.READ, Optional.empty(), Optional.empty());
        var carrier = new LineCard.Carrier("att-prepaid", "AT&T Prepaid", "AT&T");
        return new LineCard(
                new LineCard.Who(new LineId(new UUID(0, 2)), "(212) 555-0142", "", carrier, Optional.empty()),
                LineState.FINE,
                new LineCard.Dates(clocks, new Source.NoRule(), new Source.NoRule(), Optional.empty(), ZoneOffset.UTC),
                new LineCard.Held(Optional.empty(), List.of()),
                road);
    }
}
