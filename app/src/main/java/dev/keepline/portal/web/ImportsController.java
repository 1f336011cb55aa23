package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.identity.EmailAddress;
import dev.keepline.imports.BroughtLine;
import dev.keepline.imports.BroughtLines;
import dev.keepline.imports.Column;
import dev.keepline.imports.ImportId;
import dev.keepline.imports.Invitations;
import dev.keepline.imports.LineImports;
import dev.keepline.imports.LineImports.Imported;
import dev.keepline.portal.bills.Csv;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.portal.imports.ImportPage;
import dev.keepline.portal.imports.ImportPage.Tried;
import dev.keepline.portal.imports.ImportTexts;
import dev.keepline.portal.imports.ImportsPage;
import dev.keepline.portal.imports.ImportsPage.Invited;
import dev.keepline.portal.support.Draft;
import dev.keepline.support.Written;
import dev.keepline.support.WrittenRules;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private static final int REFUSED = 5;
    private static final int NEWEST = 50;
    private static final Tried NOTHING = new Tried(Optional.empty(), Draft.empty(new UUID(0, 0)));

    private final ConsoleDesk desk;
    private final LineImports imports;
    private final Invitations invitations;
    private final BroughtLines lines;

    ImportsController(ConsoleDesk desk, LineImports imports, Invitations invitations, BroughtLines lines) {
        this.desk = desk;
        this.imports = imports;
        this.invitations = invitations;
        this.lines = lines;
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
            return all(ImportsPage.Said.wrong(desk.pages().words(request).h("import.nofile")), request);
        }
        var name = FileName.of(Optional.ofNullable(file.getOriginalFilename()).orElse(""));
        try (var bytes = file.getInputStream()) {
            var id = imports.check(name, bytes, staff.id(), desk.now());
            var found = Found.or404(imports.find(id));
            desk.keep(staff, staff.id(), "import.check", id.toString(), name, found.good() ? "GOOD" : "MISTAKES");
            return SeeOther.to("/console/imports/" + id);
        }
    }

    @GetMapping("/console/imports/{id}")
    ModelAndView one(@PathVariable("id") String id, CurrentAccount staff, HttpServletRequest request) {
        return one(Found.id(id, ImportId::parse), NOTHING, staff, request);
    }

    @PostMapping("/console/imports/{id}/import")
    ModelAndView carryOut(@PathVariable("id") String id, CurrentAccount staff, HttpServletRequest request) {
        var file = Found.id(id, ImportId::parse);
        var view = Found.or404(imports.find(file));
        return switch (imports.carryOut(file, staff.id(), desk.now())) {
            case Imported.Before _ -> SeeOther.to("/console/imports/" + file);
            case Imported.Done _ -> {
                desk.keep(staff, staff.id(), "import.do", id, view.file().name());
                yield SeeOther.to("/console/imports/" + file);
            }
            case Imported.CheckAgain _ -> {
                var again = Optional.of(desk.pages().words(request).h("import.again"));
                var page = one(file, new Tried(again, Draft.empty(UUID.randomUUID())), staff, request);
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    /** Everything that is wrong with a file, for a spreadsheet. */
    @GetMapping("/console/imports/{id}/wrong.csv")
    ResponseEntity<String> wrong(@PathVariable("id") String id, CurrentAccount staff, HttpServletRequest request) {
        var view = Found.or404(imports.find(Found.id(id, ImportId::parse)));
        var words = desk.pages().words(request);
        var texts = new ImportTexts(words, desk.now(), staff.zone());
        var out = new StringBuilder(Csv.MARK);
        out.append(Csv.line(List.of(
                words.t("import.line"), words.t("import.column"), words.t("import.what"), words.t("import.value"))));
        for (var problem : imports.problems(view.id(), LineImports.MOST_PROBLEMS)) {
            out.append(Csv.line(List.of(
                    String.valueOf(problem.line()),
                    Csv.text(problem.field()),
                    Csv.text(texts.what(problem).plain()),
                    Csv.text(problem.value()))));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mistakes.csv\"")
                .body(out.toString());
    }

    /** A few of the addresses that refused their letter: all of them stand among the lines. */
    private List<String> refused(ImportId id) {
        var filter = new BroughtLines.Filter(Optional.of(id), Optional.of(BroughtLine.State.REFUSED));
        return lines.list(filter, 0, REFUSED, desk.now()).lines().stream()
                .map(line -> line.named().email())
                .distinct()
                .toList();
    }

    private ModelAndView one(ImportId id, Tried tried, CurrentAccount staff, HttpServletRequest request) {
        var view = Found.or404(imports.find(id));
        var checked = new ImportPage.Checked(imports.problems(id, ImportTexts.SHOWN), imports.plan(view));
        var came = view.carried()
                .map(_ -> new ImportPage.Came(invitations.progress(id, desk.now()), lines.withdrawn(id), refused(id)));
        var known = new ImportPage.Known(view, checked, imports.sameBefore(view), came, tried);
        var texts = new ImportTexts(desk.pages().words(request), desk.now(), staff.zone());
        return new ModelAndView(desk.pages().page("import", texts.page(known)));
    }

    /** Takes back what nobody has claimed of a file, with a reason. */
    @PostMapping("/console/imports/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable("id") String id, Forms.Typed typed, CurrentAccount staff, HttpServletRequest request) {
        var file = Found.id(id, ImportId::parse);
        Found.or404(imports.find(file));
        var written = WrittenRules.check(typed.words());
        if (!(written instanceof Written.Fine(var reason))) {
            var draft = desk.texts(staff, request).again(written, typed.words());
            var page = one(file, new Tried(Optional.empty(), draft), staff, request);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        int gone = lines.withdraw(file, new BroughtLines.Withdrawal(staff.id(), reason, desk.now()));
        desk.keep(staff, staff.id(), "import.withdraw", id, reason, gone > 0 ? "DONE" : "NOT_POSSIBLE");
        return SeeOther.to("/console/imports/" + file);
    }

    /** Invites the holders of a file's lines. Pressed twice it invites nobody twice. */
    @PostMapping("/console/imports/{id}/invite")
    ModelAndView invite(@PathVariable("id") String id, CurrentAccount staff) {
        var file = Found.id(id, ImportId::parse);
        var view = Found.or404(imports.find(file));
        if (invitations.progress(file, desk.now()).counts().uninvited() > 0) {
            invitations.invite(file);
            desk.keep(staff, staff.id(), "invite.file", id, view.file().name());
        }
        return SeeOther.to("/console/imports/" + file);
    }

    /** Invites one holder anew. */
    @PostMapping("/console/imports/invite")
    ModelAndView inviteAgain(
            @RequestParam(name = "email", defaultValue = "") String email,
            CurrentAccount staff,
            HttpServletRequest request) {
        var words = desk.pages().words(request);
        if (EmailAddress.parse(email).isEmpty()) {
            var problem = words.h(EmailAddress.tooLong(email) ? "ask.long" : "ask.missing");
            return all(new Invited(WrittenRules.mask(email), Optional.of(problem), Optional.empty()), request);
        }
        boolean sent = invitations.send(email, desk.now());
        desk.keep(staff, staff.id(), "invite.again", "", "", sent ? "DONE" : "NONE");
        var said = words.h(sent ? "invite.sent" : "invite.nobody");
        return all(new Invited(sent ? "" : email, Optional.empty(), Optional.of(said)), request);
    }

    private ModelAndView all(Invited invited, HttpServletRequest request) {
        return all(new ImportsPage.Said(Optional.empty(), invited), request);
    }

    private ModelAndView all(ImportsPage.Said said, HttpServletRequest request) {
        var page = ImportsPage.of(imports.newest(NEWEST), said, desk.pages().words(request), desk.now());
        var view = new ModelAndView(desk.pages().page("imports", page));
        view.setStatus(said.good() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
