package dev.keepline;

import dev.keepline.database.Database;
import dev.keepline.database.OpenDatabase;
import dev.keepline.database.StartupProblem;
import dev.keepline.settings.Announcement;
import dev.keepline.settings.Command;
import dev.keepline.settings.KeeplineProperties;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One run of the program, from first to last: data folder, database, application, and the same backwards. */
final class Running implements AutoCloseable {
    private final PrintStream out;
    private @Nullable DataFolder folder;
    private @Nullable OpenDatabase database;
    private @Nullable ConfigurableApplicationContext context;

    Running(PrintStream out) {
        this.out = out;
    }

    /** Starts. @return the exit code of a command; empty for the application, which goes on running */
    OptionalInt start(String... args) {
        List<String> words =
                Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        ConfigurableApplicationContext started = run(words.isEmpty(), args);
        if (words.isEmpty()) {
            announce(started);
            return OptionalInt.empty();
        }
        return OptionalInt.of(command(started, words));
    }

    private ConfigurableApplicationContext run(boolean web, String... args) {
        SpringApplication application = new SpringApplication(KeeplineApplication.class);
        application.setRegisterShutdownHook(false); // ours closes the context before the database
        application.setWebApplicationType(web ? WebApplicationType.SERVLET : WebApplicationType.NONE);
        application.setLazyInitialization(!web);
        application.addInitializers(prepared -> {
            GenericApplicationContext generic = (GenericApplicationContext) prepared;
            Database opened = open(settings(generic), web).database();
            generic.registerBean(Database.class, () -> opened);
        });
        try {
            ConfigurableApplicationContext started = application.run(args);
            context = started;
            return started;
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    private static KeeplineProperties settings(GenericApplicationContext prepared) {
        return Binder.get(prepared.getEnvironment()).bindOrCreate("keepline", KeeplineProperties.class);
    }

    private synchronized OpenDatabase open(KeeplineProperties settings, boolean web) {
        folder = DataFolder.open(settings.data()).orElse(null);
        OpenDatabase opened;
        if (folder == null) {
            opened = besideRunning(settings, web);
        } else if (settings.dbUrl() != null) {
            opened = OpenDatabase.external(settings.dbUrl(), this::say);
        } else {
            opened = OpenDatabase.embedded(settings.data(), this::say);
        }
        database = opened;
        opened.onDeath(Running::databaseDied);
        return opened;
    }

    private OpenDatabase besideRunning(KeeplineProperties settings, boolean web) {
        Optional<OpenDatabase> found = web ? Optional.empty() : OpenDatabase.ofRunningApplication(settings.data());
        if (!web && settings.dbUrl() != null) {
            return OpenDatabase.external(settings.dbUrl(), this::say);
        }
        return found.orElseThrow(() -> new StartupProblem(
                "the data folder " + settings.data().toAbsolutePath() + " is in use by another Keepline",
                "Stop that one, or name another folder with --data."));
    }

    private static void databaseDied() {
        System.err.println("keepline: the database server ended unexpectedly; the application ends too");
        System.err.println("          The next start recovers; the data folder's logs/postgres.log says more.");
        System.exit(3);
    }

    private static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupProblem problem) {
                return problem;
            }
            if (cause instanceof PortInUseException taken) {
                return new StartupProblem("port " + taken.getPort() + " is taken", "Name another with --port.");
            }
            if (cause instanceof BindException bad) {
                return new StartupProblem(bad.getMessage() + ": " + rootMessage(bad), "Correct that setting.");
            }
        }
        return failure;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private void announce(ConfigurableApplicationContext started) {
        KeeplineProperties settings = started.getBean(KeeplineProperties.class);
        say("Keepline is ready: " + settings.publicUrl());
        Map<String, Announcement> announcements = started.getBeansOfType(Announcement.class);
        announcements.values().stream().flatMap(each -> each.lines().stream()).forEach(this::say);
    }

    private static int command(ConfigurableApplicationContext started, List<String> words) {
        return started.getBeansOfType(Command.class).values().stream()
                .filter(command -> command.name().equals(words.getFirst()))
                .findFirst()
                .orElseThrow(() -> new StartupProblem(
                        "there is no command " + words.getFirst(), "./keepline help lists the commands."))
                .run(words.subList(1, words.size()));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Ends the application (requests under way first), then the database, then gives the folder back. */
    @Override
    public synchronized void close() {
        if (context != null) {
            context.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
