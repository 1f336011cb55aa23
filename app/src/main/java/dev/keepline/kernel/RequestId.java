package dev.keepline.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one outside command for ever: stored with a unique constraint before the command is sent, and sent along as the
 * vendor's idempotency key or reference. Derived, never drawn: the same step of the same attempt always has the same id.
 *
 * <p>At most 40 characters, because that is what the shortest of the vendors (DT One, {@code external_id}) takes.
 */
public record RequestId(String value) {

    private static final int LONGEST = 40;
    private static final Pattern OURS =
            Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-[a-z]+[0-9]+");

    public RequestId {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a request id has 1 to 40 characters: " + value);
        }
    }

    /** The command {@code step} (one or two letters) of try {@code attempt} of a renewal, for example {@code …-c1}. */
    public static RequestId of(RenewalId renewal, String step, int attempt) {
        return new RequestId(renewal.value().toString().replace("-", "") + "-" + step + attempt);
    }

    /** The renewal it was derived from; empty when it is not one of ours. */
    public Optional<RenewalId> renewal() {
        var ours = OURS.matcher(value);
        return ours.matches() ? Optional.of(RenewalId.parse(ours.replaceFirst("$1-$2-$3-$4-$5"))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
