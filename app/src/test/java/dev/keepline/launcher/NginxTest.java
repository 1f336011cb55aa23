package dev.keepline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real nginx with {@code deploy/nginx.conf}, where there is one: what it tells us of a request, and what it lets through. */
class NginxTest {

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final String SECRET = "for a test";
    private static final int MEGABYTE = 1_000_000;

    @TempDir
    Path folder;

    private final CountDownLatch more = new CountDownLatch(1);
    private final HttpServer behind = behind();
    private int port;

    private static HttpServer behind() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            return server;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "there is no nginx here");
        behind.createContext("/", NginxTest::repeat);
        behind.createContext("/renewals/", this::stream);
        behind.start();
        port = Launched.freePorts();
        var site = Files.readString(Launched.ROOT.resolve("deploy/nginx.conf"))
                .replaceAll(" *listen \\[::].*\n", "")
                .replace("listen 80;", "listen 127.0.0.1:" + (port + 1) + ";")
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;")
                .replace("127.0.0.1:8080", "127.0.0.1:" + behind.getAddress().getPort())
                .replaceAll("/etc/ssl/lines\\.(pem|key)", folder + "/lines.$1");
        Files.writeString(folder.resolve("site.conf"), site);
        Files.writeString(folder.resolve("nginx.conf"), """
                user root;
                pid F/pid;
                error_log F/error.log;
                events {}
                http {
                  access_log off;
                  client_body_temp_path F/body;
                  proxy_temp_path F/proxy;
                  fastcgi_temp_path F/fastcgi;
                  uwsgi_temp_path F/uwsgi;
                  scgi_temp_path F/scgi;
                  include F/site.conf;
                }
                """.replace("F/", folder + "/"));
        certify();
        nginx("-t");
        nginx("");
    }

    @AfterEach
    void stop() throws IOException {
        if (Files.exists(folder.resolve("pid"))) {
            nginx("-s stop");
        }
        behind.stop(0);
    }

    @Test
    void it_says_where_and_how_a_request_came_and_believes_nobody_about_it() throws Exception {
        try (var client = client()) {
            var asked = request("/echo")
                    .header("X-Forwarded-For", "203.0.113.7")
                    .header("X-Forwarded-Proto", "http")
                    .build();
            assertThat(client.send(asked, BodyHandlers.ofString()).body().lines())
                    .contains("x-forwarded-for: [127.0.0.1]", "x-forwarded-proto: [https]", "host: [localhost]");
        }
    }

    @Test
    void without_tls_it_leads_there() throws Exception {
        try (var client = client()) {
            var plain = HttpRequest.newBuilder(URI.create("http://localhost:" + (port + 1) + "/lines?a=b"))
                    .build();
            var answer = client.send(plain, BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location")).contains("https://localhost/lines?a=b");
        }
    }

    @Test
    void a_large_file_of_lines_passes_and_a_larger_one_does_not() throws Exception {
        try (var client = client()) {
            var fits = request("/echo").POST(BodyPublishers.ofByteArray(new byte[32 * MEGABYTE]));
            assertThat(client.send(fits.build(), BodyHandlers.ofString()).body())
                    .contains("read: 32000000");
            var larger = request("/echo").POST(BodyPublishers.ofByteArray(new byte[40 * MEGABYTE]));
            assertThat(client.send(larger.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void an_event_of_a_renewal_comes_at_once() throws Exception {
        try (var client = client()) {
            var asked = request("/renewals/5a5d4f4c-7d2c-4f4f-9d5f-0b1c2d3e4f50/events")
                    .build();
            try (InputStream events =
                    client.send(asked, BodyHandlers.ofInputStream()).body()) {
                assertThat(new String(events.readNBytes(9), StandardCharsets.UTF_8))
                        .isEqualTo("data:one\n");
                assertThat(more.getCount()).as("the rest was not yet sent").isOne();
                more.countDown();
                assertThat(new String(events.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("data:two");
            }
        }
    }

    private static void repeat(HttpExchange asked) throws IOException {
        try (asked) {
            int read = asked.getRequestBody().readAllBytes().length;
            var text = new StringBuilder("read: " + read + "\n");
            asked.getRequestHeaders()
                    .forEach((name, values) -> text.append(name.toLowerCase(Locale.ROOT))
                            .append(": ")
                            .append(values)
                            .append('\n'));
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            asked.sendResponseHeaders(200, bytes.length);
            asked.getResponseBody().write(bytes);
        }
    }

    private void stream(HttpExchange asked) throws IOException {
        try (asked) {
            asked.getResponseHeaders().set("Content-Type", "text/event-stream");
            asked.sendResponseHeaders(200, 0);
            asked.getResponseBody().write("data:one\n\n".getBytes(StandardCharsets.UTF_8));
            asked.getResponseBody().flush();
            assertThat(more.await(30, TimeUnit.SECONDS)).isTrue();
            asked.getResponseBody().write("data:two\n\n".getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
    }

    private HttpClient client() throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("nginx", keys().getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }

    private KeyStore keys() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("lines.p12"))) {
            store.load(in, SECRET.toCharArray());
        }
        return store;
    }

    /** A key and a certificate for localhost, signed by itself, made by the JDK's own tool, as nginx reads them. */
    private void certify() throws Exception {
        said("keytool -genkeypair -alias server -keyalg EC -dname CN=localhost -ext SAN=dns:localhost -validity 2"
                + " -storetype PKCS12 -keystore " + folder + "/lines.p12 -storepass '" + SECRET + "'");
        write("lines.pem", "CERTIFICATE", keys().getCertificate("server").getEncoded());
        write(
                "lines.key",
                "PRIVATE KEY",
                keys().getKey("server", SECRET.toCharArray()).getEncoded());
    }

    private void write(String name, String what, byte[] content) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + what + "-----\n");
    }

    private void nginx(String words) throws IOException {
        said(PROGRAM + " -c " + folder.resolve("nginx.conf") + " " + words);
    }

    private static void said(String command) throws IOException {
        var path = "PATH=\"$JAVA_HOME/bin:$PATH\"; ";
        try (var launched = Launched.alone(List.of("sh", "-c", path + command), Map.of())) {
            assertThat(launched.ends()).as(launched.output()).isZero();
        }
    }
}
