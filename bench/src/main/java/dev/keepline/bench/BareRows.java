package dev.keepline.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The rows that one renewal writes, in the transactions in which the product writes them, by plain JDBC: what any program
 * has to do that keeps the same books. Its JSON is the product's own, of a renewal that was.
 */
final class BareRows implements AutoCloseable {

    private static final String LEASE =
            "update job set leased_until = now() + interval '60 seconds' where account_id = ? and kind = 'bare' and key = ?";
    private static final String CLAIM =
            "update job set leased_until = now() + interval '60 seconds', fence = fence + 1,"
                    + " attempts = attempts + 1 where account_id = ? and kind = 'bare' and key = ?";
    private static final String FINISH =
            "update job set due_at = now() + interval '1 hour', leased_until = '-infinity',"
                    + " fence = fence + 1, attempts = 0 where account_id = ? and kind = 'bare' and key = ?";
    private static final String WAKE =
            "update job set due_at = least(due_at, now()), wakes = wakes + 1 where account_id = ? and kind = 'bare' and key = ?";
    private static final String STAGE = "update renewal set stage_name = ?, stage = ?::jsonb, version = version + 1,"
            + " changed_at = now() where account_id = ? and renewal_id = ?";
    private static final String HISTORY =
            "insert into renewal_history (account_id, renewal_id, version, stage_name, cause,"
                    + " at) select account_id, renewal_id, version, stage_name, 'Bare', now() from renewal where account_id = ?"
                    + " and renewal_id = ?";
    private static final String ENTRY = "with entry as (insert into journal_entry (account_id, template, reference,"
            + " renewal_id, booked_at) values (?, ?, ?, ?, now()) returning account_id, entry_id) insert into transfer"
            + " (account_id, entry_id, n, debit, credit, amount_minor, currency) select account_id, entry_id, n, 'bare.a',"
            + " 'bare.b', 1307, 'USD' from entry, generate_series(1, ?) n";

    /**
     * JSON of the product's own.
     *
     * @param early stage while somebody pays
     * @param late stage with its evidence
     */
    record Texts(String terms, String early, String late, String reading) {}

    private final HikariDataSource pool;
    private final Texts texts;

