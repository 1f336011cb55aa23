package dev.keepline.ledger;

import java.util.List;

/**
 * The transfers of one business fact.
 *
 * @param template the name of the movement, for example {@code renewal.capture}
 * @param reference what happened; with the template unique within a customer's account, so that a fact is booked once
 */
public record JournalEntry(String template, String reference, List<Transfer> transfers) {

    public JournalEntry {
        transfers = List.copyOf(transfers);
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("an entry without transfers says nothing: " + template);
        }
    }
}
