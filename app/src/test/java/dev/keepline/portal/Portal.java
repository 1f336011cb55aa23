package dev.keepline.portal;

import dev.keepline.KeeplineApplication;
import dev.keepline.database.Database;
import dev.keepline.database.PostgresTest;
import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.NewAccount;
import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole application on a port of its own and a database of its own, for one test class. */
public final class Portal implements BeforeAllCallback, AfterAllCallback {

    public static final String PASSWORD = "seven lanterns over a quiet river";

    private final PostgresTest postgres = new PostgresTest();
    private final List<String> settings;
    private @Nullable ServletWebServerApplicationContext context;

    public Portal() {
        this(List.of());
    }

    /** @param settings besides those that every test has, as {@code --name=value} */
    Portal(List<String> settings) {
        this.settings = List.copyOf(settings);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        context = start(postgres.database());
    }

    private ServletWebServerApplicationContext start(Database database) {
        var application = new SpringApplication(KeeplineApplication.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                prepared -> ((GenericApplicationContext) prepared).registerBean(Database.class, () -> database));
        var all = new ArrayList<>(
                List.of("--server.port=0", "--keepline.sandbox=true", "--logging.file.name=target/portal-test.log"));
        all.addAll(settings);
        return (ServletWebServerApplicationContext) application.run(all.toArray(String[]::new));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        context().close();
        postgres.afterAll(test);
    }

    /** Ends the application and starts it again on the same database. */
    void restart() {
        context().close();
        context = start(postgres.database());
    }

    ServletWebServerApplicationContext context() {
        if (context == null) {
            throw new IllegalStateException("not started");
        }
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    PostgresTest postgres() {
        return postgres;
    }

    /** A browser that has not been here before. */
    public Visitor visitor() {
        var server = context().getWebServer();
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return new Visitor("http://localhost:" + server.getPort());
    }

    /** An account that can sign in with {@link #PASSWORD}. */
    public AccountId account(String email) {
        var id = new AccountId(UUID.nameUUIDFromBytes(email.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        bean(Accounts.class)
                .create(
                        new NewAccount(
                                id,
                                EmailAddress.parse(email).orElseThrow(),
                                "Lin Wei",
                                "en",
                                ZoneId.of("Asia/Shanghai")),
                        PASSWORD,
                        Instant.parse("2026-11-25T00:00:00Z"));
        return id;
    }
}
