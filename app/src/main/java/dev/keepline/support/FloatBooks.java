package dev.keepline.support;

import dev.keepline.carriers.Connector;
import dev.keepline.database.Transactions;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
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

    private final List<Connector> connectors;
    private final Journal journal;
    private final Book book;
    private final InstantSource clock;

    /** Where it is kept who undid what and why. */
    record Book(StaffActions actions, Transactions transactions) {}

    FloatBooks(List<Connector> connectors, Journal journal, Book book, InstantSource clock) {
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
        var there =
                connectors.stream().filter(one -> one.id().equals(connector)).findFirst();
        if (there.isEmpty()) {
            return noSuch(connector);
        }
        var foreign = foreign(there.get(), amount);
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
            if (before.isEmpty() && foreign.isPresent()) {
                return new Result.Refused(foreign.get());
            }
            var booked = journal.book(Journal.OPERATOR, Optional.empty(), List.of(entry), clock.instant());
            return new Result.Done(
                    booked == Booking.BOOKED ? "booked " + amount : "was booked before under " + reference);
        });
    }

    /** Why money of that currency is not booked there: their record decides in which currency our balance is kept. */
    private static Optional<String> foreign(Connector connector, Money amount) {
        var currency = amount.currency().getCurrencyCode();
        if (!(connector.balance() instanceof Outcome.Done(var theirs))) {
            return Optional.of("nothing was booked: the balance at " + connector.id()
                    + " cannot be read now, so it is not" + " known whether it is kept in " + currency
                    + "; try again when it answers (./keepline doctor)");
        }
        return theirs.currency().equals(amount.currency())
                ? Optional.empty()
                : Optional.of("nothing was booked: the balance at " + connector.id() + " is kept in "
                        + theirs.currency().getCurrencyCode() + " and holds no " + currency
                        + "; book what arrived there, in " + theirs.currency().getCurrencyCode());
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
                        : "there is no connector " + connector + "; there is "
                                + String.join(
                                        ", ",
                                        connectors.stream().map(Connector::id).toList()));
    }
}
