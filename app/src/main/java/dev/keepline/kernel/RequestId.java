package dev.keepline.kernel;

/**
 * Names one outside command for ever: stored with a unique constraint before the command is sent, and sent along as the
 * vendor's idempotency key or reference. Derived, never drawn: the same step of the same attempt always has the same id.
 *
 * <p>At most 40 characters, because that is what the shortest of the vendors (DT One, {@code external_id}) takes.
 */
public record RequestId(String value) {

    private static final int LONGEST = 40;

    public RequestId {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a request id has 1 to 40 characters: " + value);
        }
    }

    /** The command {@code step} (one or two letters) of try {@code attempt} of a renewal, for example {@code …-c1}. */
    public static RequestId of(RenewalId renewal, String step, int attempt) {
        return new RequestId(renewal.value().toString().replace("-", "") + "-" + step + attempt);
    }

    @Override
    public String toString() {
        return value;
    }
}
