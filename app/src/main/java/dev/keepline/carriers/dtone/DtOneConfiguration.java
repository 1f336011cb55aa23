package dev.keepline.carriers.dtone;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** DT One, where the installation has a key for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DtOneSettings.class)
@Import(DtOneBeans.class)
class DtOneConfiguration {}