    BareRows(Store store, Texts texts) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(store.database().url());
        config.setUsername(store.database().owner());
        config.setPassword(store.database().password());
        config.setMaximumPoolSize(16);
        this.pool = new HikariDataSource(config);
        this.texts = texts;
    }

    /** Writes of one transaction. */
    @FunctionalInterface
    interface Writes {
        void in(Connection connection) throws SQLException;
    }

    private void commit(Writes writes) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            writes.in(connection);
            connection.commit();
        }
    }

    void begin(BareRenewal one) throws SQLException {
        commit(c -> {
            run(
                    c,
                    "insert into renewal (account_id, renewal_id, line_id, segment, terms, stage_name, stage, version,"
                            + " created_at, changed_at) values (?, ?, ?, 1, ?::jsonb, 'AwaitingPayment', ?::jsonb, 1, now(), now())",
                    one.account(),
                    one.id(),
                    one.line(),
                    texts.terms(),
                    texts.early());
            run(
                    c,
                    "insert into job (account_id, kind, key, due_at) values (?, 'bare', ?, now() + interval '1 hour')",
                    one.account(),
                    one.id().toString());
        });
    }

    /** A webhook of the gateway. */
    void inbox(BareRenewal one, String event, String type, boolean wakes) throws SQLException {
        commit(c -> {
            run(
                    c,
                    "insert into payment_inbox (account_id, gateway, event_id, type, job_kind, job_key, received_at)"
                            + " values (?, 'bare', ?, ?, 'bare', ?, now()) on conflict do nothing",
                    one.account(),
                    event,
                    type,
                    one.id().toString());
            if (wakes) {
                job(c, WAKE, one);
            }
        });
    }

    void wake(BareRenewal one) throws SQLException {
        commit(c -> job(c, WAKE, one));
    }

    void claim(BareRenewal one) throws SQLException {
        commit(c -> job(c, CLAIM, one));
    }

    /** A question is about to be asked. */
    void asking(BareRenewal one) throws SQLException {
        commit(c -> stage(c, one, "AwaitingPayment", texts.early()));
    }

    void held(BareRenewal one) throws SQLException {
        commit(c -> {
            passed(c, one, "Snapshotting", texts.early());
            answered(c, one, "ReadSession");
            entry(c, one, "authorise", 1);
            run(
                    c,
                    "insert into customer_balance (account_id, code, currency, balance_minor) values (?, 'customer.hold',"
                            + " 'USD', 1307) on conflict (account_id, code, currency) do update set balance_minor ="
                            + " customer_balance.balance_minor + excluded.balance_minor",
                    one.account());
        });
    }

    /** A command is about to be sent. */
    void commanding(BareRenewal one, String stage, String command) throws SQLException {
        commit(c -> {
            passed(c, one, stage, stage.equals("Capturing") ? texts.late() : texts.early());
            answered(c, one, "ReadLine");
            run(
                    c,
                    "insert into outside_call (account_id, request_id, renewal_id, command, first_at, last_at) values (?,"
                            + " ?, ?, ?, now(), now())",
                    one.account(),
                    one.reference() + command,
                    one.id(),
                    command);
        });
    }

    void pending(BareRenewal one) throws SQLException {
        commit(c -> {
            passed(c, one, "Asking", texts.early());
            answered(c, one, "PlaceOrder");
            job(c, FINISH, one);
        });
    }

    void ordered(BareRenewal one) throws SQLException {
        commit(c -> {
            passed(c, one, "ReadingBack", texts.late());
            answered(c, one, "FindOrder");
            entry(c, one, "carrier-order", 1);
        });
    }

    void renewed(BareRenewal one) throws SQLException {
        commit(c -> {
            passed(c, one, "Renewed", texts.late());
            answered(c, one, "Capture");
            entry(c, one, "capture", 4);
            run(
                    c,
                    "update customer_balance set balance_minor = balance_minor - 1307 where account_id = ?",
                    one.account());
            run(
                    c,
                    "insert into message (account_id, kind, reference, created_at) values (?, 'bare', ?, now())",
                    one.account(),
                    one.id().toString());
            run(
                    c,
                    "insert into line_segment (account_id, line_id, renewal_id, segment, ends_on, booked_at) values (?, ?,"
                            + " ?, 1, null, now())",
                    one.account(),
                    one.line(),
                    one.id());
            run(
                    c,
                    "update line_reading set read_at = now(), reading = ?::jsonb, ends_at = now(), ends_read_at = now()"
                            + " where account_id = ? and line_id = ?",
                    texts.reading(),
                    one.account(),
                    one.line());
            job(c, FINISH, one);
        });
    }

    private static void passed(Connection c, BareRenewal one, String name, String stage) throws SQLException {
        stage(c, one, name, stage);
        run(c, HISTORY, one.account(), one.id());
    }

    private static void answered(Connection c, BareRenewal one, String question) throws SQLException {
        run(
                c,
                "insert into outside_answer (account_id, renewal_id, question, outcome, said, reference, at) values (?, ?, ?,"
                        + " 'DONE', 'BARE', '', now()) on conflict (account_id, renewal_id, question) do update set at = excluded.at",
                one.account(),
                one.id(),
                question);
    }

    private static void stage(Connection c, BareRenewal one, String name, String stage) throws SQLException {
        job(c, LEASE, one);
        run(c, STAGE, name, stage, one.account(), one.id());
    }

    private static void entry(Connection c, BareRenewal one, String template, int transfers) throws SQLException {
        run(c, ENTRY, one.account(), template, one.reference(), one.id(), transfers);
    }

    private static void job(Connection c, String sql, BareRenewal one) throws SQLException {
        run(c, sql, one.account(), one.id().toString());
    }

    private static void run(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
