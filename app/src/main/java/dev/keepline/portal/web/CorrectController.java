package dev.keepline.portal.web;

import dev.keepline.catalog.Catalogue;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Validity;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import dev.keepline.lines.TrackedLines;
import dev.keepline.lines.UsStates;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.Said;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.lines.TrackPage;
import dev.keepline.portal.lines.TrackPage.Stage;
import dev.keepline.portal.lines.TrackTexts;
import dev.keepline.portal.lines.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Corrects what a subscriber said of a tracked line; of a line the operator looks after only its name. */
@Controller
@ConditionalOnWebApplication
class CorrectController {

    private final Pages pages;
    private final LineDesk desks;
    private final TrackedLines tracked;
    private final Catalogue catalogue;
    private final InstantSource clock;

    CorrectController(Pages pages, LineDesk desks, TrackedLines tracked, Catalogue catalogue, InstantSource clock) {
        this.pages = pages;
        this.desks = desks;
        this.tracked = tracked;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/lines/{id}/edit")
    ModelAndView edit(@PathVariable("id") String id, AccountId account, HttpServletRequest request) {
        var line = line(account, id);
        return page(line, new Typed(values(line), Map.of()), request);
    }

    @PostMapping("/lines/{id}/edit")
    ModelAndView edited(
            @PathVariable("id") String id,
            @RequestParam Map<String, String> values,
            AccountId account,
            HttpServletRequest request) {
        var line = line(account, id);
        var form = new TrackForm(values, catalogue, pages.words(request));
        var now = clock.instant();
        if (ours(line)) {
            var label = form.label();
            var until = form.until(now.atZone(line.home().zone()).toLocalDate());
            if (form.good()) {
                tracked.rename(account, line.id(), label);
            }
            if (form.good() && desks.byWord(line) && values.containsKey("until")) {
                tracked.say(account, line.id(), until, now);
            }
        } else {
            form.correction(now.atZone(line.home().zone()).toLocalDate())
                    .ifPresent(correction -> tracked.correct(account, line.id(), correction, now));
        }
        return form.good()
                ? SeeOther.to(Said.with("/lines/" + line.id(), "corrected"))
                : page(line, form.typed(), request);
    }

    private Line line(AccountId account, String id) {
        return Found.or404(desks.find(account, Found.id(id, LineId::parse))).line();
    }

    private static boolean ours(Line line) {
        return line.identity().management() == Management.MANAGED;
    }

    private Stage stage(Line line) {
        if (!ours(line)) {
            return Stage.EDIT;
        }
        return desks.byWord(line) ? Stage.DATE : Stage.RENAME;
    }

    private Map<String, String> values(Line line) {
        var values = new HashMap<String, String>();
        values.put("label", line.identity().label());
        values.put("carrier", line.identity().carrier());
        values.put("plan", line.offering().orElse(""));
        values.put("state", line.home().place().state());
        values.put("zip", line.home().place().zip());
        tracked.notedProfile(line.account(), line.id()).ifPresent(profile -> values.put("iccid", profile.digits()));
        values.put("zone", zone(line.home()));
        values.put(
                "until",
                line.dates()
                        .stated()
                        .map(stated ->
                                Validity.lastDayBefore(stated.serviceEndsOn()).toString())
                        .orElse(""));
        return values;
    }

    /** Where it is the state's own it goes on following the state. */
    private static String zone(Line.Home home) {
        return UsStates.find(home.place().state())
                .map(UsStates.State::zone)
                .filter(home.zone()::equals)
                .map(_ -> "")
                .orElseGet(() -> home.zone().getId());
    }

    private ModelAndView page(Line line, Typed typed, HttpServletRequest request) {
        var w = pages.words(request);
        var path = "/lines/" + line.id();
        var page = new TrackPage(
                path + "/edit",
                path,
                w.h(stage(line) == Stage.RENAME ? "rename.title" : "edit.title"),
                stage(line),
                Optional.empty(),
                new TrackTexts(w, catalogue).lists(typed.value("carrier")),
                typed);
        var view = new ModelAndView(pages.page("track", page));
        view.setStatus(typed.good() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
