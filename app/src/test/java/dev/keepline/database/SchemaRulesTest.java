package dev.keepline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the schema must be so that it can spread over several servers by account, and stay free of hidden logic. */
class SchemaRulesTest {
    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    /** Tables that belong to no account: references read inside and written outside of accounts' transactions. */
    private static final Set<String> OF_NO_ACCOUNT = Set.of(
            "flyway_schema_history",
            "carrier",
            "offering",
            "offering_version",
            "catalog_import",
            "login",
            "sign_in_tries",
            "known_browser",
            "spring_session",
            "spring_session_attributes",
            "payment_inbox_foreign",
            // lines the operator brings along: nobody's until somebody claims them
            "line_import",
            "line_import_row",
            "line_import_problem",
            "imported_line",
            "line_withdrawal",
            "proof_code",
            // of the whole installation
            "restoration",
            "restoration_loss");

    @Test
    void every_other_primary_key_begins_with_the_account() {
        assertThat(names("""
                select c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                  left join pg_index i on i.indrelid = c.oid and i.indisprimary
                  left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                 where c.relkind in ('r', 'p') and a.attname is distinct from 'account_id'
                """)).isSubsetOf(OF_NO_ACCOUNT);
    }

    @Test
    void there_are_no_triggers_sequences_or_rules() {
        assertThat(names("select tgname from pg_trigger where not tgisinternal"))
                .isEmpty();
        assertThat(names("select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace"))
                .isEmpty();
        assertThat(names("select rulename from pg_rules where schemaname = 'public'"))
                .isEmpty();
    }

    @Test
    void moments_carry_their_zone_and_amounts_are_integers() {
        assertThat(names("""
                select table_name || '.' || column_name
                  from information_schema.columns
                 where table_schema = 'public' and table_name <> 'flyway_schema_history'
                   and data_type in ('timestamp without time zone', 'money', 'real', 'double precision')
                """)).isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_cannot_empty_a_table() {
        assertThat(names("""
                select table_name || ' ' || privilege_type
                  from information_schema.role_table_grants
                 where grantee = 'keepline_app' and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')
                """)).isEmpty();
    }

    private static List<String> names(String sql) {
        return postgres.owner()
                .sql(sql)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
