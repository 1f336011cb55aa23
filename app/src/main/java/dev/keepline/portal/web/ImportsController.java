package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.imports.Column;
import dev.keepline.imports.ImportId;
import dev.keepline.imports.ImportView;
import dev.keepline.imports.Invitations;
import dev.keepline.imports.LineImports;
import dev.keepline.imports.LineImports.Imported;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.imports.ImportPage;
import dev.keepline.portal.imports.ImportsPage;
import dev.keepline.portal.words.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The operator's imports of lines: upload and check, then import what was checked. Only staff gets here. */
@Controller
@ConditionalOnWebApplication
class ImportsController {

    private static final int NEWEST = 50;
    private static final int LONGEST_NAME = 200;

    private final Pages pages;
    private final LineImports imports;
    private final Invitations invitations;
    private final InstantSource clock;

    ImportsController(Pages pages, LineImports imports, Invitations invitations, InstantSource clock) {
        this.pages = pages;
        this.imports = imports;
        this.invitations = invitations;
        this.clock = clock;
    }

    @GetMapping("/console/imports")
    ModelAndView all(HttpServletRequest request) {
        return all(ImportsPage.Said.NOTHING, request);
    }

    /** The first line of a file, and one row to see how it is written. */
    @GetMapping("/console/imports/template.csv")
    ResponseEntity<String> template() {
        var header = Stream.of(Column.values()).map(Column::header).collect(Collectors.joining(","));
        var row = "A-1001,holder@example.com,+1 212 555 0142,,att-prepaid,,Bank codes,NY,10001,,2026-12-31,";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"keepline-lines.csv\"")
                .body(header + "\r\n" + row + "\r\n");
    }

    @PostMapping("/console/imports")
    ModelAndView upload(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            CurrentAccount staff,
            HttpServletRequest request)
            throws IOException {
        if (file == null || file.isEmpty()) {
            var nothing = Optional.of(pages.words(request).h("import.nofile"));
            return all(new ImportsPage.Said(nothing, Optional.empty()), request);
        }
        var name = Optional.ofNullable(file.getOriginalFilename())
                .filter(given -> !given.isBlank())
                .map(given -> given.replaceAll("\\p{Cntrl}", ""))
                .map(given -> given.substring(0, Math.min(LONGEST_NAME, given.length())))
                .orElse("lines.csv");
        try (var bytes = file.getInputStream()) {
            return SeeOther.to("/console/imports/" + imports.check(name, bytes, staff.id(), clock.instant()));
        }
    }

    @GetMapping("/console/imports/{id}")
    ModelAndView one(@PathVariable("id") String id, CurrentAccount staff, HttpServletRequest request) {
        return one(Found.id(id, ImportId::parse), Optional.empty(), staff, request);
    }

    @PostMapping("/console/imports/{id}/import")
    ModelAndView carryOut(@PathVariable("id") String id, CurrentAccount staff, HttpServletRequest request) {
        var file = Found.id(id, ImportId::parse);
        Found.or404(imports.find(file));
        return switch (imports.carryOut(file, staff.id(), clock.instant())) {
            case Imported.Done _, Imported.Before _ -> SeeOther.to("/console/imports/" + file);
            case Imported.CheckAgain _ -> {
                var view = one(file, Optional.of(pages.words(request).h("import.again")), staff, request);
                view.setStatus(HttpStatus.CONFLICT);
                yield view;
            }
        };
    }

    private ModelAndView one(ImportId id, Optional<Shown> notice, CurrentAccount staff, HttpServletRequest request) {
        var view = Found.or404(imports.find(id));
        var known = new ImportPage.Known(view, imports.problems(id), imports.sameBefore(view), notice, progress(view));
        var page = ImportPage.of(known, pages.words(request), clock.instant(), staff.zone());
        return new ModelAndView(pages.page("import", page));
    }

    private Optional<Invitations.Progress> progress(ImportView view) {
        return view.carried().map(_ -> invitations.progress(view.id(), clock.instant()));
    }

    /** Invites the holders of a file's lines. Pressed twice it invites nobody twice. */
    @PostMapping("/console/imports/{id}/invite")
    ModelAndView invite(@PathVariable("id") String id) {
        var file = Found.id(id, ImportId::parse);
        Found.or404(imports.find(file));
        invitations.invite(file);
        return SeeOther.to("/console/imports/" + file);
    }

    /** Invites one holder anew. */
    @PostMapping("/console/imports/invite")
    ModelAndView inviteAgain(
            @RequestParam(name = "email", defaultValue = "") String email, HttpServletRequest request) {
        boolean sent = invitations.send(email, clock.instant());
        var said = pages.words(request).h(sent ? "invite.sent" : "invite.nobody");
        return all(new ImportsPage.Said(Optional.empty(), Optional.of(said)), request);
    }

    private ModelAndView all(ImportsPage.Said said, HttpServletRequest request) {
        var page = ImportsPage.of(imports.newest(NEWEST), said, pages.words(request), clock.instant());
        var view = new ModelAndView(pages.page("imports", page));
        view.setStatus(said.problem().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
