package dev.keepline.kill;

import dev.keepline.KeeplineApplication;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.database.Database;
import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.NewAccount;
import dev.keepline.journey.RealProcess;
import dev.keepline.journey.SandboxClient;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.lines.Management;
import dev.keepline.lines.NewLine;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What outlives the processes that are killed: a sandbox of its own, a database, and eyes that look at both. */
final class Grounds implements AutoCloseable {

    private static final String SECRET = "whsec_kill";

    private final Path folder;
    private final Database database;
    private final int port = RealProcess.freePort();
    private final SandboxClient sandbox = new SandboxClient(RealProcess.freePort());
    private final RealProcess sandboxProcess;
    private final ConfigurableApplicationContext eyes;
    private final AtomicInteger numbers = new AtomicInteger();

    /** Starts the sandbox, and an application without workers: it takes no job up. */
    Grounds(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
        this.sandboxProcess = sandbox.start(folder, "http://127.0.0.1:" + port + "/webhooks/stripe", SECRET);
        var application = new SpringApplication(KeeplineApplication.class);
        application.setRegisterShutdownHook(false);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.addInitializers(
                prepared -> ((GenericApplicationContext) prepared).registerBean(Database.class, () -> database));
        this.eyes = application.run(settings("eyes").toArray(String[]::new));
    }

    /** For an application on these grounds, with a log file of that name. */
    List<String> settings(String name) {
        return List.of(
                "--server.port=" + port,
                "--keepline.public-url=http://localhost:" + port,
                "--keepline.sandbox=true",
                "--keepline.stripe.url=" + sandbox.url("/stripe"),
                "--keepline.stripe.key=sk_test_world",
                "--keepline.stripe.webhook-secret=" + SECRET,
                "--keepline.dtone.url=" + sandbox.url("/dtone/v1"),
                "--keepline.dtone.key=world",
                "--keepline.dtone.secret=world-secret",
                "--keepline.jobs.idle=50ms",
                "--logging.file.name=" + folder.resolve(name + ".log"));
    }

    Path folder() {
        return folder;
    }

    Database database() {
        return database;
    }

    /** Where the pages of a life are. */
    String pages() {
        return "http://localhost:" + port;
    }

    SandboxClient sandbox() {
        return sandbox;
    }

    <T> T bean(Class<T> type) {
        return eyes.getBean(type);
    }

    /** With the owner's rights, and a connection of its own. */
    JdbcClient owner() {
        return JdbcClient.create(
                new SingleConnectionDataSource(database.url(), database.owner(), database.password(), true));
    }

    /** A new line of a new account that ends with these digits; carrier and books know it. */
    Line line(String endsWith) {
        var account = new AccountId(UUID.randomUUID());
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        int number = numbers.incrementAndGet();
        var email = EmailAddress.parse("kill-" + number + "@keepline.example").orElseThrow();
        var person = new NewAccount(account, email, "Lin Wei", "en", ZoneId.of("Asia/Shanghai"));
        bean(Accounts.class).create(person, "seven lanterns over a quiet river", now);
        var iccid = iccid(number, endsWith);
        sandbox.provision(iccid, now.plus(Duration.ofDays(5)));
        var identity = new Line.Identity(
                "sandbox-mobile",
                "Line " + number,
                Msisdn.parse("+1212555" + String.format("%04d", 100 + number)),
                Optional.of(iccid),
                Management.MANAGED);
        var home = new Line.Home(new PlaceOfUse("NY", "10001"), ZoneId.of("America/New_York"));
        var line = new LineId(UUID.randomUUID());
        var added = new NewLine(identity, home, Optional.of("sandbox-monthly"), Optional.empty());
        bean(Lines.class).add(account, line, added, now);
        return bean(Lines.class).find(account, line).orElseThrow();
    }

    /** Of the range that no operator issues. */
    private static Iccid iccid(int number, String endsWith) {
        for (int last = 0; last < 100_000; last++) {
            var digits = "8901999%07d%05d".formatted(number, last);
            var valid = Iccid.parse(digits).filter(found -> digits.matches(".*" + endsWith));
            if (valid.isPresent()) {
                return valid.get();
            }
        }
        throw new IllegalArgumentException("no number ends with " + endsWith);
    }

    Quote quote(Line line) {
        var result = bean(Quotes.class)
                .quote(line.account(), line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        if (result instanceof QuoteResult.Quoted(var quote)) {
            return quote;
        }
        throw new AssertionError("no quote: " + result);
    }

    @Override
    public void close() {
        eyes.close();
        sandboxProcess.close();
    }
}
