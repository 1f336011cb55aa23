package dev.keepline.portal.account;

import dev.keepline.identity.Sessions;
import dev.keepline.identity.SignUps;
import dev.keepline.kernel.PlainText;
import dev.keepline.portal.frame.LocalPath;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.Said;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Behind the link that proves an address: name, password, time zone. Looking at the page does not use the link. */
@Controller
@ConditionalOnWebApplication
class SignUpController {

    private static final String PATH = "/signup/confirm";

    private final Pages pages;
    private final Answers answers;
    private final SignUps signUps;
    private final Sessions sessions;

    SignUpController(Pages pages, Answers answers, SignUps signUps, Sessions sessions) {
        this.pages = pages;
        this.answers = answers;
        this.signUps = signUps;
        this.sessions = sessions;
    }

    /** What was typed; absent fields are empty. */
    record Form(String t, String name, String password, String zone, String next) {

        Form {
            t = t == null ? "" : t;
            name = name == null ? "" : PlainText.line(name);
            password = password == null ? "" : password;
            zone = zone == null ? "" : zone;
            next = LocalPath.of(next == null ? "/" : next);
        }
    }

    @GetMapping(PATH)
    ModelAndView form(
            @RequestParam(name = "t", defaultValue = "") String token,
            @RequestParam(name = "next", defaultValue = "/") String next,
            HttpServletRequest request) {
        var likely = Zones.likely(pages.words(request).language().tag()).getId();
        return show(new Form(token, "", "", likely, next), Optional.empty(), request);
    }

    @PostMapping(PATH)
    ModelAndView complete(@ModelAttribute Form form, HttpServletRequest request, HttpServletResponse response) {
        var words = pages.words(request);
        var zone = Zones.parse(form.zone());
        var wrong = Answers.name(form.name(), words)
                .map(said -> new ChoosePage.Problem("name", said))
                .or(() -> zone.isEmpty()
                        ? Optional.of(new ChoosePage.Problem("zone", words.h("choose.missing")))
                        : Optional.empty());
        if (wrong.isPresent()) {
            return show(form, wrong, request);
        }
        return switch (signUps.complete(
                form.t(), new SignUps.Chosen(form.name(), form.password(), zone.orElseThrow()))) {
            case SignUps.Result.Welcome(var account) -> {
                sessions.begin(account, request, response);
                yield SeeOther.to(form.next().equals("/") ? Said.with("/", "welcome") : form.next());
            }
            case SignUps.Result.Poor(var problem) ->
                show(form, Optional.of(new ChoosePage.Problem("password", Answers.password(problem, words))), request);
            case SignUps.Result.LinkGone _ -> gone();
        };
    }

    private ModelAndView show(Form form, Optional<ChoosePage.Problem> problem, HttpServletRequest request) {
        var email = signUps.look(form.t());
        if (email.isEmpty()) {
            return gone();
        }
        var zone = Zones.parse(form.zone())
                .orElseGet(() -> Zones.likely(pages.words(request).language().tag()));
        var person = new ChoosePage.Person(WrittenRules.mask(form.name()), zone, Zones.with(zone));
        var page = new ChoosePage(
                PATH,
                "signup",
                email.get().value(),
                new ChoosePage.Sent(form.t(), form.next()),
                Optional.of(person),
                problem);
        return answers.page("choose", page, problem.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private ModelAndView gone() {
        return answers.page("gone", new GonePage("signup"), HttpStatus.GONE);
    }
}
