package dev.keepline.portal.console;

import dev.keepline.kernel.AccountId;
import dev.keepline.portal.console.ConsolePage.About;
import dev.keepline.portal.console.ConsolePage.Entry;
import dev.keepline.portal.console.ConsolePage.Owner;
import dev.keepline.portal.words.Shown;
import dev.keepline.support.SupportCase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts words to the list of open cases: who, which number, how much, what happened, and until when. */
public final class CaseListTexts {

    private final DeskTexts desk;
    private final AccountId viewer;

    /** @param viewer of staff */
    public CaseListTexts(DeskTexts desk, AccountId viewer) {
        this.desk = desk;
        this.viewer = viewer;
    }

    /** A case with the renewal it is about. */
    public record Row(SupportCase one, String customer, Optional<WaitingTexts.Row> renewal) {}

    /** The most urgent first: whose reservation ends, or whose number is lost, soonest. */
    public List<Entry> entries(List<Row> rows) {
        return rows.stream()
                .map(this::entry)
                .sorted(Comparator.comparing(Entry::losesAt))
                .toList();
    }

    private Entry entry(Row row) {
        var w = desk.w();
        var one = row.one();
        var renewal = row.renewal();
        var about = new About(
                row.customer(),
                DeskTexts.customer(one.account()),
                renewal.flatMap(WaitingTexts.Row::line)
                        .map(card -> Shown.unbroken(card.who().number()))
                        .orElseGet(() -> Shown.text("—")),
                renewal.map(r -> w.money(r.one().subject().total())).orElseGet(() -> Shown.text("—")));
        return new Entry(
                "/console/cases/" + one.account() + "/" + one.id(),
                desk.known("case.", one.kind()),
                new CaseFacts(desk).sentence(one.facts()),
                about,
                w.ago(one.openedAt(), desk.now()),
                renewal.map(WaitingTexts.Row::losesAt).orElse(java.time.Instant.MAX),
                until(renewal),
                owner(one));
    }

    /** The end of the hold, and the last day of the number. */
    private Shown until(Optional<WaitingTexts.Row> renewal) {
        var hold = desk.moment(renewal.flatMap(r -> r.one().subject().holdUntil()));
        return renewal.flatMap(WaitingTexts.Row::line)
                .flatMap(card -> card.dates().clocks().numberLostOn())
                .map(day -> desk.w()
                        .lines(List.of(
                                hold, desk.w().h("line.number", "date", desk.w().date(day.minusDays(1))))))
                .orElse(hold);
    }

    private Owner owner(SupportCase one) {
        var owner = one.assignee();
        return new Owner(
                owner.map(account -> Shown.text(desk.names().apply(account)))
                        .orElseGet(() -> desk.w().h("console.owner.nobody")),
                owner.filter(viewer::equals).isPresent(),
                owner.filter(account -> !account.equals(viewer)).map(AccountId::toString));
    }
}
