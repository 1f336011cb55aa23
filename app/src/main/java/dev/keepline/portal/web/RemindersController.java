package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.Lines;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.reminders.ReminderTexts;
import dev.keepline.reminders.Reminder.Kind;
import dev.keepline.reminders.ReminderChoices;
import dev.keepline.reminders.ReminderPlans;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** What will be sent when, and how to end it for whoever is signed in. */
@Controller
@ConditionalOnWebApplication
class RemindersController {

    private final Pages pages;
    private final Lines lines;
    private final ReminderPlans plans;
    private final ReminderChoices choices;
    private final InstantSource clock;

    RemindersController(Pages pages, Lines lines, ReminderPlans plans, ReminderChoices choices, InstantSource clock) {
        this.pages = pages;
        this.lines = lines;
        this.plans = plans;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/reminders")
    View all(CurrentAccount person, HttpServletRequest request) {
        var account = person.id();
        var now = clock.instant();
        var silent = choices.silent(account);
        var planned = lines.of(account).stream()
                .map(line -> new ReminderTexts.Planned(line, plans.plan(line, now), silent.contains(line.id())))
                .toList();
        var texts = new ReminderTexts(pages.words(request), person.zone());
        return pages.page("reminders", texts.page(choices.wanted(account), planned));
    }

    @PostMapping("/reminders")
    ModelAndView choose(
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "wanted", defaultValue = "no") String wanted,
            AccountId account) {
        choices.choose(account, Found.id(kind, Kind::valueOf), wanted.equals("yes"), clock.instant());
        return SeeOther.to("/reminders#r-" + kind);
    }

    /** Of one line, from its own page or from the page of all. */
    @PostMapping("/lines/{id}/reminders")
    ModelAndView chooseLine(
            @PathVariable("id") String id,
            @RequestParam(name = "wanted", defaultValue = "no") String wanted,
            @RequestParam(name = "from", defaultValue = "line") String from,
            AccountId account) {
        var line = Found.or404(lines.current(account, Found.id(id, LineId::parse)));
        choices.chooseLine(account, line.id(), wanted.equals("yes"), clock.instant());
        return SeeOther.to(from.equals("all") ? "/reminders#l-" + line.id() : "/lines/" + line.id() + "#s9");
    }
}
