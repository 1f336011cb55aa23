package dev.keepline.kill;

import dev.keepline.journey.RealProcess;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Quote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One process of the application, from its start to its death. */
final class Life implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final RealProcess process;

    /** Starts it on the grounds; it stands by until it is told to {@link #go}. */
    Life(Grounds grounds, ClassArchive classes, String name) {
        this(grounds, classes, classes.options(), name);
    }

    /** The same with options of the JVM. */
    Life(Grounds grounds, ClassArchive classes, List<String> options, String name) {
        var database = grounds.database();
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of(Killable.class.getName(), database.url(), database.owner(), database.password()));
        arguments.addAll(grounds.settings(name));
        process = RealProcess.java(grounds.folder().resolve(name + ".out"), classes.classpath(), arguments);
    }

    /** From now on it takes work up. */
    Life go() {
        process.type("go");
        await("going");
        return this;
    }

    /** It dies where that point is reached next. */
    void arm(KillPoint point) {
        process.type("arm " + point);
        await("armed " + point);
    }

    /** It stops where that point is reached next, until it is told to {@link #goOn}. */
    void hold(KillPoint point) {
        process.type("hold " + point);
        await("holding " + point);
    }

    boolean stopped(KillPoint point) {
        return process.output().contains("stopped at " + point + "\n");
    }

    void goOn() {
        process.type("on");
    }

    /** Somebody agrees to a quote; what becomes of it shows in the store. */
    void agree(AccountId account, Quote quote) {
        process.type(
                "start " + account + " " + quote.id() + " " + quote.promise().termsVersion());
    }

    /** The operator has given the money back outside the gateway. */
    void giveBack(AccountId account, RenewalId renewal) {
        process.type("return " + account + " " + renewal);
    }

    /** Ends it in order; returns when it has ended. */
    void end() {
        process.type("end");
        RealProcess.await("end", LONGEST, () -> !process.alive());
    }

    boolean alive() {
        return process.alive();
    }

    /** Whether it died on the gallows, and of nothing else. */
    boolean killed() {
        return !process.alive() && process.exit() == Gallows.KILLED;
    }

    private void await(String word) {
        RealProcess.await(word, LONGEST, () -> {
            if (!process.alive()) {
                throw new AssertionError("ended before it said \"" + word + "\":\n" + process.output());
            }
            return process.output().contains(word + "\n");
        });
    }

    @Override
    public void close() {
        process.close();
    }
}
