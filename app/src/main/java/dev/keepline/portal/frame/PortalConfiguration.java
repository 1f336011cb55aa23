package dev.keepline.portal.frame;

import dev.keepline.portal.words.Languages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all pages share is read once, at start: a wrong language file stops the start, not a page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalProperties.class)
class PortalConfiguration {

    @Bean
    Languages languages() {
        return Languages.load();
    }

    @Bean
    @ConditionalOnWebApplication
    Assets assets() {
        return Assets.load();
    }
}
