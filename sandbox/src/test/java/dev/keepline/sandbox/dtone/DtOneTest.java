package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.ControlClient;
import dev.keepline.sandbox.Sandbox;
import dev.keepline.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh sandbox for each test. */
abstract class DtOneTest {

    /** In the sandbox's own range; ends so that an order completes at once. */
    static final String ICCID = iccid("08");

    @TempDir
    Path folder;

    Sandbox sandbox;
    ControlClient control;
    DtOneClient client;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(new SandboxOptions(0, folder, Map.of()));
        control = new ControlClient(sandbox.baseUrl());
        client = new DtOneClient(sandbox.baseUrl());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** A number of the sandbox's range that ends in these digits and is valid by its check digit. */
    static String iccid(String ending) {
        for (long serial = 100; serial < 100_000; serial++) {
            String candidate = Iccids.issue(serial);
            if (candidate.endsWith(ending)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("no ICCID ends in " + ending);
    }
}
