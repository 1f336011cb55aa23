package dev.keepline.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.keepline.kernel.AccountId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A freshly migrated database for one test class, on a real server shared by the whole test JVM:
 *
 * <pre>{@code @RegisterExtension static final PostgresTest postgres = new PostgresTest();}</pre>
 *
 * <p>Tests of jqwik, which knows no such extensions, hold it in a static field and never close it: databases end with
 * the server.
 */
public final class PostgresTest implements BeforeAllCallback, AfterAllCallback {
    private final Database database = SharedPostgres.freshDatabase();
    private final HikariDataSource pool = ConnectionPool.open(database, 16);
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final AtomicLong accounts = new AtomicLong(1_000);
    private final TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(pool));

    @Override
    public void beforeAll(ExtensionContext context) {
        // Made by the constructor, so that other static fields of the test class can use it.
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** For those who are no test class. */
    public void close() {
        pool.close();
        SharedPostgres.drop(database);
    }

    /** With the application's rights. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** A new account. */
    public AccountId account() {
        var account = new AccountId(new UUID(0, accounts.incrementAndGet()));
        jdbc.sql("insert into account (account_id, created_at) values (?, now())")
                .param(account.value())
                .update();
        return account;
    }

    /** With the owner's rights: to look at what the application may not read, or to plant what it may not write. */
    public JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner(), database.password()));
    }

    /** Plain transactions with the application's rights. */
    public TransactionTemplate template() {
        return template;
    }

    /** Transactions as modules open them. */
    public Transactions transactions() {
        return new Transactions(template);
    }

    /** The pool with the application's rights. */
    public HikariDataSource dataSource() {
        return pool;
    }

    /** For a whole application on this database. */
    public Database database() {
        return database;
    }
}
