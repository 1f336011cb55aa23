package dev.keepline.testing;

import dev.keepline.journey.RealProcess;
import dev.keepline.journey.SandboxClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The sandbox alone, as a process of its own on a free port and an empty folder, for one test class:
 *
 * <pre>{@code @RegisterExtension static final SandboxProcess sandbox = new SandboxProcess();}</pre>
 */
public final class SandboxProcess implements BeforeAllCallback, AfterAllCallback {

    public static final String STRIPE_KEY = "sk_test_world";
    public static final String STRIPE_WEBHOOK_SECRET = "whsec_tests";
    public static final String DTONE_KEY = "world";
    public static final String DTONE_SECRET = "world-secret";

    private final SandboxClient client = new SandboxClient(RealProcess.freePort());
    private final int webhookPort = RealProcess.freePort();
    private @Nullable RealProcess process;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!Files.isDirectory(Path.of("../sandbox/target/lib"))) {
            throw new IllegalStateException("build the sandbox first: mvn -pl sandbox package -DskipTests");
        }
        var folder = Path.of("target", "world", "sandbox-" + UUID.randomUUID());
        process = client.start(folder, "http://127.0.0.1:" + webhookPort + "/webhooks/stripe", STRIPE_WEBHOOK_SECRET);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (process != null) {
            process.close();
        }
    }

    /** Its control calls. */
    public SandboxClient control() {
        return client;
    }

    /** Where it sends Stripe's webhooks, on this machine. */
    public int webhookPort() {
        return webhookPort;
    }

    /** Of Stripe's API, without {@code /v1}. */
    public URI stripe() {
        return client.url("/stripe");
    }

    /** Of DT One's API. */
    public URI dtOne() {
        return client.url("/dtone/v1");
    }
}
