package dev.keepline.support;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.support.Conversation.About;
import dev.keepline.support.Conversation.Author;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversation.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of conversations. Runs inside the caller's transaction. */
@Repository
class ConversationRows {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final String SELECT = """
            select account_id, conversation_id, renewal_id, line_id, about, state, opened_at, changed_at
              from conversation""";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    ConversationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, ConversationId id, About about, State state, Instant now) {
        jdbc.sql("""
                insert into conversation
                       (account_id, conversation_id, renewal_id, line_id, about, state, opened_at, changed_at)
                values (:account, :id, :renewal, :line, cast(:about as jsonb), :state, :now, :now)
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("renewal", about.renewal().map(RenewalId::value).orElse(null))
                .param("line", about.line().map(LineId::value).orElse(null))
                .param("about", json.writeValueAsString(about.facts()))
                .param("state", state.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Every word of the account's conversations, and the conversations. */
    void erase(AccountId account) {
        for (var table : List.of("conversation_entry", "conversation")) {
            jdbc.sql("delete from " + table + " where account_id = :account")
                    .param("account", account.value())
                    .update();
        }
    }

    /** False when the same form was written before. */
    boolean write(AccountId account, ConversationId id, Entry entry) {
        return jdbc.sql("""
                insert into conversation_entry
                       (account_id, conversation_id, entry_id, author, staff_id, body, written_at)
                values (:account, :id, :entry, :author, :staff, :body, :now)
                on conflict (account_id, conversation_id, entry_id) do nothing
                """)
                        .param("account", account.value())
                        .param("id", id.value())
                        .param("entry", entry.id())
                        .param("author", entry.author().name())
                        .param("staff", entry.staff().map(AccountId::value).orElse(null))
                        .param("body", entry.text())
                        .param("now", entry.at().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** False when there is no such conversation. */
    boolean turn(AccountId account, ConversationId id, State state, Instant now) {
        return jdbc.sql("""
                update conversation set state = :state, changed_at = :now
                 where account_id = :account and conversation_id = :id
                """)
                        .param("account", account.value())
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Optional<Conversation> find(AccountId account, ConversationId id) {
        return jdbc.sql(SELECT + " where account_id = :account and conversation_id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query(this::conversation)
                .optional();
    }

    List<Conversation> newest(AccountId account, int limit) {
        return jdbc.sql(SELECT + " where account_id = :account order by changed_at desc, conversation_id limit :limit")
                .param("account", account.value())
                .param("limit", limit)
                .query(this::conversation)
                .list();
    }

    List<Conversation> longest(State state, int limit) {
        return jdbc.sql(SELECT + " where state = :state order by changed_at, account_id, conversation_id limit :limit")
                .param("state", state.name())
                .param("limit", limit)
                .query(this::conversation)
                .list();
    }

    /** Questions of the account that wait for an answer; one form at a time is counted. */
    int open(AccountId account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('questions of ' || :account, 0))")
                .param("account", account.toString())
                .query((row, n) -> n)
                .list();
        return jdbc.sql("select count(*) from conversation where account_id = :account and state = 'OPEN'")
                .param("account", account.value())
                .query((row, n) -> row.getInt(1))
                .single();
    }

    List<Entry> entries(AccountId account, ConversationId id) {
        return jdbc.sql("""
                select entry_id, author, staff_id, body, written_at from conversation_entry
                 where account_id = :account and conversation_id = :id
                 order by written_at, entry_id
                """)
                .param("account", account.value())
                .param("id", id.value())
                .query(ConversationRows::entry)
                .list();
    }

    int written(AccountId account, Author author, Instant since) {
        return jdbc.sql("""
                select count(*) from conversation_entry
                 where account_id = :account and author = :author and written_at > :since
                """)
                .param("account", account.value())
                .param("author", author.name())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getInt(1))
                .single();
    }

    private Conversation conversation(ResultSet row, int n) throws SQLException {
        var about = new About(
                Optional.ofNullable(row.getObject("renewal_id", UUID.class)).map(RenewalId::new),
                Optional.ofNullable(row.getObject("line_id", UUID.class)).map(LineId::new),
                json.readValue(row.getString("about"), FACTS));
        return new Conversation(
                new AccountId(row.getObject("account_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                about,
                State.valueOf(row.getString("state")),
                instant(row, "opened_at"),
                instant(row, "changed_at"));
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getObject("entry_id", UUID.class),
                Author.valueOf(row.getString("author")),
                Optional.ofNullable(row.getObject("staff_id", UUID.class)).map(AccountId::new),
                row.getString("body"),
                instant(row, "written_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
