package dev.keepline.portal.reminders;

import dev.keepline.catalog.OnDate;
import dev.keepline.identity.Recipient;
import dev.keepline.lines.Management;
import dev.keepline.notifications.Letter;
import dev.keepline.portal.frame.PortalProperties;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.LineNames;
import dev.keepline.portal.words.Words;
import dev.keepline.reminders.Reminder.Kind;
import dev.keepline.reminders.ReminderLetters;
import dev.keepline.reminders.ReminderRules;
import dev.keepline.settings.KeeplineProperties;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Reminders in the language of the account they go to. */
@Component
@ConditionalOnWebApplication
class LettersOfReminders implements ReminderLetters {

    private final Languages languages;
    private final KeeplineProperties links;
    private final PortalProperties portal;

    LettersOfReminders(Languages languages, KeeplineProperties links, PortalProperties portal) {
        this.languages = languages;
        this.links = links;
        this.portal = portal;
    }

    @Override
    public Letter letter(Recipient reader, About about) {
        var w = new Words(languages.byTag(reader.language()).orElseGet(() -> languages.best(reader.language())));
        var end = links.link(
                "/unsubscribe/" + about.token() + "?line=" + about.line().id());
        boolean ours = about.line().identity().management() == Management.MANAGED;
        var page = links.link("/lines/" + about.line().id() + (ours ? "/renew" : ""));
        return new Letter(
                new Letter.Envelope(
                        reader.email().value(),
                        Locale.forLanguageTag(w.language().tag()),
                        Optional.of(end)),
                subject(w, about),
                new Letter.Body(
                        dates(w, about),
                        Optional.of(
                                new Letter.Action(w.t(ours ? "letter.reminder.renew" : "letter.reminder.see"), page)),
                        List.of(
                                w.t("letter.reminder.why"),
                                w.t("letter.reminder.end", "link", end, "all", links.link("/reminders")),
                                w.t("letter.foot", "operator", portal.operator()))));
    }

    private static String subject(Words w, About about) {
        var reminder = about.reminder();
        long left =
                ChronoUnit.DAYS.between(about.today(), reminder.lastDay()) + 1; // as pages count: today is one of them
        var name = LineNames.inLetters(about.line());
        return left == 1
                ? w.t("letter.reminder.today." + reminder.kind(), "name", name)
                : w.t("letter.reminder.subject." + reminder.kind(), "name", name, "n", left);
    }

    /** Both dates as far as they are known; where sources disagree, that the earliest counts; what doing nothing means. */
    private static List<String> dates(Words w, About about) {
        var clocks = about.clocks().clocks();
        var said = new ArrayList<String>();
        for (var kind : Kind.values()) {
            ReminderRules.lastDay(clocks, kind)
                    .ifPresent(day -> said.add(w.t(
                            "letter.reminder." + (day.isBefore(about.today()) ? "passed." : "until.") + kind,
                            "date",
                            w.date(day))));
        }
        if (clocks.numberLostOn() instanceof OnDate.Range) {
            said.add(w.t("letter.reminder.range"));
        }
        if (clocks.numberLostOn() instanceof OnDate.Unknown) {
            said.add(w.t("line.number.unknown"));
        }
        var paragraphs = new ArrayList<>(List.of(String.join("\n", said)));
        if (about.reminder().kind() == Kind.NUMBER) {
            paragraphs.add(w.t(
                    "letter.reminder.silence", "date", w.date(about.reminder().lastDay())));
        }
        return paragraphs;
    }
}
