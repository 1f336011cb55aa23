package dev.keepline.portal.web;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Movement;
import dev.keepline.ledger.Statements.Month;
import dev.keepline.ledger.Statements.Selection;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.portal.bills.Bill;
import dev.keepline.portal.bills.BillTexts;
import dev.keepline.portal.bills.Chosen;
import dev.keepline.renewal.Billed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Gathers what a page about an account's money needs. */
@Component
class Bills {

    private static final int ROWS = 25;
    private static final int MONTHS = 12;

    /** A hold ends once; the rest is room. */
    private static final int MOST_ENDS = 4 * ROWS;

    private final Books books;
    private final Lines lines;
    private final Billed billed;
    private final Catalogue catalogue;
    private final InstantSource clock;

    Bills(Books books, Lines lines, Billed billed, Catalogue catalogue, InstantSource clock) {
        this.books = books;
        this.lines = lines;
        this.billed = billed;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Everything the page shows; empty when the line that was chosen is not there. */
    Optional<Bill> find(CurrentAccount account, Chosen chosen) {
        var owned = names(account.id());
        if (chosen.line().isPresent() && !owned.containsKey(chosen.line().get())) {
            return Optional.empty();
        }
        var found = page(account, chosen, ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        return Optional.of(new Bill(
                chosen,
                books.standing(account.id()),
                months(account, chosen),
                entries(account.id(), shown, owned),
                ends(account.id(), shown),
                new Bill.Choices(List.copyOf(owned.values()), years(account)),
                found.size() > ROWS));
    }

    /** A hold looks like money that is away until one sees that it was taken or given back. */
    private Map<RenewalId, Movement> ends(AccountId account, List<Movement> shown) {
        var held = shown.stream()
                .filter(movement -> movement.kind() == Movement.Kind.HELD)
                .flatMap(movement -> movement.renewal().stream())
                .collect(Collectors.toSet());
        if (held.isEmpty()) {
            return Map.of();
        }
        var range = new Selection(Optional.of(held), Selection.EVER, Selection.NEVER);
        return books.statements().page(account, range, BillTexts.ENDS_A_HOLD, Optional.empty(), MOST_ENDS).stream()
                .collect(Collectors.toMap(
                        movement -> movement.renewal().orElseThrow(), Function.identity(), (newest, _) -> newest));
    }

    /** A piece of the same selection for a file, from {@code chosen.after()} on; empty at its end. */
    List<Bill.Entry> piece(CurrentAccount account, Chosen chosen, int limit) {
        return entries(account.id(), page(account, chosen, limit), names(account.id()));
    }

    Instant now() {
        return clock.instant();
    }

    private List<Movement> page(CurrentAccount account, Chosen chosen, int limit) {
        var range = chosen.year()
                .map(year -> selection(account, chosen, year.atMonth(1), MONTHS))
                .orElseGet(() -> new Selection(renewals(account.id(), chosen), Selection.EVER, Selection.NEVER));
        return books.statements().page(account.id(), range, chosen.kinds(), chosen.after(), limit);
    }

    /** The year that was chosen, or the twelve months up to now. */
    private List<Month> months(CurrentAccount account, Chosen chosen) {
        var first = chosen.year()
                .map(year -> year.atMonth(1))
                .orElseGet(() -> YearMonth.from(LocalDate.ofInstant(now(), account.zone()))
                        .minusMonths(MONTHS - 1L));
        var range = selection(account, chosen, first, MONTHS);
        return books.statements().months(account.id(), range, account.zone(), Money.USD);
    }

    private Selection selection(CurrentAccount account, Chosen chosen, YearMonth first, int months) {
        return new Selection(
                renewals(account.id(), chosen),
                begin(first, account.zone()),
                begin(first.plusMonths(months), account.zone()));
    }

    private static Instant begin(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private Optional<Collection<RenewalId>> renewals(AccountId account, Chosen chosen) {
        return chosen.line().map(line -> billed.ofLine(account, line));
    }

    private List<Integer> years(CurrentAccount account) {
        int last = LocalDate.ofInstant(now(), account.zone()).getYear();
        return books.statements()
                .firstAt(account.id())
                .map(at -> LocalDate.ofInstant(at, account.zone()).getYear())
                .map(first -> IntStream.rangeClosed(Math.min(first, last), last)
                        .map(year -> Math.min(first, last) + last - year)
                        .boxed()
                        .toList())
                .orElse(List.of());
    }

    private List<Bill.Entry> entries(AccountId account, List<Movement> movements, Map<LineId, Bill.LineName> owned) {
        var ids = movements.stream()
                .flatMap(movement -> movement.renewal().stream())
                .collect(Collectors.toSet());
        var items = billed.of(account, ids);
        return movements.stream()
                .map(movement -> new Bill.Entry(
                        movement,
                        movement.renewal()
                                .flatMap(id -> Optional.ofNullable(items.get(id)))
                                .map(item -> subject(item, owned))))
                .toList();
    }

    private Bill.Subject subject(Billed.Item item, Map<LineId, Bill.LineName> owned) {
        var line = Optional.ofNullable(owned.get(item.line()))
                .orElseGet(() -> new Bill.LineName(item.line(), item.line().toString(), ""));
        return new Bill.Subject(
                line,
                catalogue.offering(new OfferingId(item.offering())).map(Offering::name),
                item.paidWith(),
                item.onlyMoney());
    }

    private Map<LineId, Bill.LineName> names(AccountId account) {
        return lines.of(account).stream()
                .map(Bills::name)
                .collect(Collectors.toMap(
                        Bill.LineName::id, Function.identity(), (one, _) -> one, java.util.LinkedHashMap::new));
    }

    private static Bill.LineName name(Line line) {
        var number = line.identity()
                .msisdn()
                .map(msisdn -> msisdn.national())
                .or(() -> line.identity().iccid().map(Object::toString))
                .orElse(line.identity().label());
        return new Bill.LineName(line.id(), number, line.identity().label());
    }
}
