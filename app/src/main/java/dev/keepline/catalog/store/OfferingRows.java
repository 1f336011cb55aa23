package dev.keepline.catalog.store;

import dev.keepline.catalog.Carrier;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Offering;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.OfferingVersion;
import dev.keepline.catalog.yaml.OfferingText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Carriers and offerings as rows. Runs inside the caller's transaction. */
@Repository
public class OfferingRows {

    private final JdbcClient jdbc;

    OfferingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Carrier> carriers() {
        return jdbc.sql("select carrier_id, name, fictional from carrier order by carrier_id")
                .query((row, _) -> new Carrier(
                        new CarrierId(row.getString("carrier_id")), row.getString("name"), row.getBoolean("fictional")))
                .list();
    }

    /** What is listed now, in the order of the files. */
    List<Offering> current() {
        return jdbc.sql("""
                        select v.carrier_id, v.content
                          from offering o
                          join offering_version v on v.offering_id = o.offering_id and v.version = o.version
                         where o.withdrawn_at is null
                         order by v.carrier_id, o.position""").query((row, _) -> offering(row)).list();
    }

    /** One wording, listed now or not. */
    public Optional<Offering> version(OfferingId id, OfferingVersion version) {
        return jdbc.sql(
                        "select carrier_id, content from offering_version where offering_id = :id and version = :version")
                .param("id", id.value())
                .param("version", version.digest())
                .query((row, _) -> offering(row))
                .optional();
    }

    private static Offering offering(ResultSet row) throws SQLException {
        return OfferingText.read(new CarrierId(row.getString("carrier_id")), row.getString("content"));
    }

    /** The carrier the id belongs to, withdrawn or not: an id never changes hands. */
    Optional<CarrierId> ownerOf(OfferingId id) {
        return jdbc.sql("""
                        select v.carrier_id from offering o
                          join offering_version v on v.offering_id = o.offering_id and v.version = o.version
                         where o.offering_id = :id""")
                .param("id", id.value())
                .query((row, _) -> new CarrierId(row.getString(1)))
                .optional();
    }

    void put(Carrier carrier) {
        jdbc.sql("""
                        insert into carrier (carrier_id, name, fictional) values (:id, :name, :fictional)
                        on conflict (carrier_id) do update set name = excluded.name, fictional = excluded.fictional""")
                .param("id", carrier.id().value())
                .param("name", carrier.name())
                .param("fictional", carrier.fictional())
                .update();
    }

    /** Keeps the wording if it is new and makes it the one that counts. @return whether something changed for buyers */
    boolean put(Offering offering, int position, Instant now) {
        var version = offering.version().digest();
        jdbc.sql("""
                        insert into offering_version (offering_id, version, carrier_id, content, imported_at)
                        values (:id, :version, :carrier, :content, :now) on conflict do nothing""")
                .param("id", offering.id().value())
                .param("version", version)
                .param("carrier", offering.carrier().value())
                .param("content", OfferingText.write(offering))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        boolean same = isCurrent(offering.id(), version);
        jdbc.sql("""
                        insert into offering (offering_id, version, position) values (:id, :version, :position)
                        on conflict (offering_id) do update
                           set version = excluded.version, position = excluded.position, withdrawn_at = null""")
                .param("id", offering.id().value())
                .param("version", version)
                .param("position", position)
                .update();
        return !same;
    }

    private boolean isCurrent(OfferingId id, String version) {
        return jdbc.sql("""
                        select count(*) from offering
                         where offering_id = :id and version = :version and withdrawn_at is null""")
                        .param("id", id.value())
                        .param("version", version)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Withdraws what the carrier no longer lists. @return what was withdrawn */
    List<OfferingId> withdrawOthers(CarrierId carrier, Collection<OfferingId> listed, Instant now) {
        return jdbc.sql("""
                        update offering o set withdrawn_at = :now
                          from offering_version v
                         where v.offering_id = o.offering_id and v.version = o.version and v.carrier_id = :carrier
                           and o.withdrawn_at is null and not o.offering_id = any(:listed)
                        returning o.offering_id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("carrier", carrier.value())
                .param("listed", listed.stream().map(OfferingId::value).toArray(String[]::new))
                .query((row, _) -> new OfferingId(row.getString(1)))
                .list();
    }
}
