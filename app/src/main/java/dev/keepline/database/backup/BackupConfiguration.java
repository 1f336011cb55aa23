package dev.keepline.database.backup;

import dev.keepline.database.Database;
import dev.keepline.settings.Check;
import dev.keepline.settings.Finding;
import dev.keepline.settings.KeeplineProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command, with the terminal to print on. */
@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

    @Bean
    BackupCommand backupCommand(Database database, KeeplineProperties settings) {
        return new BackupCommand(database, settings, System.out);
    }

    /** Money is not kept without a copy. The embedded server's only: one of the operator's is theirs to look after. */
    @Bean
    Check backup(JdbcClient jdbc, KeeplineProperties settings) {
        return new Check("backup", () -> settings.dbUrl() == null ? look(jdbc, settings.sandbox()) : NOT_OURS);
    }

    private static final Finding NOT_OURS = new Finding.Fine("a PostgreSQL of yours: deploy/postgresql backs it up");

    private static Finding look(JdbcClient jdbc, boolean sandbox) {
        var failing = jdbc.sql("""
                select coalesce(last_failed_wal, '') from pg_stat_archiver
                 where last_failed_time > coalesce(last_archived_time, '-infinity')""").query(String.class).optional();
        if (failing.isPresent()) {
            return new Finding.Wrong(
                    "the log is not kept since " + failing.get() + ": the disk of the backups may be full or away",
                    "Make room there; logs/postgres.log says more. The server tries again by itself.");
        }
        boolean kept = jdbc.sql("select current_setting('archive_command') not in ('true', '(disabled)', '')")
                .query((row, n) -> row.getBoolean(1))
                .single();
        return kept || sandbox
                ? new Finding.Fine(kept ? "the log is being kept" : "none, and nothing here is real")
                : new Finding.Wrong("there is none", "./keepline backup --to a folder on another disk.");
    }
}
