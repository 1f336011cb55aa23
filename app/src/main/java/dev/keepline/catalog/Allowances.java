package dev.keepline.catalog;

import java.util.OptionalInt;

/** What an offering includes. */
public record Allowances(Amount voiceMinutes, Amount messages, Data data) {

    /** One gigabyte as carriers sell it, in bytes. */
    public static final long BYTES_PER_GB = 1_000_000_000L;

    /** Nothing is said about any of them, as for a top-up by amount. */
    public static final Allowances UNSTATED = new Allowances(
            new Amount.Unstated(),
            new Amount.Unstated(),
            new Data(new Amount.Unstated(), Per.TERM, new Amount.Unstated(), OptionalInt.empty()));

    /**
     * Mobile data.
     *
     * @param bytes at full speed; {@link Amount.Unlimited} where nothing slows down by amount
     * @param hotspotBytes that may be shared with other devices; a limit of zero means no hotspot
     * @param throttleKbps the speed after {@code bytes}; empty where data stops or the source does not say
     */
    public record Data(Amount bytes, Per per, Amount hotspotBytes, OptionalInt throttleKbps) {}

    /** What the amount of data lasts for. */
    public enum Per {
        /** The whole term. */
        TERM,
        /** Each month or 30 days of the term. */
        MONTH
    }
}
