package dev.keepline.portal.preview;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.OfferingName;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Movement;
import dev.keepline.ledger.Statements;
import dev.keepline.portal.bills.Bill;
import dev.keepline.portal.bills.BillTexts;
import dev.keepline.portal.bills.BillsPage;
import dev.keepline.portal.bills.Chosen;
import dev.keepline.portal.papers.CheckedPage;
import dev.keepline.portal.papers.Imprint;
import dev.keepline.portal.papers.ProofPaper;
import dev.keepline.portal.papers.ProofPapers;
import dev.keepline.portal.papers.ReceiptPaper;
import dev.keepline.portal.papers.ReceiptPapers;
import dev.keepline.portal.renewals.ProofPage;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Certificate;
import dev.keepline.renewal.Certificates;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.ProofCode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Papers, and the page that checks them. */
public final class SamplePapers {

    public static final Imprint IMPRINT = new Imprint(
            "Sandbox Mobile", "help@sandbox-mobile.example", URI.create("https://keepline.example/verify"), true);

    private SamplePapers() {}

    public static Certificate certificate() {
        return new Certificate(
                new RenewalId(new UUID(5, 5)),
                new ProofCode("7KQ4W2MB9XTE3HVA"),
                new Certificate.Facts(
                        new Certificate.Line("att-prepaid", "0163", SampleLines.ZONE),
                        new Certificate.Bought(
                                new OfferingName("AT&T Prepaid 12-Month Unlimited", Map.of("zh-CN", "AT&T 预付费全年不限量")),
                                Optional.of(LocalDate.parse("2027-11-29")),
                                Optional.of(LocalDate.parse("2028-01-28")),
                                Money.usd(13328),
                                Optional.empty(),
                                Optional.empty()),
                        new Certificate.Confirmed(
                                ProofLevel.READ_BACK, SampleLines.NOW.minusSeconds(20), Optional.empty()),
                        Optional.of(SampleLines.NOW)),
                SampleLines.NOW);
    }

    /** Credit that brings dates by a rule. */
    public static Certificate.Bought toppedUp() {
        var plan = certificate().facts().bought();
        return new Certificate.Bought(
                plan.offering(),
                plan.serviceEndsOn(),
                plan.numberLostOn(),
                plan.total(),
                Optional.empty(),
                Optional.of(true));
    }

    public static ProofPaper proof(Words w) {
        return new ProofPapers(w, IMPRINT).paper(certificate());
    }

    public static ReceiptPaper receipt(Words w) {
        return new ReceiptPapers(w, IMPRINT)
                .paper(
                        SampleRenewals.tracked(Phase.RENEWED),
                        SampleRenewals.about(),
                        new ReceiptPapers.Paid(Optional.of("Visa •••• 4242"), "林薇 Lin Wei", ZoneId.of("Asia/Shanghai")))
                .orElseThrow();
    }

    /** When the sample renewal was charged. */
    public static Instant at() {
        return SampleLines.NOW;
    }

    static ProofPage.Check check(Words w) {
        return new ProofPage.Check(
                certificate().code().toString(),
                w.h("proof.code.how", "address", IMPRINT.verify()),
                Preview.languages());
    }

    static Map<String, CheckedPage> pages(Words w) {
        return Map.of(
                "verify",
                CheckedPage.empty(),
                "verify-unknown",
                CheckedPage.problem("7KQ4-W2MB-9XTE-3HVB", w.h("verify.unknown")),
                "verify-stands",
                checked(Phase.RENEWED, w),
                "verify-reversed",
                checked(Phase.REFUNDED, w));
    }

    private static CheckedPage checked(Phase phase, Words w) {
        return CheckedPage.of(new Certificates.Checked(certificate(), phase, SampleLines.NOW), w, IMPRINT);
    }

    /** A year of bills, with a refund and a hold. */
    static BillsPage bills(Words w) {
        var line = new Bill.LineName(SampleLines.due().who().id(), "(646) 555-0163", "Dad");
        var subject = Optional.of(new Bill.Subject(
                line,
                Optional.of(new OfferingName("Unlimited yearly", Map.of())),
                Optional.of("Visa •••• 4242"),
                false));
        var entries = Stream.of(Movement.Kind.values())
                .map(kind -> new Bill.Entry(
                        new Movement(
                                new UUID(9, kind.name().hashCode()),
                                kind,
                                Optional.of(new RenewalId(new UUID(5, 5))),
                                Money.usd(13328),
                                SampleLines.NOW.minusSeconds(
                                        86_400L * kind.name().length())),
                        subject))
                .toList();
        var months = List.of(
                month("2025-12", 4074, 0),
                month("2026-01", 6790, 0),
                month("2026-03", 7059, 2716),
                month("2026-08", 33183, 0),
                month("2026-09", 0, 6790),
                month("2026-11", 13328, 0));
        var bill = new Bill(
                Chosen.parse("", "", "", ""),
                new Bill.Standing(Money.usd(26393), Money.usd(500), Money.usd(13328), Money.usd(0)),
                months,
                entries,
                Map.of(),
                new Bill.Choices(List.of(line), List.of(2026, 2025)),
                true);
        return new BillTexts(w, SampleLines.NOW, ZoneId.of("Asia/Shanghai")).page(bill);
    }

    private static Statements.Month month(String month, long charged, long refunded) {
        return new Statements.Month(YearMonth.parse(month), Money.usd(charged), Money.usd(refunded));
    }
}
