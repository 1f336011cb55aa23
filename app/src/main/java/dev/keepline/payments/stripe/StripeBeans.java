package dev.keepline.payments.stripe;

import dev.keepline.guard.Guard;
import dev.keepline.settings.Dealing;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * The gateway and what it needs, when there is a key. Asked at each start: a condition in an annotation would be answered
 * when a release is built.
 */
class StripeBeans implements BeanRegistrar {

    private static final String GUARD = "stripeGuard";

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        if (!environment.containsProperty("keepline.stripe.key")) {
            return;
        }
        if (!environment.containsProperty("keepline.stripe.webhook-secret")) {
            throw new IllegalStateException(
                    "keepline.stripe.key is set, but keepline.stripe.webhook-secret is missing");
        }
        registry.registerBean(
                GUARD,
                Guard.class,
                spec -> spec.supplier(beans ->
                        new Guard("Stripe", beans.bean(StripeSettings.class).callsAtOnce(), System::nanoTime)));
        registry.registerBean(
                "stripeDealing",
                Dealing.class,
                spec -> spec.supplier(beans -> beans.bean(StripeSettings.class).dealing()));
        registry.registerBean(
                "stripe",
                StripeGateway.class,
                spec -> spec.supplier(
                        beans -> new StripeGateway(beans.bean(StripeSettings.class), beans.bean(GUARD, Guard.class))));
        registry.registerBean(
                "stripeSignature",
                StripeSignature.class,
                spec -> spec.supplier(beans ->
                        new StripeSignature(beans.bean(StripeSettings.class).webhookSecret())));
    }
}
