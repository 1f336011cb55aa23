package dev.keepline.logs;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code keepline.log}. {@code logback-spring.xml} reads them itself, long before this.
 *
 * @param format of each line
 */
@ConfigurationProperties("keepline.log")
record LogSettings(@DefaultValue("text") Format format) {

    /** For whom. */
    enum Format {
        /** For people. */
        TEXT,
        /** One JSON object a line, for machines. */
        JSON
    }
}
