package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Refresh;
import dev.keepline.lines.Refreshes;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Has the carrier asked about a line. The answer is waited for briefly; a slow one shows when the page is opened again. */
@Controller
@ConditionalOnWebApplication
class RefreshController {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Pages pages;
    private final LineDesk desks;
    private final Refreshes refreshes;
    private final InstantSource clock;

    RefreshController(Pages pages, LineDesk desks, Refreshes refreshes, InstantSource clock) {
        this.pages = pages;
        this.desks = desks;
        this.refreshes = refreshes;
        this.clock = clock;
    }

    @PostMapping("/lines/{id}/refresh")
    ModelAndView refresh(
            @PathVariable("id") String id,
            CurrentAccount account,
            HttpServletRequest request,
            HttpServletResponse response) {
        var desk = Found.or404(desks.find(account.id(), Found.id(id, LineId::parse)));
        var now = clock.instant();
        return switch (refreshes.ask(desk.line(), now)) {
            case Refreshes.Asked.Asking() -> {
                awaitAnswer(desk.line(), now);
                yield SeeOther.to("/lines/" + desk.line().id());
            }
            case Refreshes.Asked.NoRoad() -> SeeOther.to("/lines/" + desk.line().id());
            case Refreshes.Asked.TooSoon(var again) -> {
                long seconds = Math.max(1, Duration.between(now, again).toSeconds());
                response.setHeader("Retry-After", String.valueOf(seconds));
                yield tooSoon(desk, again, account.zone(), request);
            }
        };
    }

    private ModelAndView tooSoon(Cards.Desk desk, Instant again, ZoneId reader, HttpServletRequest request) {
        var view = new ModelAndView(
                pages.page("line", desks.page(desk, pages.words(request), reader, Optional.of(again))));
        view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return view;
    }

    private void awaitAnswer(Line line, Instant asked) {
        var patience = asked.plus(PATIENCE);
        while (answer(line).isEmpty() && clock.instant().isBefore(patience)) {
            Pause.of(BETWEEN_LOOKS);
        }
    }

    private Optional<Refresh.Answer> answer(Line line) {
        return refreshes.last(line.account(), line.id()).flatMap(Refresh::answer);
    }
}
