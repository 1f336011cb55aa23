package dev.keepline.payments.stripe;

import dev.keepline.guard.Guard;
import org.springframework.beans.factory.annotation.Qualifier;
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
    Guard stripeGuard(StripeSettings settings) {
        return new Guard("Stripe", settings.callsAtOnce(), System::nanoTime);
    }

    @Bean
    StripeGateway stripe(StripeSettings settings, @Qualifier("stripeGuard") Guard guard) {
        return new StripeGateway(settings, guard);
    }
}
