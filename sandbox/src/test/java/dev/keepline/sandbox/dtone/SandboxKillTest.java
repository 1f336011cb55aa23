package dev.keepline.sandbox.dtone;

import static dev.keepline.sandbox.dtone.DtOneClient.esimOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.sandbox.ControlClient;
import dev.keepline.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox in a process of its own, killed with SIGKILL while it takes orders. */
class SandboxKillTest {

    private static final int WRITERS = 4;
    private static final int BEFORE_THE_KILL = 200;

    @TempDir
    private Path folder;

    private @Nullable Process process;

    /** Starts the process and returns its base URL. */
    private String launch() throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sandbox.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process = started;
        BufferedReader output = started.inputReader(StandardCharsets.UTF_8);
        String line = String.valueOf(output.readLine());
        assertThat(line).startsWith("sandbox ready on ");
        return line.substring("sandbox ready on ".length());
    }

    @AfterEach
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void fault_16_every_order_answered_before_the_kill_is_there_after_it_and_ends_once() throws Exception {
        String url = launch();
        int plan = new DtOneClient(url).plan(30, 5);
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "w" + writer + "-";
            DtOneClient client = new DtOneClient(url);
            writers.add(Thread.ofVirtual().start(() -> orderUntilItDies(client, name, plan, answered)));
        }
        ControlClient.until("enough orders", () -> answered.size() >= BEFORE_THE_KILL);
        kill();
        for (Thread writer : writers) {
            writer.join();
        }

        String again = launch();
        DtOneClient after = new DtOneClient(again);
        new ControlClient(again).settle();
        for (String reference : answered) {
            assertThat(after.get("/transactions?external_id=" + reference)
                            .body()
                            .path(0)
                            .at("/status/class/id")
                            .asInt())
                    .as(reference)
                    .isEqualTo(7);
        }
        int completed = Integer.parseInt(after.get("/transactions?status_id=70000&per_page=1")
                .headers()
                .firstValue("X-Total")
                .orElseThrow());
        assertThat(completed).isGreaterThanOrEqualTo(answered.size());
        assertThat(after.available()).isEqualTo(250_000 - completed * 11.25);
        double gigabytes = 0;
        for (int writer = 0; writer < WRITERS; writer++) {
            gigabytes += after.gigabytes(line("w" + writer + "-"));
        }
        assertThat(gigabytes).isEqualTo(completed * 5.0);
    }

    @Test
    void fault_16_an_order_under_way_at_the_kill_ends_after_it() throws Exception {
        DtOneClient before = new DtOneClient(launch());
        String slow = DtOneTest.iccid("300");
        long id = before.async(esimOrder("r-slow", before.plan(30, 5), slow)).id();
        kill();
        String url = launch();
        DtOneClient after = new DtOneClient(url);
        assertThat(after.get("/transactions/" + id).stateClass()).isEqualTo(5);
        new ControlClient(url).advance(301);
        assertThat(after.get("/transactions/" + id).stateClass()).isEqualTo(7);
        assertThat(after.gigabytes(slow)).isEqualTo(5);
    }

    private static void orderUntilItDies(DtOneClient client, String name, int plan, Queue<String> answered) {
        try {
            for (int i = 0; ; i++) {
                String reference = name + i;
                if (client.async(esimOrder(reference, plan, line(name))).status() == 201) {
                    answered.add(reference);
                }
            }
        } catch (IOException killed) {
            // The kill is what this test waits for.
            assertThat(killed).isNotNull();
        }
    }

    private static String line(String writer) {
        return DtOneTest.iccid("4" + writer.charAt(1));
    }
}
