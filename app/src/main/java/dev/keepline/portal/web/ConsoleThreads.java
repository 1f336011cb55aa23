package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.console.CaseTexts;
import dev.keepline.portal.console.DeskPage;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.support.Matter;
import dev.keepline.portal.support.SupportLetters;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.support.Conversation;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversations;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody of the operator opens what a subscriber asked or the machine found, and writes to the subscriber. */
@Component
@ConditionalOnWebApplication
class ConsoleThreads {

    private final ConsoleDesk desk;
    private final Conversations conversations;
    private final SupportDesk support;
    private final SupportLetters letters;

    ConsoleThreads(ConsoleDesk desk, Conversations conversations, SupportDesk support, SupportLetters letters) {
        this.desk = desk;
        this.conversations = conversations;
        this.support = support;
        this.letters = letters;
    }

    /** Who writes: of the operator, with the request it came by. */
    record Writer(CurrentAccount staff, HttpServletRequest request) {}

    ConsoleDesk desk() {
        return desk;
    }

    Conversations conversations() {
        return conversations;
    }

    Matter matter(AccountId account, Optional<RenewalId> renewal, Optional<LineId> line) {
        return support.matter(account, renewal, line);
    }

    CaseTexts texts(Writer by) {
        return new CaseTexts(desk.texts(by.staff(), by.request()));
    }

    /** How the customer is called. */
    String name(AccountId account) {
        return desk.name(desk.customer(account.toString()));
    }

    ModelAndView page(DeskPage page, boolean wrong) {
        var view = new ModelAndView(desk.pages().page("desk", page));
        view.setStatus(wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    /**
     * Writes to the subscriber: in the conversation, or to begin it. The form's key is the entry's, so that a form sent
     * twice is written once.
     *
     * @param action what the book of staff calls it
     * @param again shows the form with what cannot be sent
     */
    ModelAndView write(Conversation to, Reply reply, String action, Function<Draft, ModelAndView> again) {
        var typed = reply.typed();
        var written = WrittenRules.check(typed.words());
        var by = reply.by();
        if (!(written instanceof Written.Fine(var text))) {
            var texts = new SupportTexts(
                    desk.pages().words(by.request()), desk.now(), by.staff().zone());
            return again.apply(Forms.draft(reply.form(), written, typed.words(), texts));
        }
        var letter = letters.answered(to.account(), to, text);
        var entry = Entry.byStaff(reply.form(), by.staff().id(), text, desk.now());
        if (conversations.find(to.account(), to.id()).isPresent()) {
            conversations.answer(to.account(), to.id(), entry, letter);
        } else {
            conversations.begin(to.account(), to.id(), to.about(), entry, letter);
        }
        desk.keep(by.staff(), to.account(), action, reply.about());
        return SeeOther.to("/console/questions/" + to.account() + "/" + to.id());
    }

    /**
     * What was typed, with the key of its form.
     *
     * @param about the id of what it was typed on, for the book of staff
     */
    record Reply(Forms.Typed typed, UUID form, String about, Writer by) {}
}
