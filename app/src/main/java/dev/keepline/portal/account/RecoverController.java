package dev.keepline.portal.account;

import dev.keepline.identity.Browsers;
import dev.keepline.identity.Recoveries;
import dev.keepline.portal.frame.LocalPath;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Behind the link that opens an account again: a new password. Looking at the page does not use the link. */
@Controller
@ConditionalOnWebApplication
class RecoverController {

    private static final String PATH = "/recover/new";

    private final Pages pages;
    private final Answers answers;
    private final Recoveries recoveries;
    private final Browsers browsers;

    RecoverController(Pages pages, Answers answers, Recoveries recoveries, Browsers browsers) {
        this.browsers = browsers;
        this.pages = pages;
        this.answers = answers;
        this.recoveries = recoveries;
    }

    @GetMapping(PATH)
    ModelAndView form(
            @RequestParam(name = "t", defaultValue = "") String token,
            @RequestParam(name = "next", defaultValue = "/") String next,
            @RequestParam(name = "restored", required = false) @Nullable String restored) {
        var kind = restored == null ? "recover" : "restored";
        return show(kind, new ChoosePage.Sent(token, LocalPath.of(next)), Optional.empty());
    }

    @PostMapping(PATH)
    ModelAndView complete(
            @RequestParam(name = "t", defaultValue = "") String token,
            @RequestParam(name = "next", defaultValue = "/") String next,
            @RequestParam(name = "password", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var email = recoveries.look(token);
        return switch (recoveries.complete(token, password, Browsers.origin(request))) {
            case Recoveries.Result.Done _ -> {
                // The owner's from now on: what strangers guess meanwhile does not keep them from signing in.
                email.ifPresent(known -> browsers.remember(known, request, response));
                yield SeeOther.to(LocalPath.with("/login?renewed", next));
            }
            case Recoveries.Result.LinkGone _ -> gone();
            case Recoveries.Result.Poor(var problem) ->
                show(
                        "recover",
                        new ChoosePage.Sent(token, LocalPath.of(next)),
                        Optional.of(
                                new ChoosePage.Problem("password", Answers.password(problem, pages.words(request)))));
        };
    }

    private ModelAndView show(String kind, ChoosePage.Sent sent, Optional<ChoosePage.Problem> problem) {
        var email = recoveries.look(sent.token());
        if (email.isEmpty()) {
            return gone();
        }
        var page = new ChoosePage(PATH, kind, email.get().value(), sent, Optional.empty(), problem);
        return answers.page("choose", page, problem.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private ModelAndView gone() {
        return answers.page("gone", new GonePage("recover"), HttpStatus.GONE);
    }
}
