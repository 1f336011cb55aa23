package dev.keepline.renewal;

import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import java.util.Locale;

/**
 * Something a person is to be told about a renewal, once: a job of its own, made in the transaction in which it became true.
 *
 * @param kind in lower case, as {@code renewed}
 */
public record RenewalNotice(RenewalId renewal, String kind) {

    /** The kind of the jobs that tell. */
    public static final String JOB_KIND = "renewal-letter";

    /** The job that tells it. */
    public WakeRef job(AccountId account) {
        return new WakeRef(JOB_KIND, account, renewal + "/" + kind);
    }

    /** What {@link #job} made the key of. */
    public static RenewalNotice parse(String key) {
        int slash = key.indexOf('/');
        return new RenewalNotice(RenewalId.parse(key.substring(0, slash)), key.substring(slash + 1));
    }

    /** The notice of that name. */
    public static RenewalNotice of(RenewalId renewal, Enum<?> notice) {
        return new RenewalNotice(renewal, notice.name().toLowerCase(Locale.ROOT));
    }
}
