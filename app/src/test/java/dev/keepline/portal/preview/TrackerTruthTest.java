package dev.keepline.portal.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.OfferingName;
import dev.keepline.portal.renewals.Tracked;
import dev.keepline.portal.renewals.TrackerPage;
import dev.keepline.portal.renewals.TrackerTexts;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the page of a renewal says of money, dates and times is so. */
class TrackerTruthTest {

    private static final Instant NOW = SampleLines.NOW;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void it_names_what_was_ordered_and_not_the_plan_the_line_is_on() {
        var page = page(sent(Phase.ORDERED, 1));

        assertThat(page.head().ordered().orElseThrow().plain()).isEqualTo("Pay As You Go 1 GB · $133.28");
    }

    @Test
    void an_order_that_was_sent_twice_is_not_said_to_be_sent_once() {
        assertThat(step(page(sent(Phase.RENEWED, 2)), 1))
                .contains("Tried 2 times", "each try but the last was proven not done", "88213406")
                .doesNotContain("once:");
        assertThat(step(page(sent(Phase.RENEWED, 1)), 1)).contains("sent once", "88213406");
    }

    @Test
    void the_time_of_the_order_is_when_it_was_sent_last_in_the_readers_zone() {
        var at = page(sent(Phase.RENEWED, 2)).steps().get(1).at().orElseThrow().plain();

        assertThat(at)
                .isEqualTo(words().moment(NOW.minusSeconds(60), NOW, SHANGHAI).plain());
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"RENEWED", "REFUNDED", "REFUND_FAILED", "RETURNED"})
    void what_was_charged_is_not_said_to_be_held(Phase phase) {
        assertThat(step(page(SampleRenewals.tracked(phase)), 0)).contains("was held, and charged later");
    }

    @Test
    void a_refund_is_on_its_way_while_it_can_come_back_and_the_bank_has_it_after() {
        var refunded = SampleRenewals.tracked(Phase.REFUNDED);

        assertThat(page(refunded).head().headline().plain()).contains("on its way to your bank");
        var later = texts(NOW.plus(Duration.ofDays(31))).page(refunded);
        assertThat(later.head().headline().plain()).contains("your bank has the money");
        assertThat(later.meaning().money().plain()).contains("your bank has it");
    }

    @Test
    void a_return_outside_the_gateway_is_told_with_its_reference() {
        var page = page(SampleRenewals.tracked(Phase.RETURNED));

        assertThat(page.meaning().money().plain()).contains("wire 4711");
        assertThat(page.over()).isTrue();
    }

    @Test
    void while_it_is_being_charged_the_dates_are_those_of_the_proof() {
        var page = page(SampleRenewals.tracked(Phase.CONFIRMED));

        assertThat(page.meaning().line().plain()).contains("Service until 28 Nov 2027");
    }

    @Test
    void a_charge_that_takes_minutes_is_said_to_take_long() {
        var confirmed = SampleRenewals.tracked(Phase.CONFIRMED);

        assertThat(texts(NOW.plus(Duration.ofMinutes(8)))
                        .page(confirmed)
                        .head()
                        .intro()
                        .plain())
                .contains("longer than usual")
                .doesNotContain("few seconds");
    }

    @Test
    void before_anything_is_paid_nothing_is_said_to_be_asked_for() {
        assertThat(caption(Phase.TO_PAY)).startsWith("Once paid and confirmed");
        assertThat(caption(Phase.ORDERED)).startsWith("Asked for, not yet confirmed");
    }

    @Test
    void a_number_that_is_lost_before_the_wait_ends_comes_first() {
        var waiting = SampleRenewals.tracked(Phase.IN_REVIEW);
        var near = new Tracked(waiting.renewal(), waiting.quote(), SampleLines.near());
        var page = page(near);

        assertThat(page.head().intro().plain()).contains("kept only until", "write to us");
        assertThat(page.meaning().you().plain()).contains("Write to us now");
        assertThat(page.meaning().line().plain()).doesNotContain("takes nothing away");
        assertThat(page(waiting).head().intro().plain()).doesNotContain("kept only until");
    }

    @Test
    void a_time_that_has_passed_is_not_promised_any_more() {
        var ordered = SampleRenewals.tracked(Phase.ORDERED);

        assertThat(texts(NOW.plus(Duration.ofHours(1))).page(ordered).steps().toString())
                .contains("That has taken too long")
                .doesNotContain("Not there by");
    }

    @Test
    void what_ended_without_money_says_whether_any_was_held() {
        assertThat(page(SampleRenewals.tracked(Phase.NOT_CHARGED))
                        .meaning()
                        .money()
                        .plain())
                .contains("that was held is released")
                .doesNotContain("If there was a hold");
    }

    @Test
    void an_order_that_is_proven_not_placed_is_nowhere_said_to_be_ordered() {
        var page = page(SampleRenewals.tracked(Phase.NOT_PLACED));

        assertThat(page.head().headline().plain()).isEqualTo("Not ordered yet: we try again");
        assertThat(page.steps().get(1).title().plain()).startsWith("Order from ");
        assertThat(step(page, 1))
                .contains("proven not placed", "We send it again")
                .doesNotContain("never send the order again");
        assertThat(caption(Phase.NOT_PLACED)).startsWith("Once paid and confirmed");
    }

    @Test
    void a_barred_line_is_to_be_asked_about_and_not_chosen_again_for() {
        var page = page(SampleRenewals.tracked(Phase.NOT_CHARGED));

        assertThat(page.meaning().you().plain()).startsWith("Ask ");
        assertThat(page.links().again()).isEmpty();
        assertThat(page.links().line()).isPresent();
    }

    @Test
    void what_is_over_tells_the_dates_as_of_now_and_not_as_unchanged() {
        assertThat(page(SampleRenewals.tracked(Phase.NOT_CHARGED))
                        .meaning()
                        .line()
                        .plain())
                .startsWith("This order changed nothing. The dates now: ");
    }

    private static String caption(Phase phase) {
        return page(SampleRenewals.tracked(phase))
                .picture()
                .orElseThrow()
                .caption()
                .plain();
    }

    private static Tracked sent(Phase phase, int sends) {
        var some = SampleRenewals.tracked(phase);
        var order = new Dossier.Sent("PlaceOrder", "r-o1", sends, NOW.minusSeconds(300), NOW.minusSeconds(60));
        return new Tracked(
                some.renewal(),
                some.quote(),
                some.card(),
                Optional.of(new OfferingName("Pay As You Go 1 GB", Map.of())),
                Optional.of(order));
    }

    private static String step(TrackerPage page, int n) {
        return List.copyOf(page.steps()).get(n).texts().toString();
    }

    private static TrackerPage page(Tracked tracked) {
        return texts(NOW).page(tracked);
    }

    private static TrackerTexts texts(Instant now) {
        return new TrackerTexts(words(), now, SHANGHAI);
    }

    private static Words words() {
        return new Words(Languages.load().byTag("en").orElseThrow());
    }
}
