package dev.keepline.portal.web;

import dev.keepline.identity.CurrentAccount;
import dev.keepline.portal.bills.Bill;
import dev.keepline.portal.bills.BillFile;
import dev.keepline.portal.bills.BillTexts;
import dev.keepline.portal.bills.Chosen;
import dev.keepline.portal.frame.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What an account's money did: as a page, and the same selection as a file. */
@Controller
@ConditionalOnWebApplication
class BillsController {

    /** Movements of a file that are in memory at a time. */
    private static final int PIECE = 500;

    private final Pages pages;
    private final Bills bills;

    BillsController(Pages pages, Bills bills) {
        this.pages = pages;
        this.bills = bills;
    }

    /** What stands in the address; an empty field is no choice. */
    record Query(String line, String kind, String year, String after) {

        private Chosen chosen() {
            return Found.id("", _ -> Chosen.parse(given(line), given(kind), given(year), given(after)));
        }

        private static String given(@org.jspecify.annotations.Nullable String text) {
            return text == null ? "" : text;
        }
    }

    @GetMapping("/bills")
    ModelAndView page(@ModelAttribute Query query, CurrentAccount account, HttpServletRequest request) {
        var bill = Found.or404(bills.find(account, query.chosen()));
        var texts = new BillTexts(pages.words(request), bills.now(), account.zone());
        return new ModelAndView(pages.page("bills", texts.page(bill)));
    }

    @GetMapping("/bills.csv")
    void file(
            @ModelAttribute Query query,
            CurrentAccount account,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var chosen = query.chosen().first();
        Found.or404(bills.find(account, chosen));
        var file = new BillFile(pages.words(request), account.zone());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("bills.csv").build().toString());
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(file.head());
        for (var piece = bills.piece(account, chosen, PIECE); !piece.isEmpty(); piece = next(account, chosen, piece)) {
            for (var entry : piece) {
                out.write(file.line(entry));
            }
        }
        out.flush();
    }

    private List<Bill.Entry> next(CurrentAccount account, Chosen chosen, List<Bill.Entry> before) {
        return before.size() < PIECE
                ? List.of()
                : bills.piece(account, chosen.from(before.getLast().movement().position()), PIECE);
    }
}
