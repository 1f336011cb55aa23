package dev.keepline.doctor;

import dev.keepline.carriers.Connector;
import dev.keepline.payments.Gateway;
import dev.keepline.settings.Check;
import dev.keepline.settings.Dealing;
import dev.keepline.settings.KeeplineProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that is looked at, in the order it is printed. */
@Configuration(proxyBeanMethods = false)
class DoctorConfiguration {

    @Bean
    HomeChecks homeChecks(JdbcClient jdbc, InstantSource clock, KeeplineProperties settings) {
        return new HomeChecks(jdbc, clock, settings.data(), DoctorConfiguration::usableBytes);
    }

    private static long usableBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Bean
    Check proxy(KeeplineProperties settings) {
        return new Check("proxy", () -> HomeChecks.proxy(settings.publicUrl(), settings.trusted()));
    }

    @Bean
    OutsideChecks outsideChecks(
            ObjectProvider<Dealing> dealings,
            ObjectProvider<Gateway> gateways,
            ObjectProvider<Connector> connectors,
            KeeplineProperties settings,
            InstantSource clock) {
        return new OutsideChecks(
                dealings.orderedStream().toList(),
                gateways.orderedStream().toList(),
                connectors.orderedStream().toList(),
                settings.sandbox(),
                clock);
    }

    @Bean
    Doctor doctor(HomeChecks home, ObjectProvider<Check> others, OutsideChecks outside) {
        var checks = Stream.of(home.all().stream(), others.orderedStream(), outside.all().stream())
                .flatMap(each -> each)
                .toList();
        return new Doctor(checks, System.out);
    }
}
