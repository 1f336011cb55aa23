package dev.keepline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One run: everything is started, filled, measured and ended. */
final class Bench {

    private static final int CONNECTIONS = 16;
    private static final int READERS = 2_000;
    private static final Duration BRIEFLY = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofSeconds(200);
    private static final Map<String, Figures.Aim> AIMS = Map.of(
            "home_rps", Figures.Aim.atLeast(1_500),
            "home_p99_ms", Figures.Aim.atMost(25),
            "renewals_per_s", Figures.Aim.atLeast(200),
            "ratio", Figures.Aim.atLeast(0.5),
            "claim_ratio", Figures.Aim.atMost(1.5),
            "start_ms", Figures.Aim.atMost(3_000),
            "rss_load_mb", Figures.Aim.atMost(450),
            "proof_p99_ms", Figures.Aim.atMost(2_000));

    private final Setup setup;
    private final Sizes sizes;
    private final Figures figures = new Figures(AIMS);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Optional<BareRows.Texts> texts = Optional.empty();

    Bench(Setup setup, Sizes sizes) {
        this.setup = setup;
        this.sizes = sizes;
    }

    /** The figures as JSON. */
    String run() throws Exception {
        empty(setup.folder());
        try (Store store = Store.start(setup.folder().resolve("store"))) {
            Map<String, String> machine = Machine.describe(store.text("show server_version"));
            machine.forEach((key, words) -> System.out.println("  " + key + ": " + words));
            fill(store);
            if (sizes.measures("pages") || sizes.measures("renewals")) {
                measure(store);
            }
            if (sizes.measures("claims")) {
                claims(store);
            }
            machine.put("load_after", Machine.load());
            return figures.json(machine);
        }
    }

    private void fill(Store store) throws Exception {
        System.out.println("Storing " + sizes.accounts() * sizes.linesEach() + " lines");
        try (Connection owner = store.owner()) {
            Lines lines = new Lines(owner, now);
            lines.store(0, sizes.accounts(), sizes.linesEach());
            lines.sessions(sizes.accounts());
        }
        store.execute("vacuum analyze");
        store.execute("checkpoint");
    }

    private void measure(Store store) throws Exception {
        int port = Ports.free();
        try (Sandbox sandbox = Sandbox.start(setup, "sandbox", port);
                Application application = Application.start(setup, store, sandbox, port)) {
            figures.add("start_ms", (double) application.start().toMillis());
            figures.add("rss_idle_mb", (double) application.process().residentMb());
            if (sizes.measures("pages")) {
                pages(store, application);
                figures.add("rss_load_mb", (double) application.process().residentMb());
            }
            if (sizes.measures("renewals")) {
                renewals(store, application, sandbox);
            }
        }
        if (sizes.measures("renewals")) {
            bare(store);
        }
    }

    private void pages(Store store, Application application) throws Exception {
        System.out.println("Pages, " + CONNECTIONS + " connections, signed in");
        Load load = new Load(application.port(), CONNECTIONS, sizes.warmUp(), sizes.counted());
        List<byte[]> home = new ArrayList<>();
        List<byte[]> line = new ArrayList<>();
        for (int n = 0; n < READERS; n++) {
            home.add(dev.keepline.bench.Connection.get("/", Names.cookie(n), true));
            String path = "/lines/" + Names.line((long) n * sizes.linesEach());
            line.add(dev.keepline.bench.Connection.get(path, Names.cookie(n), true));
        }
        var processor = new Processor(Map.of("app", application.process().pid(), "db", store.pid()));
        page("home", load, home, processor);
        page("line", load, line, processor);
    }

    private void page(String name, Load load, List<byte[]> requests, Processor processor) throws Exception {
        Latencies taken = load.run(requests, processor::from);
        figures.add(name, taken);
        processor.to(figures, name, taken.count());
    }

    private void renewals(Store store, Application application, Sandbox sandbox) throws Exception {
        System.out.println("Renewals over HTTP, gateway and carrier and their webhooks included");
        int first = READERS;
        carried(sandbox, first, sizes.renewing());
        Latencies proofs = new Proofs(application, sandbox, 4).measure(first, sizes.linesEach(), sizes.proofs());
        figures.add("proof_p50_ms", proofs.millis(0.50));
        figures.add("proof_p99_ms", proofs.millis(0.99));
        first += Proofs.WARM_UP + sizes.proofs();
        Throughput throughput = new Throughput(application, sandbox, store);
        throughput.measure(
                first, sizes.linesEach(), sizes.renewals() / 3, BRIEFLY, () -> {}); // so that the compiler is done
        first += sizes.renewals() / 3;
        var processor = new Processor(Map.of(
                "app",
                application.process().pid(),
                "db",
                store.pid(),
                "sandbox",
                sandbox.process().pid()));
        figures.add(
                "renewals_per_s",
                throughput.measure(first, sizes.linesEach(), sizes.renewals(), LONG, processor::from));
        processor.to(figures, "renewal", sizes.renewals());
        texts = Optional.of(throughput.texts());
    }

    /** The carrier's record says of these lines what is stored of them, or nothing would be ordered for them. */
    private void carried(Sandbox sandbox, int first, int accounts) throws Exception {
        for (int n = first; n < first + accounts; n++) {
            long line = (long) n * sizes.linesEach();
            sandbox.carries(Names.iccid(line), Lines.end(line, now));
        }
    }

    private void bare(Store store) throws Exception {
        System.out.println("The same without the product");
        int first = sizes.accounts() - 2 * sizes.renewals();
        try (BareLoop loop = new BareLoop(setup, new BareRows(store, texts.orElseThrow()))) {
            loop.measure(first, sizes.linesEach(), sizes.renewals() / 3, BRIEFLY, () -> {});
            first += sizes.renewals() / 3;
            var processor = new Processor(Map.of(
                    "self",
                    ProcessHandle.current().pid(),
                    "db",
                    store.pid(),
                    "sandbox",
                    loop.sandbox().pid()));
            figures.add("bare_per_s", loop.measure(first, sizes.linesEach(), sizes.renewals(), LONG, processor::from));
            processor.to(figures, "bare", sizes.renewals());
        }
        figures.add("ratio", figures.of("renewals_per_s") / figures.of("bare_per_s"));
    }

    private void claims(Store store) throws Exception {
        System.out.println("Claims of 100 due jobs");
        var claims = new Claims(store);
        claims.measure("bench-0", sizes.accounts());
        double few = claims.measure("bench-1", sizes.accounts()).millis(0.5);
        figures.add("claim_few_ms", few);
        System.out.println("Storing " + sizes.manyLines() + " lines");
        try (Connection owner = store.owner()) {
            new Lines(owner, Instant.now().truncatedTo(ChronoUnit.SECONDS))
                    .store(sizes.accounts(), sizes.manyLines() / sizes.linesEach(), sizes.linesEach());
        }
        store.execute("vacuum analyze");
        double many = claims.measure("bench-2", sizes.accounts()).millis(0.5);
        figures.add("claim_many_ms", many);
        figures.add("claim_ratio", many / few);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
