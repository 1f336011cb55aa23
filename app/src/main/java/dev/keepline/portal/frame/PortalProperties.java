package dev.keepline.portal.frame;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.portal}.
 *
 * @param operator the name under which the service is sold; it stands on every page and proof
 */
@ConfigurationProperties("keepline.portal")
record PortalProperties(
        @DefaultValue("Keepline demonstration") String operator) {}
