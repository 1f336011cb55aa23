package dev.keepline.portal.console;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.support.Conversation;
import dev.keepline.support.Conversation.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits for a person: questions of subscribers, and cases that the machine opened, the most urgent first. */
public record ConsolePage(Shown headline, Shown intro, Questions questions, List<Entry> cases) {

    /** What the page says about these questions and cases. */
    public static ConsolePage of(Questions questions, List<Entry> cases, Words w) {
        int asked = questions.state() == State.OPEN ? questions.rows().size() : 0;
        var headline = w.h("console." + which(cases.size(), asked), "n", cases.size(), "m", asked);
        var intro = w.h(cases.isEmpty() && asked > 0 ? "console.intro.questions" : "console.intro");
        return new ConsolePage(headline, intro, questions, cases);
    }

    private static String which(int cases, int questions) {
        if (cases > 0) {
            return questions > 0 ? "some.both" : "some";
        }
        return questions > 0 ? "some.questions" : "none";
    }

    /** A question of a subscriber as the list shows it. */
    public static Question question(Conversation one, Shown title, String customer, Words w, Instant now) {
        return new Question(
                "/console/questions/" + one.account() + "/" + one.id(), title, customer, w.ago(one.changedAt(), now));
    }

    /** @param state which of them are listed */
    public record Questions(State state, List<Question> rows) {}

    /** @param customer who asks */
    public record Question(String path, Shown title, String customer, Shown since) {}

    /**
     * A case.
     *
     * @param what what happened, in a sentence
     * @param losesAt when something is lost if nobody does anything: how urgent it is
     * @param owner who sees to it
     */
    public record Entry(
            String path,
            Shown kind,
            Shown what,
            About about,
            Shown since,
            Instant losesAt,
            Shown holdUntil,
            Owner owner) {}

    /** Whose it is and of what. */
    public record About(String customer, String customerPath, Shown number, Shown amount) {}

    /**
     * @param mine whether it is whoever looks
     * @param colleague whose it is otherwise; empty where it is nobody's
     */
    public record Owner(Shown name, boolean mine, Optional<String> colleague) {

        /** What can be done about it. */
        public String act() {
            return mine ? "console.leave" : colleague.isPresent() ? "console.takeover" : "console.take";
        }
    }
}
