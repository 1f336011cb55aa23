package dev.keepline.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** Stores people with lines: what the carrier said of each, and a job that rests until its day. */
final class Lines {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration LOOKS = Duration.ofHours(4);

    private final Connection owner;
    private final Instant now;

    Lines(Connection owner, Instant now) {
        this.owner = owner;
        this.now = now;
    }

    /** Accounts {@code from} to {@code to} (without), so many lines each. */
    void store(int from, int to, int each) throws SQLException {
        // Ours are consistent; looking each reference up again would take most of the time.
        try (Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
        }
        accounts(from, to);
        try (Copy lines = new Copy(
                owner,
                "line (account_id, line_id, carrier, label, msisdn, iccid, management, state, zip, zone, offering,"
                        + " created_at)")) {
            for (long n = (long) from * each; n < (long) to * each; n++) {
                lines.row(
                        Names.account(n / each),
                        Names.line(n),
                        "sandbox-mobile",
                        "Line " + n,
                        number(n),
                        Names.iccid(n),
                        "MANAGED",
                        "NY",
                        "10001",
                        "America/New_York",
                        "sandbox-monthly",
                        now.minus(MONTH));
            }
        }
        readings(from, to, each);
        resting(from, to, each);
    }

    private void accounts(int from, int to) throws SQLException {
        try (Copy accounts = new Copy(owner, "account (account_id, created_at)")) {
            for (int n = from; n < to; n++) {
                accounts.row(Names.account(n), now.minus(MONTH));
            }
        }
        try (Copy profiles = new Copy(owner, "account_profile (account_id, name, language, zone)")) {
            for (int n = from; n < to; n++) {
                profiles.row(Names.account(n), "Lin Wei", "en", "Asia/Shanghai");
            }
        }
    }

    private void readings(int from, int to, int each) throws SQLException {
        try (Copy readings =
                new Copy(owner, "line_reading (account_id, line_id, read_at, reading, ends_at, ends_read_at)")) {
            Instant readAt = now.minus(Duration.ofHours(5));
            for (long n = (long) from * each; n < (long) to * each; n++) {
                Instant end = end(n, now);
                String reading = "{\"buckets\":[{\"allowance\":\"DATA_BYTES\",\"left\":" + (n % 5_000) * 1_000_000
                        + ",\"expiresAt\":\"" + end + "\"}],\"readAt\":\"" + readAt + "\"}";
                readings.row(Names.account(n / each), Names.line(n), readAt, reading, end, readAt);
            }
        }
    }

    private void resting(int from, int to, int each) throws SQLException {
        try (Copy jobs = new Copy(owner, "job (account_id, kind, key, due_at)")) {
            for (long n = (long) from * each; n < (long) to * each; n++) {
                jobs.row(Names.account(n / each), "renewal", Names.line(n), now.plus(Duration.ofDays(1 + n % 28)));
            }
            // As in an installation that has run for a while: each account is looked at for reminders every few hours.
            for (long n = from; n < to; n++) {
                jobs.row(
                        Names.account(n),
                        "reminders",
                        "all",
                        now.plus(LOOKS.multipliedBy(n - from).dividedBy(to - from)));
            }
        }
    }

    /** When service of that line ends by the carrier's record, if it was stored at {@code now}. */
    static Instant end(long n, Instant now) {
        return now.plus(Duration.ofDays(2 + n % 28));
    }

    /** Signs the first accounts in: their cookies are {@link Names#cookie}. */
    void sessions(int accounts) throws SQLException {
        long week = Duration.ofDays(7).toMillis();
        try (Copy sessions = new Copy(
                owner,
                "spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,"
                        + " expiry_time, principal_name)")) {
            for (int n = 0; n < accounts; n++) {
                long at = now.toEpochMilli();
                sessions.row(Names.session(n), Names.session(n), at, at, week / 1000, at + week, Names.account(n));
            }
        }
        String name = "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME";
        try (Copy attributes =
                new Copy(owner, "spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)")) {
            for (int n = 0; n < accounts; n++) {
                attributes.row(
                        Names.session(n),
                        name,
                        "\\\\x" + serialised(Names.account(n).toString()));
            }
        }
    }

    private static String serialised(String text) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(text);
            objects.flush();
            return HexFormat.of().formatHex(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of the block kept for fiction: 555-0100 to 555-0199. */
    private static String number(long n) {
        return "+1" + (200 + n / 100 % 700) + "55501" + String.format("%02d", n % 100);
    }
}
