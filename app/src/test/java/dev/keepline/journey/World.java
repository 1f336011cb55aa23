package dev.keepline.journey;

import dev.keepline.KeeplineApplication;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.database.Database;
import dev.keepline.database.PostgresTest;
import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.NewAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.lines.Management;
import dev.keepline.lines.NewLine;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import dev.keepline.renewal.Renewals;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application on a database of its own beside a sandbox process of its own, for one test class. */
public final class World implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    public static final String PASSWORD = "seven lanterns over a quiet river";
    public static final String SECRET = "whsec_world";

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final @Nullable PostgresTest postgres;
    private final Database database;
    private final int port = RealProcess.freePort();
    private final AtomicInteger numbers = new AtomicInteger();
    private final SandboxClient sandbox = new SandboxClient(RealProcess.freePort());
    private final boolean demo;
    private @Nullable RealProcess sandboxProcess;
    private @Nullable ConfigurableApplicationContext context;

    /** With nobody in it. */
    public World() {
        this(false);
    }

    private World(boolean demo) {
        this.demo = demo;
        this.postgres = new PostgresTest();
        this.database = postgres.database();
    }

    private World(Database database) {
        this.demo = false;
        this.postgres = null;
        this.database = database;
    }

    /** On a database that somebody else looks after, with nobody made for it. */
    public static World on(Database database) {
        return new World(database);
    }

    /** With the demo subscriber, a line in each state, and the demo operator. */
    public static World demo() {
        return new World(true);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        open(test.getRequiredTestClass().getSimpleName());
    }

    /** For those who are no test class. */
    public World open(String name) {
        var folder = Path.of("target", "world", name + "-" + port);
        sandboxProcess = sandbox.start(folder, "http://127.0.0.1:" + port + "/webhooks/stripe", SECRET);
        context = start(database);
        return this;
    }

    /** Ends the application; the sandbox lives on. */
    public void endApplication() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    /** Starts the application on another database, beside the same sandbox. */
    public void startOn(Database other) {
        context = start(other);
    }

    private ConfigurableApplicationContext start(Database database) {
        var application = new SpringApplication(KeeplineApplication.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                prepared -> ((GenericApplicationContext) prepared).registerBean(Database.class, () -> database));
        return application.run(settings().toArray(String[]::new));
    }

    /** What the application is started with, as words of a command line. */
    public List<String> settings() {
        var settings = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--keepline.public-url=" + url("/").toString().replaceFirst("/$", ""),
                "--keepline.sandbox=true",
                "--keepline.stripe.url=" + sandbox.url("/stripe"),
                "--keepline.stripe.key=sk_test_world",
                "--keepline.portal.gateway-pages=" + sandbox.url(""),
                "--keepline.stripe.webhook-secret=" + SECRET,
                "--keepline.dtone.url=" + sandbox.url("/dtone/v1"),
                "--keepline.dtone.key=world",
                "--keepline.dtone.secret=world-secret",
                "--keepline.mail.host=127.0.0.1",
                "--keepline.mail.port=" + sandbox.smtpPort(),
                "--keepline.mail.security=none",
                "--logging.file.name=target/world-" + port + ".log"));
        if (demo) {
            settings.add("--keepline.sandbox-url=" + sandbox.url(""));
        }
        return settings;
    }

    /** Ends the application and starts it again on the same database, beside the same sandbox. */
    public void restart() {
        if (context != null) {
            context.close();
        }
        context = start(database);
    }

    @Override
    public void afterAll(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
        if (sandboxProcess != null) {
            sandboxProcess.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    public URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public SandboxClient sandbox() {
        return sandbox;
    }

    public PostgresTest postgres() {
        if (postgres == null) {
            throw new IllegalStateException("somebody else looks after the database");
        }
        return postgres;
    }

    public <T> T bean(Class<T> type) {
        if (context == null) {
            throw new IllegalStateException("not started");
        }
        return context.getBean(type);
    }

    /** The bean of that name, where there are several of a type. */
    public <T> T bean(String name, Class<T> type) {
        if (context == null) {
            throw new IllegalStateException("not started");
        }
        return context.getBean(name, type);
    }

    /** A new account that can log in as {@code email} with {@link #PASSWORD}. */
    public AccountId account(String email) {
        var id = new AccountId(UUID.randomUUID());
        var address = EmailAddress.parse(email).orElseThrow();
        bean(Accounts.class)
                .create(new NewAccount(id, address, "Lin Wei", "en", ZoneId.of("Asia/Shanghai")), PASSWORD, now());
        return id;
    }

    /** A new line of Sandbox Mobile with five days and half a gigabyte left; the carrier knows it too. */
    public Line esim(AccountId account, Iccid iccid) {
        sandbox.provision(iccid, now().plus(Duration.ofDays(5)));
        return emptyEsim(account, iccid);
    }

    /** One of whose profile the carrier's record holds nothing. */
    public Line emptyEsim(AccountId account, Iccid iccid) {
        int number = numbers.incrementAndGet();
        var identity = new Line.Identity(
                "sandbox-mobile",
                "Line " + number,
                Msisdn.parse("+1212555" + String.format("%04d", 100 + number)),
                Optional.of(iccid),
                Management.MANAGED);
        return line(account, identity, "sandbox-monthly");
    }

    /** A line of AT&T Prepaid paid as one goes, known by its number only. */
    public Line topUp(AccountId account, String number) {
        var identity =
                new Line.Identity("att-prepaid", "Top-up", Msisdn.parse(number), Optional.empty(), Management.MANAGED);
        return line(account, identity, "att-prepaid-top-up");
    }

    /** A line of Google Fi that its owner only keeps an eye on, with so many days of service left by their own word. */
    public Line tracked(AccountId account, String number, int days) {
        var identity =
                new Line.Identity("google-fi", "Travel", Msisdn.parse(number), Optional.empty(), Management.TRACKED);
        var ends = LocalDate.now(ZONE).plusDays(days);
        return line(account, identity, "fi-flexible", Optional.of(new Line.Dated(ends, now())));
    }

    /**
     * A line of T-Mobile Prepaid known by its number only.
     *
     * @param offering it is on, where that is known
     * @param days of service left by its owner's word
     */
    public Line tmobile(AccountId account, String number, Optional<String> offering, Optional<Integer> days) {
        var identity = new Line.Identity(
                "tmobile-prepaid", "Spare", Msisdn.parse(number), Optional.empty(), Management.TRACKED);
        var ends = days.map(left -> new Line.Dated(LocalDate.now(ZONE).plusDays(left), now()));
        return line(account, identity, offering, ends);
    }

    private Line line(AccountId account, Line.Identity identity, String offering) {
        return line(account, identity, offering, Optional.empty());
    }

    private Line line(AccountId account, Line.Identity identity, String offering, Optional<Line.Dated> stated) {
        return line(account, identity, Optional.of(offering), stated);
    }

    private Line line(
            AccountId account, Line.Identity identity, Optional<String> offering, Optional<Line.Dated> stated) {
        var id = new LineId(UUID.randomUUID());
        var home = new Line.Home(new PlaceOfUse("NY", "10001"), ZONE);
        bean(Lines.class).add(account, id, new NewLine(identity, home, offering, stated), now());
        return bean(Lines.class).find(account, id).orElseThrow();
    }

    /** Waits until the renewal has reached one of the phases; a failure tells what stands in the database. */
    public RenewalView until(AccountId account, RenewalId renewal, Phase... phases) {
        var renewals = bean(Renewals.class);
        try {
            RealProcess.await(
                    "renewal in one of " + List.of(phases),
                    Duration.ofMinutes(1),
                    () -> List.of(phases)
                            .contains(renewals.find(account, renewal)
                                    .orElseThrow()
                                    .phase()));
        } catch (AssertionError late) {
            throw new AssertionError(
                    late.getMessage() + "\n" + rows("renewal", renewal) + rows("job", renewal)
                            + rows("support_case", renewal) + sandbox.get("/control/log"),
                    late);
        }
        return renewals.find(account, renewal).orElseThrow();
    }

    /** A profile's number with a right check digit that ends in these four digits: the last three choose the carrier's answer. */
    public static Iccid iccid(int serial, String tail) {
        for (int filler = 0; filler < 10; filler++) {
            var iccid = Iccid.parse("8901999%07d%d%s".formatted(serial, filler, tail));
            if (iccid.isPresent()) {
                return iccid.get();
            }
        }
        throw new IllegalStateException("no filler makes a check digit before " + tail);
    }

    private String rows(String table, RenewalId renewal) {
        var sql = "select row_to_json(t)::text from " + table + " t where row_to_json(t)::text like ?";
        return table + ": "
                + JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner(), database.password()))
                        .sql(sql)
                        .param("%" + renewal + "%")
                        .query(String.class)
                        .list()
                + "\n";
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
