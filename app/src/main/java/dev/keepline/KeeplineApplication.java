package dev.keepline;

import dev.keepline.database.StartupProblem;
import dev.keepline.settings.KeeplineProperties;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The application. Its time is the system's, in UTC; everything that asks for the time gets this one source. */
@SpringBootApplication(proxyBeanMethods = false, exclude = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(KeeplineProperties.class)
public class KeeplineApplication {

    /** Runs until it is told to end; with a command's name as first argument, runs that command and ends. */
    public static void main(String[] args) {
        Running running = new Running(System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
        try {
            running.start(args).ifPresent(System::exit);
        } catch (StartupProblem problem) {
            System.err.println("keepline: " + problem.getMessage());
            System.err.println("          " + problem.advice());
            System.exit(1);
        }
    }

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }
}
