package dev.keepline.payments.stripe;

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

    /** For logs: without the secrets. */
    @Override
    public String toString() {
        return "StripeSettings[" + url + "]";
    }
}
