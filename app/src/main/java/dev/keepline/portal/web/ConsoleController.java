package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.portal.console.ConsolePage;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.support.Cases;
import dev.keepline.support.Conversation.State;
import dev.keepline.support.Conversations;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What waits for a person of the operator. Only staff gets here. */
@Controller
@ConditionalOnWebApplication
class ConsoleController {

    private static final int MOST = 200;

    private final ConsoleDesk desk;
    private final Conversations conversations;
    private final Cases cases;

    ConsoleController(ConsoleDesk desk, Conversations conversations, Cases cases) {
        this.desk = desk;
        this.conversations = conversations;
        this.cases = cases;
    }

    @GetMapping("/console")
    View console(
            @RequestParam(name = "show", defaultValue = "open") String show,
            CurrentAccount staff,
            HttpServletRequest request) {
        var w = desk.pages().words(request);
        var now = desk.now();
        var state = Found.id(show.toUpperCase(Locale.ROOT), State::valueOf);
        var texts = new SupportTexts(w, now, staff.zone());
        var rows = conversations.longest(state, MOST).stream()
                .map(one -> ConsolePage.question(
                        one,
                        texts.title(one),
                        desk.name(desk.customer(one.account().toString())),
                        w,
                        now))
                .toList();
        var open = cases.longestOpen(MOST);
        return desk.pages().page("console", ConsolePage.of(new ConsolePage.Questions(state, rows), open, w, now));
    }
}
