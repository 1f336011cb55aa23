package dev.keepline.carriers.dtone;

import dev.keepline.settings.Dealing;
import dev.keepline.settings.Realm;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.dtone}. Without a key there is no DT One in this installation.
 *
 * @param url of the API, with its version
 * @param key user of HTTP Basic
 * @param secret password of HTTP Basic
 * @param connectTimeout for a connection
 * @param readTimeout for a whole answer, from sending the request to the last byte
 * @param callsAtOnce at most; fewer than there are workers, so that other carriers go on while this one hangs
 */
@ConfigurationProperties("keepline.dtone")
public record DtOneSettings(
        @DefaultValue("https://dvs-api.dtone.com/v1") URI url,
        String key,
        String secret,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("12") int callsAtOnce) {

    /** Which of DT One's systems the address names; any other address is a sandbox's. */
    Dealing dealing() {
        var realm = switch (String.valueOf(url.getHost())) {
            case "dvs-api.dtone.com" -> Realm.LIVE;
            case "preprod-dvs-api.dtone.com" -> Realm.TEST;
            default -> Realm.SANDBOX;
        };
        return new Dealing("DT One", realm, url, "keepline.dtone.url=" + url);
    }

    /** For logs: without the secrets. */
    @Override
    public String toString() {
        return "DtOneSettings[" + url + "]";
    }
}
