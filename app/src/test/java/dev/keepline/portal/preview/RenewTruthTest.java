package dev.keepline.portal.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.renew.QuotePage;
import dev.keepline.portal.renew.QuoteTexts;
import dev.keepline.portal.renew.RenewPage;
import dev.keepline.portal.renew.RenewTexts;
import dev.keepline.portal.renew.RenewTexts.Entered;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is offered can be bought, and what is over is not offered. */
class RenewTruthTest {

    @Test
    void a_line_without_what_it_is_ordered_by_is_offered_no_plan_and_told_what_is_missing() {
        var page = page(card(false));

        assertThat(page.choice()).isEmpty();
        assertThat(page.instructions().stream().map(Shown::html).toList().toString())
                .contains("ICCID", "/support/new?line=", "Ask us to add it");
        assertThat(page.noroad().plain()).doesNotContain("nobody but you");
    }

    @Test
    void a_line_that_somebody_typed_is_told_to_be_renewed_at_its_carrier() {
        var page = page(card(true));

        assertThat(page.choice()).isEmpty();
        assertThat(page.instructions().toString()).contains("You entered this line yourself");
    }

    @Test
    void no_tier_is_named_that_cannot_be_entered() {
        var credit = List.of(SampleRenewals.credit(false));
        var page = new RenewTexts(words(), SampleLines.NOW)
                .page(SampleLines.due(), credit, Optional.empty(), Entered.NOTHING);
        var tiers = page.choice()
                .orElseThrow()
                .options()
                .getFirst()
                .price()
                .byAmount()
                .orElseThrow()
                .tiers();

        assertThat(tiers.stream().map(Shown::plain)).anyMatch(tier -> tier.contains("$100"));
        assertThat(tiers.toString()).contains("$10.00").doesNotContain("or more");
    }

    @Test
    void a_quote_that_is_over_says_so_first_and_tells_no_dates() {
        var over = QuotePage.Problem.over(Shown.text("This order is done."), "/renewals/x", true);
        var buyer = new QuoteTexts.Buyer("Lin Wei", new PlaceOfUse("NY", "10001"));
        var page = new QuoteTexts(words(), SampleLines.NOW, SampleLines.ZONE)
                .page(SampleRenewals.quote(), SampleRenewals.about(), buyer, Optional.of(over));

        assertThat(page.promise().clocks()).isEmpty();
        assertThat(page.open()).isFalse();
    }

    @Test
    void what_the_catalogue_does_not_know_of_an_offering_is_not_claimed() {
        var buyer = new QuoteTexts.Buyer("Lin Wei", new PlaceOfUse("NY", "10001"));
        var page = new QuoteTexts(words(), SampleLines.NOW, SampleLines.ZONE)
                .page(SampleRenewals.quote(), SampleRenewals.about(), buyer, Optional.empty());

        assertThat(page.head().includes().orElseThrow().plain()).contains("roaming) is not stated here");
    }

    private static RenewPage page(LineCard card) {
        return new RenewTexts(words(), SampleLines.NOW)
                .page(card, SampleRenewals.offers(), Optional.empty(), Entered.NOTHING);
    }

    private static LineCard card(boolean tracked) {
        var due = SampleLines.due();
        var who = due.who();
        return new LineCard(
                new LineCard.Who(who.id(), who.number(), who.label(), who.carrier(), who.plan(), tracked),
                due.state(),
                due.dates(),
                due.held(),
                new LineCard.Road.Instructions());
    }

    private static Words words() {
        return new Words(Languages.load().byTag("en").orElseThrow());
    }
}
