package dev.keepline.portal.bills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Movement;
import dev.keepline.ledger.Movement.Kind;
import dev.keepline.ledger.Statements.Month;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BillTextsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final RenewalId RENEWAL = new RenewalId(new UUID(7, 7));

    private Optional<Bill.Subject> subject = Optional.empty();

    private static final Words W = new Words(Languages.load().byTag("en").orElseThrow());

    @Test
    void a_refund_is_one_row_that_says_when_it_was_begun() {
        var rows = page(Optional.empty(), Kind.REFUNDED, Kind.REFUNDING, Kind.CHARGED, Kind.HELD)
                .rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().amount().plain()).isEqualTo("+$9.80");
        assertThat(rows.getFirst().before().map(Shown::plain).orElseThrow()).startsWith("Refund started");
        assertThat(page(Optional.of(Chosen.Group.BACK), Kind.REFUNDED, Kind.REFUNDING)
                        .rows())
                .hasSize(1);
    }

    @Test
    void a_refund_that_is_still_on_its_way_is_a_row_of_its_own() {
        assertThat(page(Optional.empty(), Kind.REFUNDING, Kind.CHARGED).rows()).hasSize(2);
    }

    @Test
    void the_highest_month_is_named_by_what_was_spent_as_the_headline_is_and_what_came_back_stands_above_it() {
        var month = new Month(YearMonth.of(2026, 11), Money.usd(2287), Money.usd(980));
        var bar = new SpendChart(W, Optional.empty(), LocalDate.of(2026, 11, 28))
                .chart(List.of(month))
                .bars()
                .getLast();
        assertThat(bar.value()).hasValue("$13.07");
        assertThat(bar.spent()).isGreaterThan(bar.refunded());
        assertThat(bar.spent() + bar.refunded()).isLessThanOrEqualTo(118);
    }

    @Test
    void a_card_is_never_torn_and_the_dot_before_it_begins_no_line() {
        var line = new Bill.LineName(new LineId(new UUID(1, 2)), "(646) 555-0163", "Dad");
        subject = Optional.of(new Bill.Subject(line, Optional.empty(), Optional.of("Visa •••• 4242"), false));

        var about = page(Optional.empty(), Kind.CHARGED).rows().getFirst().about();
        assertThat(about.plain()).isEqualTo("(646) 555-0163 · Visa •••• 4242");
        assertThat(about.html()).endsWith("&nbsp;· <span class=\"nb\">Visa •••• 4242</span>");
    }

    private BillsPage page(Optional<Chosen.Group> group, Kind... kinds) {
        var zero = Money.usd(0);
        var entries = java.util.stream.Stream.of(kinds)
                .map(kind -> new Bill.Entry(
                        new Movement(UUID.randomUUID(), kind, Optional.of(RENEWAL), Money.usd(980), NOW), subject))
                .toList();
        var bill = new Bill(
                new Chosen(Optional.empty(), group, Optional.empty(), Optional.empty()),
                new Bill.Standing(zero, zero, zero, zero),
                List.of(),
                entries,
                Map.of(),
                new Bill.Choices(List.of(), List.of(2026)),
                false);
        return new BillTexts(W, NOW, ZONE).page(bill);
    }
}
