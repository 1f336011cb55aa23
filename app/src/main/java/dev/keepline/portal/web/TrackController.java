package dev.keepline.portal.web;

import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.CarrierDetection;
import dev.keepline.lines.CarrierDetection.Detected;
import dev.keepline.lines.Line;
import dev.keepline.lines.Management;
import dev.keepline.lines.NewLine;
import dev.keepline.lines.TrackedLines;
import dev.keepline.lines.TrackedLines.Added;
import dev.keepline.lines.TrackedLines.Correction;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.lines.TrackPage;
import dev.keepline.portal.lines.TrackPage.Stage;
import dev.keepline.portal.lines.TrackTexts;
import dev.keepline.portal.lines.Typed;
import dev.keepline.portal.words.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keeping track of a line by its number: the number first, so that its carrier can be found out, then the rest. */
@Controller
@ConditionalOnWebApplication
class TrackController {

    private static final String ACTION = "/lines/new";

    private final Pages pages;
    private final TrackedLines tracked;
    private final CarrierDetection detection;
    private final Catalogue catalogue;
    private final InstantSource clock;

    TrackController(
            Pages pages, TrackedLines tracked, CarrierDetection detection, Catalogue catalogue, InstantSource clock) {
        this.pages = pages;
        this.tracked = tracked;
        this.detection = detection;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping(ACTION)
    ModelAndView begin(
            @RequestParam(name = "number", defaultValue = "") String number,
            @RequestParam(name = "carrier", defaultValue = "") String carrier,
            HttpServletRequest request) {
        if (!number.isEmpty() && !carrier.isEmpty()) {
            var form = new TrackForm(Map.of("number", number, "carrier", carrier), catalogue, pages.words(request));
            return page(form.number().isEmpty() ? Stage.NUMBER : Stage.ADD, Optional.empty(), form.typed(), request);
        }
        return page(Stage.NUMBER, Optional.empty(), Typed.NOTHING, request);
    }

    @PostMapping(ACTION)
    ModelAndView typed(@RequestParam Map<String, String> values, AccountId account, HttpServletRequest request) {
        var form = new TrackForm(values, catalogue, pages.words(request));
        var number = form.number();
        if (number.isEmpty()) {
            return page(Stage.NUMBER, Optional.empty(), form.typed(), request);
        }
        form.set("number", number.get().international());
        var own = tracked.own(account, number.get());
        if (own.isPresent()) {
            form.wrong("number", "own.wrong.already", "line", link(own.get(), request));
            return page(
                    values.containsKey("carrier") ? Stage.ADD : Stage.NUMBER, Optional.empty(), form.typed(), request);
        }
        return values.containsKey("carrier")
                ? add(account, number.get(), form, request)
                : detect(account, number.get(), form, request);
    }

    private ModelAndView detect(AccountId account, Msisdn number, TrackForm form, HttpServletRequest request) {
        var w = pages.words(request);
        var detected = switch (detection.detect(account, number)) {
            case Detected.At(var carrier) -> {
                form.set("carrier", carrier.value());
                yield w.h("own.detected", "carrier", new TrackTexts(w, catalogue).carrier(carrier));
            }
            case Detected.NotFound _ -> w.h("own.undetected");
            case Detected.TooOften _ -> w.h("own.toooften");
        };
        return page(Stage.ADD, Optional.of(detected), form.typed(), request);
    }

    private ModelAndView add(AccountId account, Msisdn number, TrackForm form, HttpServletRequest request) {
        var now = clock.instant();
        var correction = form.correction(LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (correction.isEmpty()) {
            return page(Stage.ADD, Optional.empty(), form.typed(), request);
        }
        var id = new LineId(UUID.randomUUID());
        switch (tracked.add(
                account, id, fresh(number, correction.get()), correction.get().profile(), now)) {
            case Added.Done _ -> {
                return SeeOther.to("/lines/" + id);
            }
            case Added.Already(var line) -> form.wrong("", "own.wrong.already", "line", link(line, request));
            case Added.TooMany(var most) -> form.wrong("", "own.wrong.many", "n", most);
        }
        return page(Stage.ADD, Optional.empty(), form.typed(), request);
    }

    private Shown link(LineId line, HttpServletRequest request) {
        return pages.words(request).h("own.wrong.already.line").linked("/lines/" + line);
    }

    private NewLine fresh(Msisdn number, Correction said) {
        var identity = new Line.Identity(
                new CarrierId(said.carrier()).value(),
                said.label(),
                Optional.of(number),
                Optional.empty(),
                Management.TRACKED);
        var stated = said.endsOn().map(date -> new Line.Dated(date, clock.instant()));
        return new NewLine(identity, said.home(), said.offering(), stated);
    }

    private ModelAndView page(Stage stage, Optional<Shown> detected, Typed typed, HttpServletRequest request) {
        var w = pages.words(request);
        var lists = new TrackTexts(w, catalogue).lists(typed.value("carrier"));
        var page = new TrackPage(ACTION, "/", w.h("own.title"), stage, detected, lists, typed);
        var view = new ModelAndView(pages.page("track", page));
        view.setStatus(typed.good() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
