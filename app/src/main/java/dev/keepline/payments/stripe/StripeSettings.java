package dev.keepline.payments.stripe;

import dev.keepline.settings.Dealing;
import dev.keepline.settings.Realm;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.stripe}. Without a key there is no Stripe in this installation.
 *
 * @param url of Stripe's API, without {@code /v1}
 * @param key secret key
 * @param webhookSecret of the endpoint {@code /webhooks/stripe}
 * @param connectTimeout for a connection
 * @param readTimeout for a whole answer, from sending the request to the last byte
 * @param callsAtOnce at most
 */
@ConfigurationProperties("keepline.stripe")
public record StripeSettings(
        @DefaultValue("https://api.stripe.com") URI url,
        String key,
        String webhookSecret,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("32") int callsAtOnce) {

    /**
     * Live keys begin otherwise than those of Stripe's test mode, which are also what a sandbox takes.
     *
     * @throws IllegalArgumentException for a live key that would be sent to somebody else, or what is no secret key at all
     */
    Dealing dealing() {
        boolean live = key.matches("(sk|rk)_live_.+");
        boolean stripes = "api.stripe.com".equals(url.getHost());
        if (!live && !key.matches("(sk|rk)_test_.+")) {
            throw new IllegalArgumentException(
                    "keepline.stripe.key is no secret key: those begin sk_live_, rk_live_," + " sk_test_ or rk_test_");
        }
        if (live && !stripes) {
            throw new IllegalArgumentException(
                    "keepline.stripe.key is a live key, but keepline.stripe.url=" + url + " is not Stripe's address");
        }
        var realm = live ? Realm.LIVE : stripes ? Realm.TEST : Realm.SANDBOX;
        return new Dealing(
                "Stripe", realm, url, "keepline.stripe.url=" + url + " with a " + (live ? "live" : "test") + " key");
    }

    /** For logs: without the secrets. */
    @Override
    public String toString() {
        return "StripeSettings[" + url + "]";
    }
}
