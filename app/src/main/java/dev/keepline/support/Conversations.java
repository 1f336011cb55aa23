package dev.keepline.support;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.notifications.Letter;
import dev.keepline.notifications.Message;
import dev.keepline.notifications.Messages;
import dev.keepline.notifications.Outbox;
import dev.keepline.support.Conversation.About;
import dev.keepline.support.Conversation.Author;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Conversations of subscribers with the operator. Another account's conversation is not there. */
@Service
public class Conversations {

    /** Nobody needs to write more often to be heard; a machine would. */
    static final int MOST_AN_HOUR = 20;

    /** Questions of one account that nobody has answered yet: more is written into one of them. */
    public static final int MOST_OPEN = 5;

    private final ConversationRows rows;
    private final Transactions transactions;
    private final Messages messages;
    private final Outbox outbox;

    public Conversations(ConversationRows rows, Transactions transactions, Messages messages, Outbox outbox) {
        this.rows = rows;
        this.transactions = transactions;
        this.messages = messages;
        this.outbox = outbox;
    }

    /** What became of something written. */
    public enum Sent {
        /** It is kept, now or since the same form was sent before. */
        DONE,
        /** This account wrote too often within the hour. */
        TOO_OFTEN,
        /** So many questions of this account wait for an answer that a further one is written into one of them. */
        MANY_OPEN,
        /** There is no such conversation. */
        GONE
    }

    /** A subscriber asks something. The same id opens one conversation, however often it is sent. */
    public Sent ask(AccountId account, ConversationId id, About about, Entry first) {
        return transactions.inAccount(account, () -> {
            if (rows.find(account, id).isPresent()) {
                return Sent.DONE;
            }
            if (tooOften(account, first.at())) {
                return Sent.TOO_OFTEN;
            }
            if (rows.open(account) >= MOST_OPEN) {
                return Sent.MANY_OPEN;
            }
            rows.insert(account, id, about, State.OPEN, first.at());
            rows.write(account, id, first);
            return Sent.DONE;
        });
    }

    /** The subscriber writes again. */
    public Sent reply(AccountId account, ConversationId id, Entry entry) {
        return transactions.inAccount(account, () -> {
            if (rows.find(account, id).isEmpty()) {
                return Sent.GONE;
            }
            if (tooOften(account, entry.at())) {
                return Sent.TOO_OFTEN;
            }
            if (rows.write(account, id, entry)) {
                rows.turn(account, id, State.OPEN, entry.at());
            }
            return Sent.DONE;
        });
    }

    /** Somebody of the operator begins, for example because of a case. */
    public void begin(AccountId account, ConversationId id, About about, Entry first, Optional<Letter> letter) {
        transactions.inAccount(account, () -> {
            if (rows.find(account, id).isEmpty()) {
                rows.insert(account, id, about, State.WAITING, first.at());
                rows.write(account, id, first);
                tell(account, id, first, letter);
            }
        });
    }

    /** Somebody of the operator answers; the subscriber is told in the portal, and by the letter where there is one. */
    public Sent answer(AccountId account, ConversationId id, Entry entry, Optional<Letter> letter) {
        return transactions.inAccount(account, () -> {
            if (rows.find(account, id).isEmpty()) {
                return Sent.GONE;
            }
            if (rows.write(account, id, entry)) {
                rows.turn(account, id, State.WAITING, entry.at());
                tell(account, id, entry, letter);
            }
            return Sent.DONE;
        });
    }

    /** Nothing is left to say. False when there is no such conversation. */
    public boolean close(AccountId account, ConversationId id, Instant now) {
        return transactions.inAccount(account, () -> rows.turn(account, id, State.CLOSED, now));
    }

    /** One conversation of the account. */
    public Optional<Conversation> find(AccountId account, ConversationId id) {
        return transactions.inAccount(account, () -> rows.find(account, id));
    }

    /** All that was written in it, oldest first. */
    public List<Entry> entries(AccountId account, ConversationId id) {
        return transactions.inAccount(account, () -> rows.entries(account, id));
    }

    /** The account's conversations, the one that changed last first. */
    public List<Conversation> of(AccountId account, int limit) {
        return transactions.inAccount(account, () -> rows.newest(account, limit));
    }

    /** Those of all accounts on this server in a state, longest unchanged first: a report, not part of any account's work. */
    public List<Conversation> longest(State state, int limit) {
        return transactions.outsideAccounts(() -> rows.longest(state, limit));
    }

    /** Erases all that was written, of an account that is deleted. */
    public void forget(AccountId account) {
        transactions.inAccount(account, () -> rows.erase(account));
    }

    private boolean tooOften(AccountId account, Instant now) {
        return rows.written(account, Author.SUBSCRIBER, now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR;
    }

    /** The place of the entry is its reference, so that each answer is told once and leads to itself. */
    private void tell(AccountId account, ConversationId id, Entry entry, Optional<Letter> letter) {
        letter.ifPresent(words -> outbox.send(account, "support/" + entry.id(), words, entry.at()));
        messages.enqueue(new Message(account, "support.answered", id + "#" + entry.id(), Map.of()), entry.at());
    }
}
