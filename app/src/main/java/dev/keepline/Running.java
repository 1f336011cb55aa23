package dev.keepline;

import dev.keepline.carriers.Connector;
import dev.keepline.database.Database;
import dev.keepline.database.OpenDatabase;
import dev.keepline.database.Schema;
import dev.keepline.database.StartupProblem;
import dev.keepline.doctor.Doctor;
import dev.keepline.payments.Gateway;
import dev.keepline.settings.Announcement;
import dev.keepline.settings.Command;
import dev.keepline.settings.KeeplineProperties;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;

/** One run of the program, from first to last: data folder, database, application, and the same backwards. */
final class Running {
    /** Commands for before an upgrade as well as after it. */
    private static final Set<String> LEAVE_THE_SCHEMA = Set.of(Doctor.NAME, "backup");

    private static final long STARTING_AT_MOST_SECONDS = 60;

    private final PrintStream out;
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean ready;
    private final Deque<Runnable> endings = new ConcurrentLinkedDeque<>(); // the last opened is closed first

    Running(PrintStream out) {
        this.out = out;
    }

    /** Starts; yields the exit code of a command, nothing for the application, which goes on running. */
    OptionalInt start(String... args) {
        watchLauncher();
        List<String> words =
                Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        boolean web = words.isEmpty();
        Schema schema =
                words.stream().limit(1).anyMatch(LEAVE_THE_SCHEMA::contains) ? Schema.AS_IT_IS : Schema.MIGRATED;
        try {
            ConfigurableApplicationContext started =
                    ApplicationContext.start(settings -> open(settings, web, schema), web, args);
            endings.push(started::close);
            if (!web) {
                return OptionalInt.of(command(started, words));
            }
            ready = true;
            announce(started);
            return OptionalInt.empty();
        } finally {
            settled.countDown();
        }
    }

    private Database open(KeeplineProperties settings, boolean web, Schema schema) {
        Optional<DataFolder> folder = DataFolder.open(settings.data());
        folder.ifPresent(held -> endings.push(held::close));
        OpenDatabase opened =
                folder.isPresent() ? openAlone(settings, web, schema) : besideAnother(settings, web, schema);
        endings.push(opened::close);
        opened.onDeath(this::databaseDied);
        return opened.database();
    }

    private OpenDatabase openAlone(KeeplineProperties settings, boolean web, Schema schema) {
        String address = settings.dbUrl();
        if (address == null && !web && !OpenDatabase.isIn(settings.data())) {
            throw OpenDatabase.missing(settings.data());
        }
        return address == null
                ? OpenDatabase.embedded(settings.data(), schema, this::progress)
                : OpenDatabase.external(address, schema, this::progress);
    }

    /** A command may work beside a running application, on its database; a second application may not. */
    private OpenDatabase besideAnother(KeeplineProperties settings, boolean web, Schema schema) {
        Optional<OpenDatabase> found = Optional.empty();
        if (!web) {
            Schema left = schema == Schema.MIGRATED ? Schema.OF_THIS_VERSION : schema;
            String address = settings.dbUrl();
            found = address == null
                    ? OpenDatabase.ofRunningApplication(settings.data(), left)
                    : Optional.of(OpenDatabase.external(address, left, this::progress));
        }
        return found.orElseThrow(() -> new StartupProblem(
                "the data folder " + settings.data().toAbsolutePath() + " is in use by another Keepline",
                web
                        ? "Stop that one, or name another folder with --data."
                        : "It works on a PostgreSQL of yours: keepline.properties, KEEPLINE_DBURL or --db-url has to say"
                                + " to this command which, as it does to that one."));
    }

    private void databaseDied() {
        System.err.println("keepline: the database server ended unexpectedly; the application ends too.");
        System.err.println("          The next start recovers; logs/postgres.log in the data folder may say why.");
        finish(3);
    }

    /** An application whose launcher was killed would run on unseen: it ends itself. */
    private void watchLauncher() {
        Optional<ProcessHandle> launcher =
                Optional.ofNullable(Long.getLong("supervisor.pid")).flatMap(ProcessHandle::of);
        launcher.ifPresent(process -> Thread.ofVirtual().name("launcher-watch").start(() -> {
            process.onExit().join();
            finish(4);
        }));
    }

    private void announce(ConfigurableApplicationContext started) {
        KeeplineProperties settings = started.getBean(KeeplineProperties.class);
        say("Keepline is ready: " + settings.publicUrl());
        int port = started.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        if (settings.publicUrl().getPort() != port) {
            say("Listening on port " + port); // a proxy stands between, or the public address is wrong
        }
        if (settings.sandbox() && settings.sandboxUrl() != null) {
            say("Sandbox, to set faults: " + settings.sandboxUrl());
            say("Sandbox, to read mail:  " + settings.sandboxUrl().resolve("/mail/"));
        }
        missing(started).forEach(this::say);
        started.getBeansOfType(Announcement.class).values().stream()
                .flatMap(each -> each.lines().stream())
                .forEach(this::say);
    }

    /** It runs without either, so that one can look around; nobody should find out by a subscriber's question. */
    private static List<String> missing(ConfigurableApplicationContext started) {
        List<String> lines = new ArrayList<>();
        if (started.getBeanNamesForType(Gateway.class).length == 0) {
            lines.add("No payment gateway is set: nobody can pay (keepline.stripe.key)");
        }
        if (started.getBeanNamesForType(Connector.class).length == 0) {
            lines.add("No carrier is set: nothing can be renewed (keepline.dtone.key)");
        }
        return lines;
    }

    private static int command(ConfigurableApplicationContext started, List<String> words) {
        return started.getBeansOfType(Command.class).values().stream()
                .filter(command -> command.name().equals(words.getFirst()))
                .findFirst()
                .orElseThrow(() -> new StartupProblem(
                        "there is no command " + words.getFirst(), "./keepline help lists the commands."))
                .run(words.subList(1, words.size()));
    }

    /** Apart from what a command answers, which others may read. */
    private void progress(String line) {
        System.err.println(line);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Ends the process by our own decision, everything closed in order. */
    void finish(int code) {
        closeAll();
        silence();
        Runtime.getRuntime().halt(code);
    }

    /** The shutdown hook: somebody else ends the process. A start under way is let finish, not pulled away under it. */
    void told() {
        try {
            boolean inTime = settled.await(STARTING_AT_MOST_SECONDS, TimeUnit.SECONDS);
            if (!inTime || !ready) {
                finish(5); // not the 143 of a run that was ready: what the JVM recorded of it is not worth keeping
            }
            closeAll();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        silence();
    }

    /** What the JVM prints about its cache of loaded classes, when it leaves one behind, is not for the terminal. */
    private static void silence() {
        System.out.close();
        System.err.close();
    }

    private synchronized void closeAll() {
        for (Runnable ending = endings.poll(); ending != null; ending = endings.poll()) {
            ending.run();
        }
    }
}
