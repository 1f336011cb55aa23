package dev.keepline;

import dev.keepline.database.Database;
import dev.keepline.database.StartupProblem;
import dev.keepline.settings.Dealing;
import dev.keepline.settings.KeeplineProperties;
import dev.keepline.settings.RealmRules;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.ConfigurableEnvironment;

/** Spring's context around a database that was opened before it. */
final class ApplicationContext {
    private ApplicationContext() {}

    /**
     * Starts it.
     *
     * @param database opened once every setting was looked at: a start that is refused for one has changed nothing
     * @param web with pages, webhooks and workers; without, only what a command asks for is made
     * @throws StartupProblem when the cause is one that the person at the terminal can remove
     */
    static ConfigurableApplicationContext start(
            Function<KeeplineProperties, Database> database, boolean web, String... args) {
        SpringApplication application = application(web);
        application.setLazyInitialization(!web);
        application.addInitializers(prepared -> prepare((GenericApplicationContext) prepared, database));
        try {
            ConfigurableApplicationContext started = application.run(args);
            started.getBean(Database.class);
            return started;
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
        context.registerBean(Database.class, () -> {
            allSettings(context);
            return database.apply(settings);
        });
    }

    /** Makes them all, with those of counterparts: what does not fit any of them is found before anything is changed. */
    private static void allSettings(GenericApplicationContext context) {
        context.getBeansWithAnnotation(ConfigurationProperties.class);
        RealmRules.problem(
                        context.getBean(KeeplineProperties.class).sandbox(),
                        context.getBeanProvider(Dealing.class).orderedStream().toList())
                .ifPresent(problem -> {
                    throw new StartupProblem(
                            problem,
                            "Real money must not buy play lines, nor play money real ones: set keys and addresses of one"
                                    + " world, and keepline.sandbox to match.");
                });
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
                return unusable(unusable);
            }
            root = cause;
        }
        return new StartupProblem(
                "the application cannot start: " + root.getMessage(),
                "If that names a setting, correct it; logs/keepline.log in the data folder says more.",
                failure);
    }

    /** What a record says of its own settings names them; else the name is where Spring stopped. */
    private static StartupProblem unusable(BindException failure) {
        String why = choices(failure).orElseGet(() -> last(failure));
        return new StartupProblem(
                named(failure).orElse("the setting " + failure.getName() + " cannot be used: " + why),
                "Settings are described in docs/settings.md; correct its value.",
                failure);
    }

    private static Optional<String> named(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.startsWith("keepline.")) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** Of a setting that is one of a few words. */
    private static Optional<String> choices(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException conversion
                    && conversion.getTargetType().getType().isEnum()) {
                return Optional.of("'" + conversion.getValue() + "' is none of "
                        + words(conversion.getTargetType().getType()));
            }
        }
        return Optional.empty();
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(constant -> constant.getName().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String last(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
