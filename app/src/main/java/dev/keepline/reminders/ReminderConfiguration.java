package dev.keepline.reminders;

import dev.keepline.database.Transactions;
import dev.keepline.identity.Accounts;
import dev.keepline.jobs.Jobs;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Lines;
import dev.keepline.notifications.Outbox;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminders go out beside the pages, whose words they use; a command at the terminal sends none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ReminderConfiguration {

    @Bean
    Reminders.Post reminderPost(Outbox outbox, ReminderLetters letters) {
        return new Reminders.Post(outbox, letters);
    }

    @Bean
    Reminders reminders(
            ReminderRows rows,
            ReminderChoices choices,
            ClockRules clocks,
            Transactions transactions,
            Reminders.Post post) {
        return new Reminders(rows, choices, clocks, transactions, post);
    }

    @Bean
    ReminderJob reminderJob(Accounts accounts, Lines lines, Reminders reminders, InstantSource clock) {
        return new ReminderJob(accounts, lines, reminders, clock);
    }

    @Bean
    ReminderBeginnings reminderBeginnings(
            ReminderRows rows, Transactions transactions, Jobs jobs, InstantSource clock) {
        return new ReminderBeginnings(rows, transactions, jobs, clock);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> remindersBegin(ReminderBeginnings beginnings) {
        return _ -> beginnings.begin();
    }
}
