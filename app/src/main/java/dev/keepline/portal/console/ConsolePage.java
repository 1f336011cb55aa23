package dev.keepline.portal.console;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.support.Conversation;
import dev.keepline.support.Conversation.State;
import dev.keepline.support.SupportCase;
import java.time.Instant;
import java.util.List;

/** What waits for a person: questions of subscribers, and cases that the machine opened. The longest waiting first. */
public record ConsolePage(Shown headline, Questions questions, List<Entry> cases) {

    /** What the page says about these cases, while no question waits. */
    public static ConsolePage of(List<SupportCase> open, Words w, Instant now) {
        return of(new Questions(State.OPEN, List.of()), open, w, now);
    }

    /** What the page says about these questions and cases. */
    public static ConsolePage of(Questions questions, List<SupportCase> open, Words w, Instant now) {
        var entries = open.stream().map(one -> entry(one, w, now)).toList();
        int waiting = open.size()
                + (questions.state() == State.OPEN ? questions.rows().size() : 0);
        return new ConsolePage(w.h(waiting == 0 ? "console.none" : "console.some", "n", waiting), questions, entries);
    }

    /** A question of a subscriber as the list shows it. */
    public static Question question(Conversation one, Shown title, String customer, Words w, Instant now) {
        return new Question(
                "/console/questions/" + one.account() + "/" + one.id(), title, customer, w.ago(one.changedAt(), now));
    }

    private static Entry entry(SupportCase one, Words w, Instant now) {
        var key = "case." + one.kind();
        return new Entry(
                "/console/cases/" + one.account() + "/" + one.id(),
                w.has(key) ? w.h(key) : Shown.text(one.kind()),
                w.ago(one.openedAt(), now),
                one.facts(),
                one.owner(),
                one.renewal().map(Object::toString).orElse("—"),
                one.account().toString());
    }

    /** @param state which of them are listed */
    public record Questions(State state, List<Question> rows) {}

    /** @param customer who asks */
    public record Question(String path, Shown title, String customer, Shown since) {}

    /** @param facts for people, in English, as the engine wrote them */
    public record Entry(
            String path, Shown kind, Shown since, String facts, String owner, String renewal, String account) {}
}
