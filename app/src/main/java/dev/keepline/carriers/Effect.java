package dev.keepline.carriers;

import dev.keepline.kernel.Money;

/** What an order must have changed in the carrier's record to count as done. */
public sealed interface Effect {

    /**
     * A plan bought or prolonged.
     *
     * @param days of validity added to the later of today and the present end
     * @param dataBytes added; 0 when the plan has no counted data
     */
    record Plan(int days, long dataBytes) implements Effect {}

    /** Money credited to the line: not the same as a plan renewed. */
    record Credit(Money amount) implements Effect {}
}
