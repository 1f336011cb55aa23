package dev.keepline;

import dev.keepline.database.Database;
import dev.keepline.database.StartupProblem;
import dev.keepline.doctor.Doctor;
import dev.keepline.settings.KeeplineProperties;
import java.time.InstantSource;
import java.util.List;
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
}
