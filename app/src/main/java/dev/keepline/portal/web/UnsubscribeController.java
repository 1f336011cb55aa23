package dev.keepline.portal.web;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.reminders.UnsubscribeTexts;
import dev.keepline.portal.reminders.UnsubscribeTexts.About;
import dev.keepline.portal.words.LineNames;
import dev.keepline.reminders.ReminderChoices;
import dev.keepline.reminders.ReminderChoices.Choice;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Ends reminders by the link in a letter, without signing in. The letter is about one number and says "of this number", so
 * one click ends the reminders of that number and no other's; the page offers all numbers beside it. Letters that are older
 * than this name no number: their click ends their kind for all, as they said.
 */
@Controller
@ConditionalOnWebApplication
class UnsubscribeController {

    private final Pages pages;
    private final Lines lines;
    private final ReminderChoices choices;
    private final InstantSource clock;

    UnsubscribeController(Pages pages, Lines lines, ReminderChoices choices, InstantSource clock) {
        this.pages = pages;
        this.lines = lines;
        this.choices = choices;
        this.clock = clock;
    }

    /** Opening the link changes nothing: programs that look through mail open links, too. */
    @GetMapping("/unsubscribe/{token}")
    View ask(
            @PathVariable("token") String token,
            @RequestParam(name = "line", defaultValue = "") String line,
            HttpServletRequest request) {
        return page(token, line, request);
    }

    /** By a button on that page, or by one click in a mail program (RFC 8058), which brings no cookie and no token of ours. */
    @PostMapping("/unsubscribe/{token}")
    View unsubscribe(
            @PathVariable("token") String token,
            @RequestParam(name = "line", defaultValue = "") String line,
            @RequestParam(name = "again", defaultValue = "") String again,
            HttpServletRequest request) {
        var choice = find(token);
        var about = line(choice.account(), line);
        var now = clock.instant();
        switch (again) {
            case UnsubscribeTexts.KIND_ON -> choices.choose(choice.account(), choice.kind(), true, now);
            case UnsubscribeTexts.KIND_OFF -> choices.choose(choice.account(), choice.kind(), false, now);
            default -> {
                boolean on = again.equals(UnsubscribeTexts.LINE_ON);
                about.ifPresentOrElse(
                        one -> choices.chooseLine(choice.account(), one.id(), on, now),
                        () -> choices.choose(choice.account(), choice.kind(), on, now));
            }
        }
        return page(token, line, request);
    }

    private View page(String token, String line, HttpServletRequest request) {
        var choice = find(token);
        var about = line(choice.account(), line);
        var silent = choices.silent(choice.account());
        var path = "/unsubscribe/" + Found.id(token, UUID::fromString)
                + about.map(one -> "?line=" + one.id()).orElse("");
        return pages.page(
                "unsubscribe",
                new UnsubscribeTexts(pages.words(request))
                        .page(
                                path,
                                choice,
                                about.map(one -> new About(LineNames.inLetters(one), !silent.contains(one.id())))));
    }

    /** The account's own, as long as it is there. */
    private Optional<Line> line(AccountId account, String id) {
        try {
            return id.isEmpty() ? Optional.empty() : lines.current(account, LineId.parse(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Choice find(String token) {
        return Found.or404(choices.byToken(Found.id(token, UUID::fromString)));
    }
}
