package dev.keepline.portal.account;

import dev.keepline.identity.EmailChanges;
import dev.keepline.identity.OpenSessions;
import dev.keepline.identity.Purpose;
import dev.keepline.portal.frame.SeeOther;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Behind the links that change an address and undo that. Looking at the page does not use the link. */
@Controller
@ConditionalOnWebApplication
class EmailController {

    private final Answers answers;
    private final EmailChanges changes;
    private final OpenSessions sessions;

    EmailController(Answers answers, EmailChanges changes, OpenSessions sessions) {
        this.answers = answers;
        this.changes = changes;
        this.sessions = sessions;
    }

    @GetMapping("/email/confirm")
    ModelAndView confirm(@RequestParam(name = "t", defaultValue = "") String token) {
        return show("confirm", Purpose.NEW_EMAIL, token);
    }

    @PostMapping("/email/confirm")
    ModelAndView confirmed(@RequestParam(name = "t", defaultValue = "") String token) {
        return changes.confirm(token) ? SeeOther.to("/settings?done=email-changed") : gone();
    }

    @GetMapping("/email/undo")
    ModelAndView undo(@RequestParam(name = "t", defaultValue = "") String token) {
        return show("undo", Purpose.OLD_EMAIL, token);
    }

    @PostMapping("/email/undo")
    ModelAndView undone(@RequestParam(name = "t", defaultValue = "") String token) {
        var account = changes.undo(token);
        account.ifPresent(sessions::endAll);
        return account.isPresent() ? SeeOther.to("/recover") : gone();
    }

    private ModelAndView show(String kind, Purpose purpose, String token) {
        return changes.look(purpose, token)
                .map(email -> answers.page(
                        "press", new PressPage("/email/" + kind, kind, email.value(), token), HttpStatus.OK))
                .orElseGet(this::gone);
    }

    private ModelAndView gone() {
        return answers.page("gone", new GonePage("email"), HttpStatus.GONE);
    }
}
