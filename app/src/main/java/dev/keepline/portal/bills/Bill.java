package dev.keepline.portal.bills;

import dev.keepline.catalog.OfferingName;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Movement;
import dev.keepline.ledger.Statements.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to show of an account's money, without words yet.
 *
 * @param months that were asked for and had movements
 * @param ends what became of the holds among the entries, by their renewal
 * @param more whether there are movements after the last one here
 */
public record Bill(
        Chosen chosen,
        Standing standing,
        List<Month> months,
        List<Entry> entries,
        Map<RenewalId, Movement> ends,
        Choices choices,
        boolean more) {

    /**
     * @param held not taken yet
     * @param wallet kept with us
     * @param returning promised back, and on its way
     * @param owed promised back, and the refund has failed
     */
    public record Standing(Money held, Money wallet, Money returning, Money owed) {}

    /**
     * What the lists to choose from hold.
     *
     * @param years in which money moved, newest first
     */
    public record Choices(List<LineName> lines, List<Integer> years) {}

    /** A line by what its owner knows it by. */
    public record LineName(LineId id, String number, String label) {}

    /** A movement and what it was for, where it was for a renewal. */
    public record Entry(Movement movement, Optional<Subject> subject) {}

    /**
     * @param paidWith brand and last four digits
     * @param onlyMoney whether money was credited and nothing renewed
     */
    public record Subject(
            LineName line, Optional<OfferingName> offering, Optional<String> paidWith, boolean onlyMoney) {}
}
