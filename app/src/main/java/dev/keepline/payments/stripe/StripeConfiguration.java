package dev.keepline.payments.stripe;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stripe, where the installation has a key for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("keepline.stripe.key")
@EnableConfigurationProperties(StripeSettings.class)
class StripeConfiguration {

    @Bean
    StripeGateway stripe(StripeSettings settings) {
        return new StripeGateway(settings);
    }
}
