package dev.keepline.portal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.OfferingName;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Price;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Dossier;
import dev.keepline.renewal.Interventions.Action;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the page of an order says when it did not go well. */
class RenewalTextsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    @Test
    void above_the_ways_to_give_money_back_stands_that_it_is_owed_and_not_that_nothing_can_be_done() {
        var page = page(Phase.REFUND_FAILED, Set.of(Action.ASK_NOW, Action.REFUND_AGAIN, Action.RETURNED));
        assertThat(page.sheets().getFirst().notes())
                .extracting(note -> note.plain())
                .singleElement()
                .asString()
                .contains("is owed the money")
                .doesNotContain("nothing can be voided");
        assertThat(page.intro().orElseThrow().plain()).contains("owed");
    }

    @Test
    void what_is_over_does_not_go_on_but_is_looked_at_again() {
        assertThat(page(Phase.REFUNDED, Set.of()).intro().orElseThrow().plain())
                .contains("looked at again")
                .doesNotContain("goes on");
    }

    @Test
    void stages_of_one_that_was_taken_back_are_told_apart() {
        var course = page(Phase.REFUNDED, Set.of()).sheets().stream()
                .filter(sheet -> sheet.title().plain().equals("Course"))
                .flatMap(sheet -> sheet.table().stream())
                .flatMap(table -> table.rows().stream())
                .map(row ->
                        row.getFirst().text().plain() + row.getFirst().small().orElse(""))
                .collect(Collectors.toList());
        assertThat(course).hasSize(2).doesNotHaveDuplicates();
    }

    private static DeskPage page(Phase phase, Set<Action> possible) {
        var desk = new DeskTexts(new Words(Languages.load().byTag("en").orElseThrow()), NOW, ZoneOffset.UTC);
        var account = new AccountId(new UUID(1, 1));
        var course = new Dossier.Course(
                Optional.of(NOW.plusSeconds(3_600)), Optional.empty(), Optional.empty(), "stripe", "dtone");
        var names = new Dossier.Names(
                new LineAddress.ByIccid(new Iccid("8901999900000002878")),
                "r-o1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var records = new Dossier.Records(Optional.empty(), Optional.empty(), Optional.empty());
        var known = new RenewalTexts.Known(
                new RenewalTexts.Whose(account, "Wei"),
                view(phase),
                new Dossier(names, records, course, List.of(), List.of()),
                new RenewalTexts.Ordered(new OfferingName("Month", Map.of()), Optional.empty()),
                Optional.empty(),
                Optional.empty());
        return new RenewalTexts(desk)
                .page(known, new RenewalTexts.Doing(possible, List.of(), List.of(), Optional.empty(), Map.of()));
    }

    private static RenewalView view(Phase phase) {
        return new RenewalView(
                new RenewalId(new UUID(5, 5)),
                new RenewalView.Bought(
                        new LineId(new UUID(1, 2)),
                        new QuoteId(new UUID(4, 4)),
                        new Price(Money.usd(1_000), List.of()),
                        new Effect.Credit(Money.usd(1_000)),
                        new RenewalView.Proof(ProofLevel.AGGREGATOR, "dtone"),
                        true),
                new RenewalView.Standing(phase, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Map.of(Phase.REFUNDING, NOW.minusSeconds(60), phase, NOW),
                7);
    }
}
