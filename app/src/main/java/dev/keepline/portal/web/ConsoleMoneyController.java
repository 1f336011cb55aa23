package dev.keepline.portal.web;

import dev.keepline.carriers.Connector;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Outcome;
import dev.keepline.ledger.MoneyReport;
import dev.keepline.portal.bills.Csv;
import dev.keepline.portal.console.MoneyTexts;
import dev.keepline.portal.frame.SeeOther;
import dev.keepline.support.Reconciliations;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The books, for whoever answers for them. Only staff gets here. */
@Controller
@ConditionalOnWebApplication
class ConsoleMoneyController {

    private static final Duration FLOATS = Duration.ofDays(30);
    private static final int DAYS = 30;
    private static final int MOST_MONTHS = 120;

    private final ConsoleDesk desk;
    private final MoneyReport report;
    private final Reconciliations reconciliations;
    private final List<Connector> connectors;
    private final Floats floats;

    ConsoleMoneyController(
            ConsoleDesk desk,
            MoneyReport report,
            Reconciliations reconciliations,
            ObjectProvider<Connector> connectors,
            Floats floats) {
        this.floats = floats;
        this.desk = desk;
        this.report = report;
        this.reconciliations = reconciliations;
        this.connectors = connectors.orderedStream().toList();
    }

    @GetMapping("/console/money")
    View money(CurrentAccount staff, HttpServletRequest request) {
        var books = new MoneyTexts.Books(
                report.balances(),
                floats(),
                floats.watch(),
                report.floats(desk.now().minus(FLOATS)),
                reconciliations.last());
        return desk.pages().page("desk", new MoneyTexts(desk.texts(staff, request)).page(books));
    }

    private Map<String, Optional<Money>> floats() {
        var floats = new LinkedHashMap<String, Optional<Money>>();
        connectors.forEach(connector -> floats.put(
                connector.id(),
                connector.balance() instanceof Outcome.Done<Money>(var money) ? Optional.of(money) : Optional.empty()));
        return floats;
    }

    /** Compares the books with everybody else's now. */
    @PostMapping("/console/money")
    ModelAndView compare(CurrentAccount staff) {
        var run = reconciliations.run(DAYS);
        desk.keep(staff, staff.id(), "books.compare", "", "", run.clean() ? "DONE" : "DIFFERS");
        return SeeOther.to("/console/money");
    }

    /** Every transfer of a month (UTC), for a spreadsheet. */
    @GetMapping("/console/money.csv")
    ResponseEntity<String> file(
            @RequestParam(name = "months", defaultValue = "0") String months, CurrentAccount staff) {
        int back = Math.clamp(Found.id(months, Integer::parseInt), 0, MOST_MONTHS);
        var month = YearMonth.from(desk.now().atZone(ZoneOffset.UTC)).minusMonths(back);
        var out = new StringBuilder(Csv.MARK)
                .append(Csv.line(List.of(
                        "booked_at",
                        "template",
                        "reference",
                        "account",
                        "renewal",
                        "debit",
                        "credit",
                        "amount",
                        "currency")));
        var from = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var before = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        report.lines(
                from,
                before,
                line -> out.append(Csv.line(List.of(
                        line.bookedAt().toString(),
                        line.template(),
                        Csv.text(line.reference()),
                        line.account().toString(),
                        line.renewal().orElse(""),
                        line.debit(),
                        line.credit(),
                        line.amount().decimal().toPlainString(),
                        line.amount().currency().getCurrencyCode()))));
        desk.keep(staff, staff.id(), "books.file", month.toString());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal-" + month + ".csv\"")
                .body(out.toString());
    }
}
