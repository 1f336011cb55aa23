package dev.keepline.portal.web;

import dev.keepline.portal.console.ConsolePage;
import dev.keepline.portal.frame.Pages;
import dev.keepline.support.Cases;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What waits for a person of the operator. Only staff gets here. */
@Controller
@ConditionalOnWebApplication
class ConsoleController {

    private static final int MOST = 200;

    private final Pages pages;
    private final Cases cases;
    private final InstantSource clock;

    ConsoleController(Pages pages, Cases cases, InstantSource clock) {
        this.pages = pages;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/console")
    View console(HttpServletRequest request) {
        var open = cases.longestOpen(MOST);
        return pages.page("console", ConsolePage.of(open, pages.words(request), clock.instant()));
    }
}
