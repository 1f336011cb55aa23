package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.ConversationId;
import dev.keepline.portal.console.CaseTexts;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.support.SupportLetters;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.support.Conversation;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversations;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** A question of a subscriber, for whoever answers it. Only staff gets here. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/console/questions/{account}/{id}")
class ConsoleQuestionController {

    private final ConsoleDesk desk;
    private final Conversations conversations;
    private final SupportDesk support;
    private final SupportLetters letters;

    ConsoleQuestionController(
            ConsoleDesk desk, Conversations conversations, SupportDesk support, SupportLetters letters) {
        this.letters = letters;
        this.desk = desk;
        this.conversations = conversations;
        this.support = support;
    }

    @GetMapping
    View one(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            CurrentAccount staff,
            HttpServletRequest request) {
        var one = find(account, id);
        desk.keep(staff, one.account(), "question.look", id);
        return page(one, Draft.empty(UUID.randomUUID()), staff, request);
    }

    @PostMapping("/replies")
    ModelAndView reply(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            Forms.Typed typed,
            CurrentAccount staff,
            HttpServletRequest request) {
        var one = find(account, id);
        var written = WrittenRules.check(typed.words());
        var form = typed.form();
        if (!(written instanceof Written.Fine(var text))) {
            var texts = new SupportTexts(desk.pages().words(request), desk.now(), staff.zone());
            var answer = new ModelAndView(page(one, Forms.draft(form, written, typed.words(), texts), staff, request));
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
        var letter = letters.answered(one.account(), one, text);
        conversations.answer(one.account(), one.id(), Entry.byStaff(form, staff.id(), text, desk.now()), letter);
        desk.keep(staff, one.account(), "question.reply", id);
        return back(one);
    }

    @PostMapping("/close")
    ModelAndView close(@PathVariable("account") String account, @PathVariable("id") String id, CurrentAccount staff) {
        var one = find(account, id);
        conversations.close(one.account(), one.id(), desk.now());
        desk.keep(staff, one.account(), "question.close", id);
        return SeeOther.to("/console");
    }

    private static ModelAndView back(Conversation one) {
        return SeeOther.to("/console/questions/" + one.account() + "/" + one.id());
    }

    private Conversation find(String account, String id) {
        var customer = desk.customer(account);
        return Found.or404(conversations.find(customer.id(), Found.id(id, ConversationId::parse)));
    }

    private View page(Conversation one, Draft draft, CurrentAccount staff, HttpServletRequest request) {
        var customer = desk.customer(one.account().toString());
        var matter =
                support.matter(one.account(), one.about().renewal(), one.about().line());
        var entries = conversations.entries(one.account(), one.id());
        var texts = new CaseTexts(desk.texts(staff, request));
        return desk.pages().page("desk", texts.question(one, entries, matter, desk.name(customer), draft));
    }
}
