package dev.keepline.portal.lines;

/** What is left of an allowance. */
public sealed interface Usage {

    Kind kind();

    /** @param used and total in megabytes, minutes or messages */
    record Metered(Kind kind, double used, double total) implements Usage {

        /** Share used, in percent, for the meter. */
        public double percent() {
            return total <= 0 ? 100 : Math.clamp(100 * used / total, 0, 100);
        }
    }

    /**
     * The carrier says what is left and not of how much.
     *
     * @param left in megabytes, minutes or messages
     */
    record Left(Kind kind, double left) implements Usage {}

    record Unlimited(Kind kind) implements Usage {}

    /** What is counted. */
    enum Kind {
        DATA,
        VOICE,
        SMS
    }
}
