package dev.keepline.catalog;

/**
 * What a payment does to the end of service.
 *
 * @param next how the line stands once the carrier has done as ordered
 * @param paidDaysAtRisk days already paid that may be lost by paying now; unless it is known to be none, ask the person
 *     first
 */
public record Extension(Standing next, Days paidDaysAtRisk) {

    /** Whether the person must agree before days already paid are spent. */
    public boolean needsConsent() {
        return !(paidDaysAtRisk instanceof Days.Known(int days) && days == 0);
    }
}
