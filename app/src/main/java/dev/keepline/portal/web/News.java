package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.notifications.Messages;
import dev.keepline.notifications.Told;
import dev.keepline.portal.lines.LineCard;
import dev.keepline.portal.lines.LinesPage;
import dev.keepline.portal.words.Shown;
import dev.keepline.reminders.Reminder;
import dev.keepline.reminders.ReminderChoices;
import dev.keepline.renewal.Renewals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What somebody was told and has not seen yet, each with the line and the amount it is about, and what they will be told. */
@Component
class News {

    private static final int MOST = 5;

    private final Messages messages;
    private final Renewals renewals;
    private final ReminderChoices reminders;

    News(Messages messages, Renewals renewals, ReminderChoices reminders) {
        this.messages = messages;
        this.renewals = renewals;
        this.reminders = reminders;
    }

    /** @param cards of all lines of the account */
    List<LinesPage.Heard> unseen(AccountId account, List<LineCard> cards) {
        return messages.newest(account, MOST).stream()
                .filter(told -> told.shownAt().isEmpty())
                .map(told -> new LinesPage.Heard(told, about(account, told, cards)))
                .toList();
    }

    /** Which e-mails come before a date passes. */
    LinesPage.Reminded reminded(AccountId account, List<LineCard> cards) {
        int wanted = reminders.wanted(account).size();
        var silent = reminders.silent(account);
        if (wanted == 0) {
            return LinesPage.Reminded.NONE;
        }
        return wanted == Reminder.Kind.values().length
                        && cards.stream()
                                .noneMatch(card -> silent.contains(card.who().id()))
                ? LinesPage.Reminded.ALL
                : LinesPage.Reminded.SOME;
    }

    void seen(AccountId account, Instant now) {
        messages.shown(account, now);
    }

    private Optional<LinesPage.Subject> about(AccountId account, Told told, List<LineCard> cards) {
        if (!told.message().kind().startsWith("renewal.")) {
            return Optional.empty();
        }
        return renewals.find(account, RenewalId.parse(told.message().reference()))
                .flatMap(view -> cards.stream()
                        .filter(card -> card.who().id().equals(view.bought().line()))
                        .findFirst()
                        .map(card -> new LinesPage.Subject(
                                Shown.unbroken(card.who().number()),
                                view.bought().price().total(),
                                view.onlyMoney())));
    }
}
