package dev.keepline.demo;

import dev.keepline.carriers.Connector;
import dev.keepline.identity.Accounts;
import dev.keepline.lines.Lines;
import dev.keepline.settings.Announcement;
import dev.keepline.settings.KeeplineProperties;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the demo data when the application starts beside a sandbox. */
@Configuration(proxyBeanMethods = false)
class DemoConfiguration {

    @Bean
    ApplicationRunner demo(
            Accounts accounts,
            Lines lines,
            ObjectProvider<Connector> carrier,
            KeeplineProperties settings,
            InstantSource clock) {
        return _ -> {
            var sandboxUrl = settings.sandboxUrl();
            if (sandboxUrl != null) {
                new Demo(accounts, lines, carrier.getObject(), new SandboxLines(sandboxUrl), clock).make();
            }
        };
    }

    @Bean
    Announcement demoLogIns(KeeplineProperties settings) {
        return () -> settings.sandboxUrl() == null
                ? List.of()
                : List.of(
                        "Subscriber: " + Demo.SUBSCRIBER + "   password: " + Demo.SUBSCRIBER_PASSWORD,
                        "Operator:   " + Demo.OPERATOR + "   password: " + Demo.OPERATOR_PASSWORD);
    }
}
