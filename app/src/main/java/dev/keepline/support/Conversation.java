package dev.keepline.support;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a subscriber and the operator write to each other about one matter.
 *
 * @param changedAt when somebody wrote or closed it last
 */
public record Conversation(
        AccountId account, ConversationId id, About about, State state, Instant openedAt, Instant changedAt) {

    /** Whose turn it is. */
    public enum State {
        /** The operator's. */
        OPEN,
        /** The subscriber's. */
        WAITING,
        /** Nobody's; whoever writes opens it again. */
        CLOSED
    }

    /** Who wrote. */
    public enum Author {
        SUBSCRIBER,
        OPERATOR
    }

    /**
     * What it is about.
     *
     * @param facts as they were when it began, by name: codes, never words
     */
    public record About(Optional<RenewalId> renewal, Optional<LineId> line, Map<String, String> facts) {

        /** About nothing in particular. */
        public static final About NOTHING = new About(Optional.empty(), Optional.empty(), Map.of());

        public About {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * One thing written.
     *
     * @param id made with its form: the same form sent twice is one entry
     * @param staff who of the operator wrote it; empty for the subscriber
     * @param text as {@link WrittenRules} let it pass
     */
    public record Entry(UUID id, Author author, Optional<AccountId> staff, String text, Instant at) {

        /** Written by the subscriber. */
        public static Entry bySubscriber(UUID id, String text, Instant at) {
            return new Entry(id, Author.SUBSCRIBER, Optional.empty(), text, at);
        }

        /** Written by somebody of the operator. */
        public static Entry byStaff(UUID id, AccountId staff, String text, Instant at) {
            return new Entry(id, Author.OPERATOR, Optional.of(staff), text, at);
        }
    }
}
