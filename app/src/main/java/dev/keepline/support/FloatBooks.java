package dev.keepline.support;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.Money;
import dev.keepline.ledger.Booking;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.Movements;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What the operator paid into its floats, told at the terminal. A mistake is undone by a movement of its own with a reason,
 * once and as a whole: nothing is ever taken out of the books.
 */
final class FloatBooks {

    private final List<String> connectors;
    private final Journal journal;
    private final Book book;
    private final InstantSource clock;

    /** Where it is kept who undid what and why. */
    record Book(StaffActions actions, Transactions transactions) {}

    FloatBooks(List<String> connectors, Journal journal, Book book, InstantSource clock) {
        this.connectors = List.copyOf(connectors);
        this.journal = journal;
        this.book = book;
        this.clock = clock;
    }

    /** What became of it, in words. */
    sealed interface Result {

        record Done(String text) implements Result {}

        /** Nothing was booked. */
        record Refused(String text) implements Result {}
    }

    Result fund(String connector, Money amount, String reference) {
        if (!connectors.contains(connector)) {
            return noSuch(connector);
        }
        var entry = Movements.fundFloat(connector, reference, amount);
        return book.transactions().inAccount(Journal.OPERATOR, () -> {
            var before = journal.find(Journal.OPERATOR, Movements.FUNDING, reference);
            if (before.isPresent() && !before.get().equals(entry)) {
                return new Result.Refused(reference + " stands in the books with another amount or connector;"
                        + " a payment of its own needs a reference of its own");
            }
            if (journal.find(Journal.OPERATOR, Movements.FUNDING_UNDONE, reference)
                    .isPresent()) {
                return new Result.Refused(reference + " was booked and undone; book it again under another reference");
            }
            var booked = journal.book(Journal.OPERATOR, Optional.empty(), List.of(entry), clock.instant());
            return new Result.Done(
                    booked == Booking.BOOKED ? "booked " + amount : "was booked before under " + reference);
        });
    }

    Result undo(String connector, String reference, String reason) {
        return book.transactions().inAccount(Journal.OPERATOR, () -> {
            var funding = journal.find(Journal.OPERATOR, Movements.FUNDING, reference)
                    .flatMap(entry -> Movements.undoFunding(connector, entry));
            if (funding.isEmpty()) {
                return new Result.Refused("nothing was paid in at " + connector + " under " + reference);
            }
            var now = clock.instant();
            var booked = journal.book(Journal.OPERATOR, Optional.empty(), List.of(funding.get()), now);
            if (booked == Booking.ALREADY_BOOKED) {
                return new Result.Done("was undone before: " + reference);
            }
            book.actions()
                    .record(new StaffAction(
                            Journal.OPERATOR, Journal.OPERATOR, "ledger.unfund", reference, reason, "DONE", now));
            return new Result.Done(
                    "undone: " + funding.get().transfers().getFirst().amount() + " at " + connector + ", " + reference);
        });
    }

    private Result noSuch(String connector) {
        return new Result.Refused(
                connectors.isEmpty()
                        ? "there is no connector: set the keys of one first (docs/settings.md)"
                        : "there is no connector " + connector + "; there is " + String.join(", ", connectors));
    }
}
