package dev.keepline.reminders;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Line;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Says what will be sent when. */
@Service
public class ReminderPlans {

    private final ReminderRows rows;
    private final ReminderChoices choices;
    private final ClockRules clocks;
    private final Transactions transactions;

    public ReminderPlans(ReminderRows rows, ReminderChoices choices, ClockRules clocks, Transactions transactions) {
        this.rows = rows;
        this.choices = choices;
        this.clocks = clocks;
        this.transactions = transactions;
    }

    /** Every letter about a line that is still to come, the next first. What went out already is not among them. */
    public List<Reminder> plan(Line line, Instant now) {
        if (choices.silent(line.account()).contains(line.id())) {
            return List.of();
        }
        var wanted = choices.wanted(line.account());
        var today = now.atZone(line.home().zone()).toLocalDate();
        var sent = sent(line.account(), line.id());
        return ReminderRules.plan(clocks.clocks(line, now).clocks(), wanted, today).stream()
                .filter(reminder -> !sent.contains(reminder))
                .toList();
    }

    private List<Reminder> sent(AccountId account, LineId line) {
        return transactions.oneStatement(account, () -> rows.sent(account, line));
    }
}
