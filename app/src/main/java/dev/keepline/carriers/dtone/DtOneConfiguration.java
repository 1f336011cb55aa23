package dev.keepline.carriers.dtone;

import dev.keepline.guard.Guard;
import dev.keepline.settings.KeeplineProperties;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** DT One, where the installation has a key for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("keepline.dtone.key")
@EnableConfigurationProperties(DtOneSettings.class)
class DtOneConfiguration {

    @Bean
    CallbackAddress dtOneCallbackAddress(KeeplineProperties links, DtOneSettings settings) {
        return new CallbackAddress(links, settings);
    }

    @Bean
    Guard dtOneGuard(DtOneSettings settings) {
        return new Guard("DT One", settings.callsAtOnce(), System::nanoTime);
    }

    @Bean
    DtOneConnector dtOne(
            DtOneSettings settings,
            CallbackAddress callback,
            @Qualifier("dtOneGuard") Guard guard,
            InstantSource clock) {
        return new DtOneConnector(settings, callback, guard, clock);
    }
}
