package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.ConversationId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.support.AskPage;
import dev.keepline.portal.support.Draft;
import dev.keepline.portal.support.Matter;
import dev.keepline.portal.support.SupportTexts;
import dev.keepline.portal.words.Shown;
import dev.keepline.support.Conversation;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversations;
import dev.keepline.support.SupportSettings;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Questions of a subscriber to the operator, and the answers. What was typed stays in the form when it was not sent. */
@Controller
@ConditionalOnWebApplication
class SupportController {

    private static final int MOST = 100;

    private final Pages pages;
    private final Conversations conversations;
    private final SupportDesk desk;
    private final SupportSettings settings;
    private final InstantSource clock;

    SupportController(
            Pages pages, Conversations conversations, SupportDesk desk, SupportSettings settings, InstantSource clock) {
        this.pages = pages;
        this.conversations = conversations;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/support")
    View all(CurrentAccount account, HttpServletRequest request) {
        return pages.page("support", texts(account, request).page(conversations.of(account.id(), MOST)));
    }

    @GetMapping("/support/new")
    View form(
            @RequestParam(name = "renewal", defaultValue = "") String renewal,
            @RequestParam(name = "line", defaultValue = "") String line,
            @RequestParam(name = "topic", defaultValue = "") String topic,
            CurrentAccount account,
            HttpServletRequest request) {
        var about = new AskPage.About(renewal, line, topic);
        var draft = Draft.empty(UUID.randomUUID());
        return pages.page("question", texts(account, request).ask(matter(account, about), about, draft));
    }

    @PostMapping("/support/new")
    ModelAndView ask(Asked asked, CurrentAccount account, HttpServletRequest request) {
        var texts = texts(account, request);
        var about = new AskPage.About(or(asked.renewal()), or(asked.line()), or(asked.topic()));
        var matter = matter(account, about);
        var key = Forms.key(or(asked.key()));
        var written = WrittenRules.check(or(asked.text()));
        if (!(written instanceof Written.Fine(var text))) {
            var draft = Forms.draft(key, written, or(asked.text()), texts);
            return invalid("question", texts.ask(matter, about, draft), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var id = new ConversationId(key);
        var entry = Entry.bySubscriber(key, text, clock.instant());
        var sent = conversations.ask(
                account.id(), id, SupportDesk.about(matter, SupportTexts.facts(matter, about)), entry);
        return sent == Conversations.Sent.DONE
                ? SeeOther.to("/support/" + id)
                : invalid(
                        "question",
                        texts.ask(matter, about, notNow(sent, key, text, request)),
                        HttpStatus.TOO_MANY_REQUESTS);
    }

    @GetMapping("/support/{id}")
    View one(@PathVariable("id") String id, CurrentAccount account, HttpServletRequest request) {
        var conversation = find(account, id);
        return pages.page("conversation", page(conversation, Draft.empty(UUID.randomUUID()), account, request));
    }

    @PostMapping("/support/{id}/replies")
    ModelAndView reply(@PathVariable("id") String id, Asked asked, CurrentAccount account, HttpServletRequest request) {
        var conversation = find(account, id);
        var key = Forms.key(or(asked.key()));
        var written = WrittenRules.check(or(asked.text()));
        if (!(written instanceof Written.Fine(var text))) {
            var draft = Forms.draft(key, written, or(asked.text()), texts(account, request));
            return invalid(
                    "conversation", page(conversation, draft, account, request), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var sent = conversations.reply(account.id(), conversation.id(), Entry.bySubscriber(key, text, clock.instant()));
        return sent == Conversations.Sent.DONE
                ? SeeOther.to("/support/" + conversation.id())
                : invalid(
                        "conversation",
                        page(conversation, notNow(sent, key, text, request), account, request),
                        HttpStatus.TOO_MANY_REQUESTS);
    }

    @PostMapping("/support/{id}/close")
    ModelAndView close(@PathVariable("id") String id, CurrentAccount account) {
        var conversation = find(account, id);
        conversations.close(account.id(), conversation.id(), clock.instant());
        return SeeOther.to("/support");
    }

    private Object page(Conversation conversation, Draft draft, CurrentAccount account, HttpServletRequest request) {
        var about = conversation.about();
        var entries = conversations.entries(account.id(), conversation.id());
        var matter = desk.matter(account.id(), about.renewal(), about.line());
        return texts(account, request).page(conversation, entries, matter, draft);
    }

    /** A form's fields; what is missing is empty. */
    record Asked(
            @Nullable String renewal,
            @Nullable String line,
            @Nullable String topic,
            @Nullable String key,
            @Nullable String text) {}

    private static String or(@Nullable String field) {
        return field == null ? "" : field;
    }

    private SupportTexts texts(CurrentAccount account, HttpServletRequest request) {
        return new SupportTexts(pages.words(request), clock.instant(), account.zone(), settings.hoursPromised());
    }

    private Conversation find(CurrentAccount account, String id) {
        return Found.or404(conversations.find(account.id(), Found.id(id, ConversationId::parse)));
    }

    private Matter matter(CurrentAccount account, AskPage.About about) {
        return desk.matter(account.id(), id(about.renewal(), RenewalId::parse), id(about.line(), LineId::parse));
    }

    /** What is no id names nothing. */
    private static <T> Optional<T> id(String text, Function<String, T> parse) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Draft notNow(Conversations.Sent why, UUID key, String text, HttpServletRequest request) {
        Shown problem = pages.words(request)
                .h(
                        why == Conversations.Sent.MANY_OPEN ? "support.many" : "support.often",
                        "n",
                        Conversations.MOST_OPEN);
        return new Draft(key, text, Optional.of(problem));
    }

    private static ModelAndView view(View view, HttpStatus status) {
        var answer = new ModelAndView(view);
        answer.setStatus(status);
        return answer;
    }

    private ModelAndView invalid(String template, Object page, HttpStatus status) {
        return view(pages.page(template, page), status);
    }
}
