package dev.keepline.carriers.dtone;

import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.settings.KeeplineProperties;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where DT One calls back about one order: the address names the job to wake and carries a seal, since the call itself is
 * not signed. The seal is made with the API's secret: when that changes, calls about older orders are refused and those
 * orders are found by asking.
 */
public final class CallbackAddress {

    static final String PATH = "/webhooks/dtone";

    private static final String SEALED_FOR = "keepline dtone callback\n";

    private final KeeplineProperties links;
    private final SecretKeySpec key;

    /** Addresses under the installation's public one. */
    public CallbackAddress(KeeplineProperties links, DtOneSettings settings) {
        this.links = links;
        this.key = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    URI of(WakeRef job) {
        var name = job.kind() + "/" + job.account() + "/" + job.key();
        return links.link(PATH + "/" + name + "/" + seal(name));
    }

    /** The job that a call names; empty when the seal is not ours. */
    Optional<WakeRef> open(String kind, String account, String jobKey, String seal) {
        var name = kind + "/" + account + "/" + jobKey;
        boolean ours = MessageDigest.isEqual(
                seal(name).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
        return ours ? Optional.of(new WakeRef(kind, AccountId.parse(account), jobKey)) : Optional.empty();
    }

    private String seal(String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] whole = mac.doFinal((SEALED_FOR + name).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HmacSHA256", missing);
        }
    }
}
