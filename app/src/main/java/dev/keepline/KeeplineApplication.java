package dev.keepline;

import dev.keepline.database.Database;
import dev.keepline.database.StartupProblem;
import dev.keepline.doctor.Doctor;
import dev.keepline.settings.Dealing;
import dev.keepline.settings.KeeplineProperties;
import dev.keepline.settings.RealmRules;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The application. Its time is the system's, in UTC; everything that asks for the time gets this one source. */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {DataSourceAutoConfiguration.class, DataSourceInitializationAutoConfiguration.class})
@EnableConfigurationProperties(KeeplineProperties.class)
public class KeeplineApplication {

    /** Runs until it is told to end; with a command's name as first argument, runs that command and ends. */
    public static void main(String[] args) {
        if (Boolean.getBoolean("spring.aot.processing")) {
            ApplicationContext.described(args);
            return;
        }
        Running running = new Running(System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(running::told, "shutdown"));
        try {
            running.start(args).ifPresent(running::finish);
        } catch (StartupProblem problem) {
            if (List.of(args).contains(Doctor.NAME)) {
                running.finish(Doctor.cannotBegin(problem, List.of(args).contains(Doctor.JSON), System.out));
            }
            System.err.println("keepline: " + problem.getMessage());
            System.err.println("          " + problem.advice());
            running.finish(1);
        }
    }

    /** The application on a migrated database that somebody else looks after; it ends when the context is closed. */
    public static ConfigurableApplicationContext on(Database database, String... args) {
        return ApplicationContext.start(ignored -> database, true, args);
    }

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }

    /** Before any page is served or any job taken up. */
    @Bean
    SmartInitializingSingleton oneRealm(KeeplineProperties settings, ObjectProvider<Dealing> dealings) {
        return () -> RealmRules.problem(
                        settings.sandbox(), dealings.orderedStream().toList())
                .ifPresent(problem -> {
                    throw new StartupProblem(
                            problem,
                            "Real money must not buy play lines, nor play money real ones: set keys and addresses of one"
                                    + " world, and keepline.sandbox to match.");
                });
    }
}
