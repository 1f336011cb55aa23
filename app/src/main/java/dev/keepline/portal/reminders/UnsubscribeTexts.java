package dev.keepline.portal.reminders;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.reminders.ReminderChoices.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts words to the page behind the link of a reminder. */
public final class UnsubscribeTexts {

    /** What the buttons send: a number's reminders, or a kind for all numbers; off or on. */
    public static final String LINE_OFF = "line-no";

    public static final String LINE_ON = "line-yes";
    public static final String KIND_OFF = "no";
    public static final String KIND_ON = "yes";

    private final Words w;

    public UnsubscribeTexts(Words words) {
        this.w = words;
    }

    /**
     * The number a letter was about.
     *
     * @param name as letters call it
     * @param on whether reminders of it are sent
     */
    public record About(String name, boolean on) {}

    /** @param about empty for letters that were sent before they said so, and for a line that was removed */
    public UnsubscribePage page(String path, Choice choice, Optional<About> about) {
        var choices = new ArrayList<UnsubscribePage.Choice>();
        about.ifPresent(line -> choices.add(line(line)));
        choices.add(kind(choice));
        return new UnsubscribePage(path, headline(choice, about), List.copyOf(choices));
    }

    private Shown headline(Choice choice, Optional<About> about) {
        if (!choice.wanted()) {
            return w.h("unsubscribe.done");
        }
        return about.map(line -> w.h(line.on() ? "unsubscribe.line.ask" : "unsubscribe.line.done", "name", line.name()))
                .orElseGet(() -> w.h("unsubscribe.ask"));
    }

    private UnsubscribePage.Choice line(About line) {
        return new UnsubscribePage.Choice(
                w.h("unsubscribe.line", "name", line.name()),
                w.h(line.on() ? "unsubscribe.line.on" : "unsubscribe.line.off", "name", line.name()),
                w.h(line.on() ? "unsubscribe.line.end" : "unsubscribe.line.begin"),
                line.on() ? LINE_OFF : LINE_ON);
    }

    private UnsubscribePage.Choice kind(Choice choice) {
        return new UnsubscribePage.Choice(
                w.h("unsubscribe.all"),
                w.h(
                        choice.wanted() ? "unsubscribe.all.on" : "unsubscribe.all.off",
                        "kind",
                        w.t("reminders.kind." + choice.kind())),
                w.h(choice.wanted() ? "unsubscribe.all.end" : "unsubscribe.all.begin"),
                choice.wanted() ? KIND_OFF : KIND_ON);
    }
}
