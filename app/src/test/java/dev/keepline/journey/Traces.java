package dev.keepline.journey;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds in which tables somebody is named: every column of every row of every table, bytes too. */
final class Traces {

    private final JdbcClient owner;

    Traces(JdbcClient owner) {
        this.owner = owner;
    }

    /** Every table there is. */
    List<String> tables() {
        return owner.sql("""
                select relname from pg_class
                 where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history'
                 order by relname""").query((row, n) -> row.getString(1)).list();
    }

    /** Tables with a row of the account. */
    Set<String> ofAccount(Object account) {
        var found = new TreeSet<String>();
        for (var table : tables()) {
            if (count(table, account.toString()) > 0) {
                found.add(table);
            }
        }
        return found;
    }

    /** Which of the words stand in which table. */
    Map<String, Set<String>> of(Set<String> words) {
        var found = new TreeMap<String, Set<String>>();
        for (var table : tables()) {
            for (var word : words) {
                if (count(table, word) > 0) {
                    found.computeIfAbsent(table, _ -> new TreeSet<>()).add(word);
                }
            }
        }
        return found;
    }

    private long count(String table, String word) {
        var hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return owner.sql("select count(*) from " + table
                        + " t where strpos(lower(t::text), lower(:word)) > 0 or strpos(t::text, :hex) > 0")
                .param("word", word)
                .param("hex", hex)
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
