package dev.keepline;

import dev.keepline.database.Database;
import dev.keepline.database.StartupProblem;
import dev.keepline.settings.KeeplineProperties;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Spring's context around a database that was opened before it. */
final class ApplicationContext {
    private ApplicationContext() {}

    /**
     * Starts it.
     *
     * @param database opened once the settings are known, before anything else is made
     * @param web with pages, webhooks and workers; without, only what a command asks for is made
     * @throws StartupProblem when the cause is one that the person at the terminal can remove
     */
    static ConfigurableApplicationContext start(
            Function<KeeplineProperties, Database> database, boolean web, String... args) {
        SpringApplication application = application(web);
        application.setLazyInitialization(!web);
        application.addInitializers(prepared -> prepare((GenericApplicationContext) prepared, database));
        try {
            return application.run(args);
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    /**
     * Describes the beans of the application, without database, to the build of a release: it writes code that makes them
     * without looking for them at each start.
     */
    static void described(String... args) {
        application(true).run(args);
    }

    private static SpringApplication application(boolean web) {
        SpringApplication application = new SpringApplication(KeeplineApplication.class);
        application.setMainApplicationClass(KeeplineApplication.class);
        application.setRegisterShutdownHook(false); // whoever started it closes it, and the database after it
        application.setWebApplicationType(web ? WebApplicationType.SERVLET : WebApplicationType.NONE);
        return application;
    }

    private static void prepare(GenericApplicationContext context, Function<KeeplineProperties, Database> database) {
        ConfigurableEnvironment environment = context.getEnvironment();
        SecretFiles.read(environment);
        KnownSecrets.tell(environment);
        ConfigurationPropertySources.attach(environment);
        context.addBeanFactoryPostProcessor(factory -> KnownSettings.check(environment, factory));
        KeeplineProperties settings = Binder.get(environment).bindOrCreate("keepline", KeeplineProperties.class);
        Database opened = database.apply(settings);
        context.registerBean(Database.class, () -> opened);
    }

    private static RuntimeException explained(RuntimeException failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupProblem problem) {
                return problem;
            }
            if (cause instanceof PortInUseException taken) {
                return new StartupProblem(
                        "port " + taken.getPort() + " is taken", "Name another with --port.", failure);
            }
            if (cause instanceof BindException unusable) {
                return new StartupProblem(
                        "the setting " + unusable.getName() + " cannot be used: " + last(unusable),
                        "Settings are described in docs/settings.md; correct its value.",
                        failure);
            }
            root = cause;
        }
        return new StartupProblem(
                "the application cannot start: " + root.getMessage(),
                "If that names a setting, correct it; logs/keepline.log in the data folder says more.",
                failure);
    }

    private static String last(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
