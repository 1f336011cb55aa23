package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.RenewalId;
import dev.keepline.portal.frame.Pages;
import dev.keepline.portal.papers.ProofPapers;
import dev.keepline.portal.papers.ReceiptPapers;
import dev.keepline.renewal.Billed;
import dev.keepline.renewal.Certificates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Papers of a renewal, in the language asked for: one may be shown to somebody who reads another. */
@Controller
@ConditionalOnWebApplication
class PaperController {

    private final Pages pages;
    private final Tracking tracking;
    private final Certificates certificates;
    private final Billed billed;
    private final Press press;

    PaperController(Pages pages, Tracking tracking, Certificates certificates, Billed billed, Press press) {
        this.pages = pages;
        this.tracking = tracking;
        this.certificates = certificates;
        this.billed = billed;
        this.press = press;
    }

    @GetMapping("/renewals/{id}/proof.pdf")
    ResponseEntity<byte[]> proof(
            @PathVariable("id") String id,
            @RequestParam(name = "in", defaultValue = "") String language,
            CurrentAccount account,
            HttpServletRequest request) {
        var certificate = Found.or404(certificates.of(account.id(), Found.id(id, RenewalId::parse)));
        var words = pages.words(language, request);
        var paper = new ProofPapers(words, press.imprint(), account.zone()).paper(certificate);
        return pdf(press.papers().proof(paper, words, certificate.issuedAt()), "proof-" + certificate.code());
    }

    @GetMapping("/renewals/{id}/receipt.pdf")
    ResponseEntity<byte[]> receipt(
            @PathVariable("id") String id,
            @RequestParam(name = "in", defaultValue = "") String language,
            CurrentAccount account,
            HttpServletRequest request) {
        var renewal = Found.id(id, RenewalId::parse);
        var desk = Found.or404(tracking.find(account, renewal));
        var at = Found.or404(ReceiptPapers.chargedAt(desk.tracked()));
        var words = pages.words(language, request);
        var paid = new ReceiptPapers.Paid(method(account, renewal), account.name(), account.zone());
        var paper = Found.or404(new ReceiptPapers(words, press.imprint()).paper(desk.tracked(), desk.about(), paid));
        return pdf(press.papers().receipt(paper, words, at), "receipt-" + renewal);
    }

    private Optional<String> method(CurrentAccount account, RenewalId renewal) {
        return Optional.ofNullable(billed.of(account.id(), List.of(renewal)).get(renewal))
                .flatMap(Billed.Item::paidWith);
    }

    /** Shown in the browser; saved under its name. */
    private static ResponseEntity<byte[]> pdf(byte[] body, String name) {
        var shown = ContentDisposition.inline().filename(name + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
                .body(body);
    }
}
