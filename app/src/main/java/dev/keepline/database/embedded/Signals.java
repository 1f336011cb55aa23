package dev.keepline.database.embedded;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a server in the order of kindness: fast (clients cut, checkpoint), immediate (recovery at next start), killed. */
final class Signals {
    private Signals() {}

    /** Returns when the process has ended. Java itself can send no SIGINT, which is what "fast" is. */
    static void stop(ProcessHandle process) throws IOException {
        send("INT", process);
        if (!endedWithin(process, 20)) {
            send("QUIT", process);
            if (!endedWithin(process, 5)) {
                process.destroyForcibly();
                endedWithin(process, 5);
            }
        }
    }

    private static void send(String signal, ProcessHandle process) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean endedWithin(ProcessHandle process, int seconds) throws IOException {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException failure) {
            throw new IOException("cannot wait for process " + process.pid(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
