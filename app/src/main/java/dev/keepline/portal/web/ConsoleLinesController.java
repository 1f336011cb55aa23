package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.imports.BroughtLine;
import dev.keepline.imports.BroughtLines;
import dev.keepline.imports.ImportId;
import dev.keepline.imports.LineImports;
import dev.keepline.kernel.LineId;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.imports.BroughtTexts;
import dev.keepline.portal.support.Draft;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The lines that the operator brought along, claimed or not. Only staff gets here. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/console/lines")
class ConsoleLinesController {

    private static final int PER_PAGE = 50;
    private static final int MOST_PAGES = 100_000;
    private static final int FILES = 50;

    private final ConsoleDesk desk;
    private final BroughtLines lines;
    private final LineImports imports;
    private final ClaimedDates dates;

    ConsoleLinesController(ConsoleDesk desk, BroughtLines lines, LineImports imports, ClaimedDates dates) {
        this.desk = desk;
        this.lines = lines;
        this.imports = imports;
        this.dates = dates;
    }

    @GetMapping
    View list(
            @RequestParam(name = "file", defaultValue = "") String file,
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "page", defaultValue = "0") String page,
            CurrentAccount staff,
            HttpServletRequest request) {
        var filter = new BroughtLines.Filter(
                Optional.of(file).filter(some -> !some.isEmpty()).map(some -> Found.id(some, ImportId::parse)),
                Optional.of(state)
                        .filter(some -> !some.isEmpty())
                        .map(some -> Found.id(some.toUpperCase(Locale.ROOT), BroughtLine.State::valueOf)));
        int at = Math.clamp(Found.id(page, Integer::parseInt), 0, MOST_PAGES);
        var found = lines.list(filter, at * PER_PAGE, PER_PAGE, desk.now());
        var texts = new BroughtTexts(desk.texts(staff, request), new BroughtTexts.Known(dates::endsOn, desk::email));
        return desk.pages()
                .page(
                        "brought",
                        texts.list(found, new BroughtTexts.Asked(filter, at, PER_PAGE), imports.newest(FILES)));
    }

    @GetMapping("/{id}")
    View one(@PathVariable("id") String id, CurrentAccount staff, HttpServletRequest request) {
        var line = find(id);
        desk.keep(staff, staff.id(), "line.look", line.named().reference());
        return page(line, Draft.empty(UUID.randomUUID()), staff, request);
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable("id") String id, Forms.Typed typed, CurrentAccount staff, HttpServletRequest request) {
        var line = find(id);
        var written = WrittenRules.check(typed.words());
        if (!(written instanceof Written.Fine(var reason))) {
            var draft = desk.texts(staff, request).again(written, typed.words());
            var view = new ModelAndView(page(line, draft, staff, request));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        boolean done = lines.withdraw(line.id(), new BroughtLines.Withdrawal(staff.id(), reason, desk.now()));
        var outcome = done ? "DONE" : "NOT_POSSIBLE";
        desk.keep(staff, staff.id(), "line.withdraw", line.named().reference(), reason, outcome);
        return SeeOther.to(done ? "/console/imports/" + line.told().file() : BroughtTexts.path(line));
    }

    private BroughtLine find(String id) {
        return Found.or404(lines.line(Found.id(id, LineId::parse), desk.now()));
    }

    private View page(BroughtLine line, Draft draft, CurrentAccount staff, HttpServletRequest request) {
        var texts = new BroughtTexts(desk.texts(staff, request), new BroughtTexts.Known(dates::endsOn, desk::email));
        return desk.pages().page("desk", texts.page(line, Optional.empty(), draft));
    }
}
