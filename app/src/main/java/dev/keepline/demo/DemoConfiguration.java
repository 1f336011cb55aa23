package dev.keepline.demo;

import dev.keepline.carriers.Connector;
import dev.keepline.identity.Accounts;
import dev.keepline.lines.Lines;
import dev.keepline.settings.Announcement;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the demo data when the application starts beside a sandbox. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("keepline.sandbox-url")
class DemoConfiguration {

    @Bean
    ApplicationRunner demo(
            Accounts accounts,
            Lines lines,
            Connector carrier,
            @Value("${keepline.sandbox-url}") URI sandboxUrl,
            InstantSource clock) {
        var sandbox = new SandboxLines(sandboxUrl);
        var demo = new Demo(accounts, lines, carrier, sandbox, clock);
        return _ -> demo.make();
    }

    @Bean
    Announcement demoLogIns() {
        return () -> List.of(
                "Subscriber: " + Demo.SUBSCRIBER + "   password: " + Demo.SUBSCRIBER_PASSWORD,
                "Operator:   " + Demo.OPERATOR + "   password: " + Demo.OPERATOR_PASSWORD);
    }
}
