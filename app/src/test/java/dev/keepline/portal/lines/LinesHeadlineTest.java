package dev.keepline.portal.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.life.Certainty;
import dev.keepline.portal.life.Clocks;
import dev.keepline.portal.lines.LinesPage.Reminded;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The first sentence is true of every line on the page. */
class LinesHeadlineTest {

    private static final Instant NOW = Instant.parse("2026-11-25T19:27:00Z");
    private static final Words W = new Words(Languages.load().byTag("en").orElseThrow());

    private static final LineCard FINE = card(LineState.FINE, "2027-06-01");
    private static final LineCard GONE = card(LineState.GONE, "2026-08-01");

    @Test
    void all_are_safe_only_when_nothing_is_lost_due_or_under_way() {
        assertThat(headline(FINE)).isEqualTo("All your numbers are safe");
        assertThat(headline(FINE, GONE)).isEqualTo("One number is lost; the others are fine");
        assertThat(headline(FINE, during(Phase.ORDERED))).isEqualTo("One order is not finished yet");
        assertThat(headline(FINE, during(Phase.REFUNDING))).isEqualTo("One order is not finished yet");
        assertThat(headline(during(Phase.IN_REVIEW), during(Phase.ORDERED)))
                .isEqualTo("A person is checking one order");
    }

    @Test
    void an_order_nobody_paid_keeps_nothing_from_being_safe() {
        assertThat(headline(during(Phase.TO_PAY))).isEqualTo("All your numbers are safe");
    }

    @Test
    void a_line_that_somebody_notes_down_is_not_called_safe_in_its_last_days() {
        assertThat(headline(FINE, card(LineState.OWN, "2026-11-28")))
                .isEqualTo("Service ends within 30 days on (212) 555-0142: 3 days left");
        assertThat(headline(FINE, card(LineState.OWN, "2026-12-26"))).isEqualTo("All your numbers are safe");
    }

    @Test
    void what_the_headline_leaves_out_is_said_below_it() {
        assertThat(intro(Reminded.ALL, FINE)).isEmpty();
        assertThat(intro(Reminded.NONE, FINE)).contains("All reminders are off: no e-mail comes before a date passes.");
        assertThat(intro(Reminded.SOME, FINE)).contains("Some reminders are off.");
        assertThat(intro(Reminded.ALL, during(Phase.ORDERED), GONE)).contains("Besides, one number is lost.");
        assertThat(intro(Reminded.ALL, card(LineState.DUE, "2026-11-28"), during(Phase.ORDERED), GONE))
                .hasValueSatisfying(text ->
                        assertThat(text).endsWith("Besides, one order is not finished yet and one number is lost."));
    }

    @Test
    void nobody_is_told_to_renew_what_is_being_renewed() {
        var due = card(LineState.DUE, "2026-11-28");
        assertThat(intro(Reminded.ALL, due)).contains("Renew (212) 555-0142 with AT&T by Friday 27 Nov.");
        assertThat(intro(Reminded.ALL, due.during(underWay(Phase.ORDERED))))
                .contains("Besides, one order is not finished yet.");
    }

    @Test
    void money_that_is_being_credited_renews_nothing_so_the_day_is_said_all_the_same() {
        var due = card(LineState.DUE, "2026-11-28");
        var crediting = new LineCard.UnderWay(new RenewalId(new UUID(0, 1)), Phase.ORDERED, true);
        assertThat(intro(Reminded.ALL, due.during(Optional.of(crediting))))
                .contains("Renew (212) 555-0142 with AT&T by Friday 27 Nov. Besides, one order is not finished yet.");
    }

    private static LineCard during(Phase phase) {
        return FINE.during(underWay(phase));
    }

    private static Optional<LineCard.UnderWay> underWay(Phase phase) {
        return Optional.of(new LineCard.UnderWay(new RenewalId(new UUID(0, 1)), phase, false));
    }

    private static String headline(LineCard... cards) {
        return page(Reminded.ALL, cards).headline().plain();
    }

    private static Optional<String> intro(Reminded reminded, LineCard... cards) {
        return page(reminded, cards).intro().map(text -> text.plain());
    }

    private static LinesPage page(Reminded reminded, LineCard... cards) {
        return LinesPage.with(List.of(cards), List.of(), reminded, W, NOW);
    }

    private static LineCard card(LineState state, String serviceEndsOn) {
        var clocks = new Clocks(
                Optional.of(LocalDate.parse(serviceEndsOn)), Certainty.READ, Optional.empty(), Optional.empty());
        var carrier = new LineCard.Carrier("att-prepaid", "AT&T Prepaid", "AT&T");
        return new LineCard(
                new LineCard.Who(new LineId(new UUID(0, 2)), "(212) 555-0142", "", carrier, Optional.empty()),
                state,
                new LineCard.Dates(clocks, new Source.NoRule(), new Source.NoRule(), Optional.empty(), ZoneOffset.UTC),
                new LineCard.Held(Optional.empty(), List.of()),
                new LineCard.Road.Instructions());
    }
}
