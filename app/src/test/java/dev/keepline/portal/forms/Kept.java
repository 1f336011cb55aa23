package dev.keepline.portal.forms;

import dev.keepline.journey.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the product keeps: everything in the database, and its log. */
final class Kept {

    /** Written by workers and by every look or try, so not a sign that a form was stored. */
    private static final Pattern RESTLESS = Pattern.compile("job|letter|message|login|sign_in_tries|known_browser"
            + "|spring_session.*|staff_action|outside_.*|renewal.*|line_refresh|line_reading|carrier_lookup|account_request|account_link"
            + "|reminder|flyway.*|catalog_import|offering.*|carrier|payment_inbox.*");

    private static final List<String> CARDS = List.of("4242 4242 4242 4242", "4242424242424242", "４２４２４２４２４２４２４２４２");

    private final World world;
    private final JdbcClient owner;
    private final List<String> tables;
    private final String allHashed;

    Kept(World world) {
        this.world = world;
        var database = world.postgres().database();
        this.owner = JdbcClient.create(
                new SingleConnectionDataSource(database.url(), database.owner(), database.password(), true));
        this.tables = owner.sql("""
                select relname from pg_class
                 where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname""").query((row, n) -> row.getString(1)).list();
        this.allHashed = tables.stream()
                .filter(table -> !RESTLESS.matcher(table).matches())
                .map("select md5(string_agg(t::text, '|' order by t::text)) from %s t"::formatted)
                .collect(Collectors.joining(" union all "));
    }

    /** Changes when anything that forms write changes. */
    String fingerprint() {
        return owner.sql(allHashed).query((row, n) -> row.getString(1)).list().toString();
    }

    /** Whether these words stand in some row, whole. */
    boolean holds(String words) {
        return tables.stream().anyMatch(table -> count(table, words) > 0);
    }

    private long count(String table, String words) {
        return owner.sql("select count(*) from " + table + " t where strpos(t::text, ?) > 0")
                .param(words)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Many send forms here from one address within one hour, which otherwise is asked to wait. */
    void forgetTries() {
        owner.sql("delete from sign_in_tries").update();
        owner.sql("delete from carrier_lookup").update();
        owner.sql("""
                update conversation_entry set written_at = written_at - interval '2 hours'
                 where written_at > now() - interval '1 hour'""").update();
        owner.sql("update conversation set state = 'WAITING' where state = 'OPEN'")
                .update();
    }

    /** Where a card's number stands. */
    List<String> cards() {
        var found = new ArrayList<String>();
        for (var card : CARDS) {
            tables.stream().filter(table -> count(table, card) > 0).forEach(table -> found.add(table + ": " + card));
            if (log().contains(card)) {
                found.add("the log: " + card);
            }
        }
        return found;
    }

    private String log() {
        try {
            var file = Path.of("target", "world-" + world.url("/").getPort() + ".log");
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
