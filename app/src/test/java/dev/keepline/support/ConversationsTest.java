package dev.keepline.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepline.database.PostgresTest;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.notifications.Messages;
import dev.keepline.notifications.mail.MailWorld;
import dev.keepline.support.Conversation.About;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversation.State;
import dev.keepline.support.Conversations.Sent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConversationsTest {

    @RegisterExtension
    static final PostgresTest postgres = new PostgresTest();

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

    private final Messages messages = new Messages(postgres.jdbc(), postgres.transactions());
    private final Conversations conversations = new Conversations(
            new ConversationRows(postgres.jdbc()),
            postgres.transactions(),
            messages,
            new MailWorld(postgres, 25).outbox());
    private final AccountId ann = postgres.account();
    private final AccountId staff = postgres.account();
    private final ConversationId id = new ConversationId(UUID.randomUUID());
    private final About about = new About(Optional.empty(), Optional.empty(), Map.of("phase", "RENEWED"));

    @Test
    void a_form_sent_twice_asks_once_and_a_reply_sent_twice_is_written_once() {
        var first = byAnn("没到账 🙏", 0);
        assertThat(conversations.ask(ann, id, about, first)).isEqualTo(Sent.DONE);
        assertThat(conversations.ask(ann, id, about, first)).isEqualTo(Sent.DONE);
        var again = byAnn("still not", 5);
        conversations.reply(ann, id, again);
        conversations.reply(ann, id, again);

        assertThat(conversations.entries(ann, id)).containsExactly(first, again);
        assertThat(conversations.find(ann, id).orElseThrow().about()).isEqualTo(about);
    }

    @Test
    void the_turn_goes_to_and_fro_and_each_answer_is_told_once() {
        conversations.ask(ann, id, about, byAnn("where is it", 0));
        assertThat(state()).isEqualTo(State.OPEN);
        var answer = Entry.byStaff(UUID.randomUUID(), staff, "on its way", AT.plusSeconds(60));
        conversations.answer(ann, id, answer, Optional.empty());
        conversations.answer(ann, id, answer, Optional.empty());
        assertThat(state()).isEqualTo(State.WAITING);
        assertThat(messages.newest(ann, 9)).singleElement().satisfies(told -> {
            assertThat(told.message().kind()).isEqualTo("support.answered");
            assertThat(told.message().reference()).isEqualTo(id + "#" + answer.id());
        });
        conversations.close(ann, id, AT.plusSeconds(70));
        assertThat(state()).isEqualTo(State.CLOSED);
        conversations.reply(ann, id, byAnn("thanks", 80));
        assertThat(state()).isEqualTo(State.OPEN);
        assertThat(conversations.longest(State.OPEN, 500))
                .extracting(Conversation::id)
                .contains(id);
    }

    @Test
    void another_accounts_conversation_is_not_there() {
        conversations.ask(ann, id, about, byAnn("mine", 0));
        var eve = postgres.account();
        assertThat(conversations.find(eve, id)).isEmpty();
        assertThat(conversations.entries(eve, id)).isEmpty();
        assertThat(conversations.reply(eve, id, byAnn("let me in", 1))).isEqualTo(Sent.GONE);
        assertThat(conversations.close(eve, id, AT)).isFalse();
        assertThat(conversations.entries(ann, id)).hasSize(1);
    }

    @Test
    void who_writes_all_the_time_is_asked_to_wait_an_hour() {
        conversations.ask(ann, id, about, byAnn("1", 0));
        for (int i = 1; i < Conversations.MOST_AN_HOUR; i++) {
            assertThat(conversations.reply(ann, id, byAnn("again", i))).isEqualTo(Sent.DONE);
        }
        assertThat(conversations.reply(ann, id, byAnn("once more", 30))).isEqualTo(Sent.TOO_OFTEN);
        assertThat(conversations.reply(ann, id, byAnn("later", 3_700))).isEqualTo(Sent.DONE);
    }

    @Test
    void who_has_many_questions_open_writes_into_one_of_them_until_one_is_answered() {
        for (int i = 0; i < Conversations.MOST_OPEN; i++) {
            assertThat(ask(i)).isEqualTo(Sent.DONE);
        }
        assertThat(ask(10)).isEqualTo(Sent.MANY_OPEN);
        var open = conversations.of(ann, 1).getFirst().id();
        assertThat(conversations.reply(ann, open, byAnn("one more thing", 11))).isEqualTo(Sent.DONE);
        conversations.answer(
                ann, open, Entry.byStaff(UUID.randomUUID(), staff, "done", AT.plusSeconds(60)), Optional.empty());
        assertThat(ask(70)).isEqualTo(Sent.DONE);
    }

    private Sent ask(int after) {
        return conversations.ask(ann, new ConversationId(UUID.randomUUID()), about, byAnn("and this", after));
    }

    @Test
    void the_record_of_staff_can_be_added_to_and_never_changed() {
        var actions = new StaffActions(postgres.jdbc(), postgres.transactions());
        var done = new StaffAction(ann, staff, "renewal.STOP", "r-1", "asked by telephone", "DONE", AT);
        actions.record(done);
        assertThat(actions.of(ann, 9)).isEqualTo(List.of(done));
        for (var change : List.of("update staff_action set reason = ''", "delete from staff_action")) {
            assertThatThrownBy(() -> postgres.transactions().inAccount(ann, () -> {
                        postgres.jdbc().sql(change).update();
                    }))
                    .hasStackTraceContaining("permission denied");
        }
    }

    private State state() {
        return conversations.find(ann, id).orElseThrow().state();
    }

    private static Entry byAnn(String text, long seconds) {
        return Entry.bySubscriber(UUID.randomUUID(), text, AT.plusSeconds(seconds));
    }
}
