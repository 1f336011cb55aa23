package dev.keepline.reminders;

import dev.keepline.database.Transactions;
import dev.keepline.identity.Recipient;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Line;
import dev.keepline.notifications.Outbox;
import dev.keepline.reminders.Reminder.Kind;
import java.time.Instant;
import java.util.Set;

/** Sends the reminders of lines. */
final class Reminders {

    private final ReminderRows rows;
    private final ReminderChoices choices;
    private final ClockRules clocks;
    private final Transactions transactions;
    private final Post post;

    Reminders(ReminderRows rows, ReminderChoices choices, ClockRules clocks, Transactions transactions, Post post) {
        this.rows = rows;
        this.choices = choices;
        this.clocks = clocks;
        this.transactions = transactions;
        this.post = post;
    }

    /** How letters leave. */
    record Post(Outbox outbox, ReminderLetters letters) {}

    /** Sends what is due for a line now, one letter at most. False when there is nothing to send. */
    boolean send(Recipient reader, Line line, Instant now) {
        var account = line.account();
        if (choices.silent(account).contains(line.id())) {
            return false;
        }
        Set<Kind> wanted = choices.wanted(account);
        var known = clocks.clocks(line, now);
        var zone = line.home().zone();
        var today = now.atZone(zone).toLocalDate();
        return transactions.inAccount(account, () -> {
            for (var reminder : ReminderRules.due(known.clocks(), wanted, now, zone)) {
                if (rows.take(account, line.id(), reminder, today, now)) {
                    var token = choices.token(account, reminder.kind(), now);
                    var about = new ReminderLetters.About(line, known, reminder, today, token);
                    post.outbox()
                            .send(
                                    account,
                                    key(line.id(), reminder),
                                    post.letters().letter(reader, about),
                                    now);
                    return true;
                }
            }
            return false;
        });
    }

    private static String key(LineId line, Reminder reminder) {
        return "reminder/" + line + "/" + reminder.kind() + "/" + reminder.lastDay() + "/" + reminder.step();
    }
}
