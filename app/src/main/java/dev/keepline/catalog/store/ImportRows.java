package dev.keepline.catalog.store;

import dev.keepline.catalog.CarrierId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files were imported when. Runs inside the caller's transaction. */
@Repository
class ImportRows {

    /** Who asked for an import. */
    enum Origin {
        START,
        COMMAND;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The digest of the file that was last imported for the carrier by a start. */
    Optional<String> lastAtStart(CarrierId carrier) {
        return jdbc.sql("""
                        select digest from catalog_import where carrier_id = :carrier and origin = 'start'
                         order by imported_at desc limit 1""")
                .param("carrier", carrier.value())
                .query(String.class)
                .optional();
    }

    void note(CarrierId carrier, String digest, Origin origin, Instant now) {
        jdbc.sql("""
                        insert into catalog_import (carrier_id, imported_at, digest, origin)
                        values (:carrier, :now, :digest, :origin) on conflict do nothing""")
                .param("carrier", carrier.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("digest", digest)
                .param("origin", origin.code())
                .update();
    }
}
