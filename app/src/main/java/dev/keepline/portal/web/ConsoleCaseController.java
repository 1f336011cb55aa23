package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.CaseId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.portal.console.CaseTexts;
import dev.keepline.portal.console.CaseTexts.Drafts;
import dev.keepline.portal.console.ClosedCaseTexts;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.portal.web.ConsoleThreads.Reply;
import dev.keepline.portal.web.ConsoleThreads.Writer;
import dev.keepline.support.Cases;
import dev.keepline.support.Conversation;
import dev.keepline.support.SupportCase;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
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

    private final ConsoleThreads threads;
    private final Cases cases;
    private final RenewalDesk renewals;
    private final Sales sales;

    ConsoleCaseController(ConsoleThreads threads, Cases cases, RenewalDesk renewals, Sales sales) {
        this.sales = sales;
        this.threads = threads;
        this.cases = cases;
        this.renewals = renewals;
    }

    @GetMapping
    ModelAndView one(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            CurrentAccount staff,
            HttpServletRequest request) {
        var open = open(account, id);
        var by = new Writer(staff, request);
        return open.isPresent()
                ? page(open.get(), new Drafts(empty(), empty()), by)
                : closedPage(closed(account, id), empty(), by);
    }

    @PostMapping("/close")
    ModelAndView close(
            @PathVariable("account") String account,
            @PathVariable("id") String id,
            Forms.Typed typed,
            CurrentAccount staff,
            HttpServletRequest request) {
        var open = open(account, id);
        var desk = threads.desk();
        if (open.isEmpty()) {
            var over = closed(account, id).one();
            desk.keep(staff, over.account(), "case.close", id, WrittenRules.mask(typed.words()), "NOT_POSSIBLE");
            return SeeOther.to("/console/cases/" + over.account() + "/" + over.id());
        }
        var one = open.get();
        var written = WrittenRules.check(typed.words());
        if (!(written instanceof Written.Fine(var reason))) {
            var draft = desk.texts(staff, request).again(written, typed.words());
            return page(one, new Drafts(draft, empty()), new Writer(staff, request));
        }
        if (about(one).undecided().isPresent()) {
            desk.keep(staff, one.account(), "case.close", id, reason, "UNDECIDED");
            var refused = page(one, new Drafts(empty(), empty()), new Writer(staff, request));
            refused.setStatus(HttpStatus.CONFLICT);
            return refused;
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
        var open = open(account, id);
        var over = open.isPresent() ? Optional.<Cases.Closed>empty() : Optional.of(closed(account, id));
        var one = open.or(() -> over.map(Cases.Closed::one)).orElseThrow();
        var by = new Writer(staff, request);
        var form = typed.form();
        var matter = threads.matter(one.account(), one.renewal(), Optional.empty());
        var about = SupportDesk.about(matter, SupportTexts.facts(matter));
        var now = threads.desk().now();
        var begun =
                new Conversation(one.account(), new ConversationId(form), about, Conversation.State.WAITING, now, now);
        return threads.write(
                begun,
                new Reply(typed, form, id, by),
                "case.letter",
                draft -> over.map(ended -> closedPage(ended, draft, by))
                        .orElseGet(() -> page(one, new Drafts(empty(), draft), by)));
    }

    private Optional<SupportCase> open(String account, String id) {
        var customer = threads.desk().customer(account);
        var wanted = Found.id(id, CaseId::parse);
        return cases.open(customer.id()).stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst();
    }

    /** Letters of staff lead to cases that a colleague may have ended by now. */
    private Cases.Closed closed(String account, String id) {
        return Found.or404(cases.closed(threads.desk().customer(account).id(), Found.id(id, CaseId::parse)));
    }

    private ModelAndView closedPage(Cases.Closed closed, Draft letter, Writer by) {
        var texts = new ClosedCaseTexts(threads.desk().texts(by.staff(), by.request()));
        return threads.page(
                texts.page(threads.desk().ended(closed), letter),
                letter.problem().isPresent());
    }

    private static Draft empty() {
        return Draft.empty(UUID.randomUUID());
    }

    private ModelAndView page(SupportCase one, Drafts drafts, Writer by) {
        return threads.page(threads.texts(by).openCase(about(one), drafts), !drafts.good());
    }

    private CaseTexts.About about(SupportCase one) {
        var matter = threads.matter(one.account(), one.renewal(), Optional.empty());
        var possible = one.renewal()
                .map(id -> renewals.interventions().possible(one.account(), id))
                .orElse(Set.of());
        var dossier = one.renewal().flatMap(id -> renewals.dossiers().find(one.account(), id));
        var ordered = matter.named().map(view -> sales.ordered(one.account(), view));
        return new CaseTexts.About(one, matter, threads.name(one.account()), possible, ordered, dossier);
    }
}
