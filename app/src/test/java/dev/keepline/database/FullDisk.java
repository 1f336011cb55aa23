package dev.keepline.database;

/**
 * A disk that is full, as far as one table goes: whoever writes a row of it is refused by the server at the commit, with
 * the server's own code for a full disk (53100).
 */
public final class FullDisk implements AutoCloseable {

    private final PostgresTest postgres;
    private final String table;

    private FullDisk(PostgresTest postgres, String table) {
        this.postgres = postgres;
        this.table = table;
    }

    /** Full until it is closed. */
    public static FullDisk of(PostgresTest postgres, String table) {
        postgres.owner().sql("""
                create or replace function disk_full() returns trigger language plpgsql as $$
                begin
                  raise exception 'could not extend file: No space left on device' using errcode = '53100';
                end $$
                """).update();
        postgres.owner().sql("""
                create constraint trigger disk_full after insert or update on %s
                  deferrable initially deferred for each row execute function disk_full()
                """.formatted(table)).update();
        return new FullDisk(postgres, table);
    }

    @Override
    public void close() {
        postgres.owner().sql("drop trigger disk_full on " + table).update();
    }
}
