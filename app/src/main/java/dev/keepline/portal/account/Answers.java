package dev.keepline.portal.account;

import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.PasswordRules;
import dev.keepline.kernel.AddrSpec;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the account's forms answer alike. */
@Component
@ConditionalOnWebApplication
class Answers {

    private static final int LONGEST_NAME = 100;

    private final Pages pages;
    private final InstantSource clock;

    Answers(Pages pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
    }

    Words words(HttpServletRequest request) {
        return pages.words(request);
    }

    Instant now() {
        return clock.instant();
    }

    ModelAndView page(String template, Object page, HttpStatus status) {
        var view = new ModelAndView(pages.page(template, page));
        view.setStatus(status);
        return view;
    }

    /** Too many tries: says how long to wait, to people and to programs. */
    Shown wait(Instant until, Words words, HttpServletResponse response) {
        long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        response.setHeader("Retry-After", String.valueOf(seconds));
        return words.h("login.wait", "n", Math.ceilDiv(seconds, 60));
    }

    /** What is wrong with what was typed as an address. */
    static Shown noAddress(String typed, Words words) {
        if (EmailAddress.tooLong(typed)) {
            return words.h("ask.long");
        }
        return words.h(AddrSpec.hasForeignLetters(typed) ? "ask.foreign" : "ask.missing");
    }

    /** What is wrong with how somebody wants to be called. */
    static Optional<Shown> name(String typed, Words words) {
        if (typed.isEmpty()) {
            return Optional.of(words.h("choose.missing"));
        }
        if (typed.length() > LONGEST_NAME) {
            return Optional.of(words.h("own.wrong.label", "n", LONGEST_NAME));
        }
        return WrittenRules.holdsCard(typed) ? Optional.of(words.h("text.card")) : Optional.empty();
    }

    static Shown password(PasswordRules.Problem problem, Words words) {
        return switch (problem) {
            case SHORT -> words.h("password.short", "n", PasswordRules.SHORTEST);
            case LONG -> words.h("password.long", "n", PasswordRules.LONGEST);
            case COMMON -> words.h("password.common");
            case SAME -> words.h("password.same");
        };
    }
}
