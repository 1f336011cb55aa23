package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.CaseId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.portal.console.CaseTexts;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.support.SupportLetters;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.portal.words.Shown;
import dev.keepline.support.Cases;
import dev.keepline.support.Conversation;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversations;
import dev.keepline.support.SupportCase;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A case that the machine opened: closed with a reason, or answered with a letter to the subscriber. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/console/cases/{account}/{id}")
class ConsoleCaseController {

    private final ConsoleDesk desk;
    private final Cases cases;
    private final Conversations conversations;
    private final SupportDesk support;
    private final SupportLetters letters;

    ConsoleCaseController(
            ConsoleDesk desk, Cases cases, Conversations conversations, SupportDesk support, SupportLetters letters) {
        this.letters = letters;
        this.desk = desk;
        this.cases = cases;
        this.conversations = conversations;
        this.support = support;
    }

    @GetMapping
    ModelAndView one(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            CurrentAccount staff,
            HttpServletRequest request) {
        var one = find(account, id);
        return page(one, Draft.empty(UUID.randomUUID()), Optional.empty(), staff, request);
    }

    @PostMapping("/close")
    ModelAndView close(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            Forms.Typed typed,
            CurrentAccount staff,
            HttpServletRequest request) {
        var one = find(account, id);
        if (!(WrittenRules.check(typed.words()) instanceof Written.Fine(var reason))) {
            var problem = desk.pages().words(request).h("console.reason.needed");
            return page(one, Draft.empty(UUID.randomUUID()), Optional.of(problem), staff, request);
        }
        boolean closed = cases.close(one.account(), one.id(), reason, desk.now());
        desk.keep(staff, one.account(), "case.close", id, reason, closed ? "DONE" : "NOT_POSSIBLE");
        return SeeOther.to("/console");
    }

    @PostMapping("/letter")
    ModelAndView letter(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            Forms.Typed typed,
            CurrentAccount staff,
            HttpServletRequest request) {
        var one = find(account, id);
        var form = typed.form();
        var written = WrittenRules.check(typed.words());
        if (!(written instanceof Written.Fine(var text))) {
            var texts = new SupportTexts(desk.pages().words(request), desk.now(), staff.zone());
            return page(one, Forms.draft(form, written, typed.words(), texts), Optional.empty(), staff, request);
        }
        var matter = support.matter(one.account(), one.renewal(), Optional.empty());
        var about = SupportDesk.about(matter, SupportTexts.facts(matter));
        var now = desk.now();
        var begun =
                new Conversation(one.account(), new ConversationId(form), about, Conversation.State.WAITING, now, now);
        var letter = letters.answered(one.account(), begun, text);
        conversations.begin(one.account(), begun.id(), about, Entry.byStaff(form, staff.id(), text, now), letter);
        desk.keep(staff, one.account(), "case.letter", id);
        return SeeOther.to("/console/questions/" + one.account() + "/" + begun.id());
    }

    private SupportCase find(String account, String id) {
        var customer = desk.customer(account);
        var wanted = Found.id(id, CaseId::parse);
        return Found.or404(cases.open(customer.id()).stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst());
    }

    private ModelAndView page(
            SupportCase one, Draft letter, Optional<Shown> problem, CurrentAccount staff, HttpServletRequest request) {
        var customer = desk.customer(one.account().toString());
        var matter = support.matter(one.account(), one.renewal(), Optional.empty());
        var texts = new CaseTexts(desk.texts(staff, request));
        var view = new ModelAndView(
                desk.pages().page("desk", texts.openCase(one, matter, desk.name(customer), letter, problem)));
        boolean wrong = problem.isPresent() || letter.problem().isPresent();
        view.setStatus(wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }
}
