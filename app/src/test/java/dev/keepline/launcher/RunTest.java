package dev.keepline.launcher;

import static dev.keepline.launcher.Launched.freePorts;
import static dev.keepline.launcher.Launched.hasEnded;
import static dev.keepline.launcher.Launched.keepline;
import static dev.keepline.launcher.Launched.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * All three processes from one command, on one data folder through every way of ending: each test starts on what the
 * one before left behind, so the order is part of what is shown.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static int port;

    @BeforeAll
    static void the_sandbox_is_built() throws IOException {
        assumeTrue(
                Launched.isSandboxBuilt(),
                "skipped: sandbox/target/lib is missing; './keepline test' or 'mvn package' makes it");
        data = Launched.dataFolder(folder);
        port = freePorts();
    }

    @Test
    @Order(1)
    void one_command_starts_all_three_and_ctrl_c_ends_all_three() throws Exception {
        try (Launched run = start()) {
            List<ProcessHandle> three = theThree().toList();
            assertThat(status(port)).isBetween(200, 499);
            assertThat(status(port + 1)).isBetween(200, 499);
            assertThat(othersAddresses()).noneMatch(address -> opens(address, port));
            assertThat(run.signal("INT").ends()).isEqualTo(130);
            assertThat(run.output()).contains("Stopped");
            three.forEach(Launched::hasEnded);
        }
        assertThat(Files.exists(data.resolve("pg/postmaster.pid"))).isFalse();
    }

    @Test
    @Order(2)
    void kill_9_of_the_application_ends_the_others_and_says_so() throws Exception {
        theOthersEndWhenKilled("run/app.pid", "the application was killed");
    }

    @Test
    @Order(3)
    void kill_9_of_the_database_ends_the_others_and_says_so() throws Exception {
        theOthersEndWhenKilled("pg/postmaster.pid", "the database server ended unexpectedly");
    }

    @Test
    @Order(4)
    void kill_9_of_the_sandbox_ends_the_others_and_says_so() throws Exception {
        theOthersEndWhenKilled("run/sandbox.pid", "the sandbox was killed (signal 9)");
    }

    @Test
    @Order(5)
    void kill_9_of_the_launcher_ends_application_and_database_and_the_next_start_clears_the_sandbox() throws Exception {
        try (Launched run = start()) {
            ProcessHandle application = named(data.resolve("run/app.pid"));
            ProcessHandle database = named(data.resolve("pg/postmaster.pid"));
            ProcessHandle sandbox = named(data.resolve("run/sandbox.pid"));
            run.signal("KILL");
            hasEnded(application);
            hasEnded(database);
            try (Launched next = start()) {
                assertThat(next.output()).contains("Stopping what an earlier run left behind (sandbox");
                hasEnded(sandbox);
            }
        }
    }

    @Test
    @Order(6)
    void kill_9_of_everything_at_once_is_recovered_by_the_next_start() throws Exception {
        try (Launched run = start()) {
            List<ProcessHandle> three = theThree().toList();
            run.signal("KILL");
            three.forEach(ProcessHandle::destroyForcibly);
            three.forEach(Launched::hasEnded);
        }
        try (Launched next = start()) {
            assertThat(next.output()).doesNotContain("keepline:");
        }
    }

    @Test
    @Order(7)
    void a_second_run_on_the_same_folder_or_port_is_refused_and_the_first_goes_on() throws Exception {
        try (Launched first = start();
                Launched sameFolder = keepline("run", "--data", data.toString(), "--port", "" + freePorts());
                Launched samePort =
                        keepline("run", "--data", folder.resolve("other").toString(), "--port", "" + port)) {
            sameFolder.says("is in use by another Keepline").says("--data");
            assertThat(sameFolder.ends()).isEqualTo(1);
            samePort.says("port " + port + " is taken").says("--port");
            assertThat(samePort.ends()).isEqualTo(1);
            assertThat(status(port)).isBetween(200, 499);
            assertThat(first.output()).doesNotContain("keepline:");
        }
    }

    private static void theOthersEndWhenKilled(String pidFile, String said) throws Exception {
        try (Launched run = start()) {
            List<ProcessHandle> three = theThree().toList();
            named(data.resolve(pidFile)).destroyForcibly();
            assertThat(run.says(said).ends()).isNotZero();
            three.forEach(Launched::hasEnded);
        }
    }

    private static Launched start() throws IOException {
        return keepline("run", "--data", data.toString(), "--port", "" + port).says("Keepline is ready");
    }

    private static Stream<ProcessHandle> theThree() throws IOException {
        return Stream.of(
                named(data.resolve("run/app.pid")),
                named(data.resolve("run/sandbox.pid")),
                named(data.resolve("pg/postmaster.pid")));
    }

    /** As others on the network reach this machine; none where there is no network. */
    private static List<InetAddress> othersAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
    }

    private static boolean opens(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static int status(int port) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
