package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.ConversationId;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.web.ConsoleThreads.Reply;
import dev.keepline.portal.web.ConsoleThreads.Writer;
import dev.keepline.support.Conversation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A question of a subscriber, for whoever answers it. Only staff gets here. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/console/questions/{account}/{id}")
class ConsoleQuestionController {

    private final ConsoleThreads threads;

    ConsoleQuestionController(ConsoleThreads threads) {
        this.threads = threads;
    }

    @GetMapping
    ModelAndView one(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            CurrentAccount staff,
            HttpServletRequest request) {
        var one = find(account, id);
        threads.desk().keep(staff, one.account(), "question.look", id);
        return page(one, Draft.empty(UUID.randomUUID()), new Writer(staff, request));
    }

    @PostMapping("/replies")
    ModelAndView reply(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            Forms.Typed typed,
            CurrentAccount staff,
            HttpServletRequest request) {
        var one = find(account, id);
        var by = new Writer(staff, request);
        return threads.write(
                one, new Reply(typed, typed.form(), id, by), "question.reply", draft -> page(one, draft, by));
    }

    @PostMapping("/close")
    ModelAndView close(@PathVariable("account") String account, @PathVariable("id") String id, CurrentAccount staff) {
        var one = find(account, id);
        threads.conversations().close(one.account(), one.id(), threads.desk().now());
        threads.desk().keep(staff, one.account(), "question.close", id);
        return SeeOther.to("/console");
    }

    private Conversation find(String account, String id) {
        var customer = threads.desk().customer(account);
        return Found.or404(threads.conversations().find(customer.id(), Found.id(id, ConversationId::parse)));
    }

    private ModelAndView page(Conversation one, Draft draft, Writer by) {
        var about = one.about();
        var matter = threads.matter(one.account(), about.renewal(), about.line());
        var entries = threads.conversations().entries(one.account(), one.id());
        var page = threads.texts(by).question(one, entries, matter, threads.name(one.account()), draft);
        return threads.page(page, draft.problem().isPresent());
    }
}
