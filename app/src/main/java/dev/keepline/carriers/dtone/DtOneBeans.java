package dev.keepline.carriers.dtone;

import dev.keepline.guard.Guard;
import dev.keepline.settings.Dealing;
import dev.keepline.settings.KeeplineProperties;
import java.time.InstantSource;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * The connector and what it needs, when there is a key. Asked at each start: a condition in an annotation would be
 * answered when a release is built.
 */
class DtOneBeans implements BeanRegistrar {

    private static final String GUARD = "dtOneGuard";

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        if (!environment.containsProperty("keepline.dtone.key")) {
            return;
        }
        if (!environment.containsProperty("keepline.dtone.secret")) {
            throw new IllegalStateException("keepline.dtone.key is set, but keepline.dtone.secret is missing");
        }
        registry.registerBean(
                "dtOneDealing",
                Dealing.class,
                spec -> spec.supplier(beans -> beans.bean(DtOneSettings.class).dealing()));
        registry.registerBean(
                "dtOneCallbackAddress",
                CallbackAddress.class,
                spec -> spec.supplier(beans ->
                        new CallbackAddress(beans.bean(KeeplineProperties.class), beans.bean(DtOneSettings.class))));
        registry.registerBean(
                GUARD,
                Guard.class,
                spec -> spec.supplier(beans ->
                        new Guard("DT One", beans.bean(DtOneSettings.class).callsAtOnce(), System::nanoTime)));
        registry.registerBean(
                "dtOne",
                DtOneConnector.class,
                spec -> spec.supplier(beans -> new DtOneConnector(
                        beans.bean(DtOneSettings.class),
                        beans.bean(CallbackAddress.class),
                        beans.bean(GUARD, Guard.class),
                        beans.bean(InstantSource.class))));
    }
}
