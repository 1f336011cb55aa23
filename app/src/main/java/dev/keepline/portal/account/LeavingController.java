package dev.keepline.portal.account;

import dev.keepline.identity.Changed;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.Departures;
import dev.keepline.identity.OpenSessions;
import dev.keepline.identity.OwnAccount;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.takeout.Takeout;
import dev.keepline.portal.words.Shown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Taking one's data along, and deleting the account: what that does is said first. */
@Controller
@ConditionalOnWebApplication
class LeavingController {

    private final Answers answers;
    private final OwnAccount own;
    private final Departures departures;
    private final Takeout takeout;
    private final OpenSessions sessions;

    LeavingController(Answers answers, OwnAccount own, Departures departures, Takeout takeout, OpenSessions sessions) {
        this.answers = answers;
        this.own = own;
        this.departures = departures;
        this.takeout = takeout;
        this.sessions = sessions;
    }

    @GetMapping("/settings/export")
    ResponseEntity<String> export(CurrentAccount account) {
        var file = ContentDisposition.attachment().filename("keepline.json").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(takeout.json(account));
    }

    @GetMapping("/settings/export.zip")
    ResponseEntity<byte[]> archive(CurrentAccount account) {
        var file = ContentDisposition.attachment().filename("keepline.zip").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(takeout.archive(account, answers.now()));
    }

    @GetMapping("/settings/delete")
    ModelAndView form(CurrentAccount account) {
        return show(account, Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/settings/delete")
    ModelAndView delete(
            CurrentAccount account,
            @RequestParam(name = "present", defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!departures.obstacles(account.id()).isEmpty()) {
            return show(account, Optional.empty(), HttpStatus.CONFLICT);
        }
        var words = answers.words(request);
        return switch (own.confirm(SettingsController.by(account, password, request))) {
            case Changed.Done _ -> leave(account);
            case Changed.Wait(var until) ->
                show(account, Optional.of(answers.wait(until, words, response)), HttpStatus.TOO_MANY_REQUESTS);
            case Changed.Wrong _, Changed.Poor _ ->
                show(account, Optional.of(words.h("settings.wrong")), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ModelAndView leave(CurrentAccount account) {
        if (!departures.delete(account.id())) {
            return show(account, Optional.empty(), HttpStatus.CONFLICT);
        }
        sessions.endAll(account.id());
        return SeeOther.to("/login?deleted");
    }

    private ModelAndView show(CurrentAccount account, Optional<Shown> problem, HttpStatus status) {
        return answers.page(
                "delete",
                new DeletePage(
                        departures.obstacles(account.id()).stream().sorted().toList(), problem),
                status);
    }
}
