package dev.keepline.support;

import dev.keepline.carriers.Connector;
import dev.keepline.ledger.LedgerVerification;
import dev.keepline.ledger.Standings;
import dev.keepline.payments.Gateway;
import dev.keepline.renewal.RenewalsUnderWay;
import dev.keepline.renewal.WaitingRenewals;
import dev.keepline.support.Finding.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/**
 * Our books against themselves, the gateways' records and the carriers' (I3, I4). It reads and reports; it repairs nothing.
 */
@Service
public class Reconciliation {

    private final LedgerVerification verification;
    private final Standings standings;
    private final Counterparts counterparts;
    private final Reasons reasons;
    private final InstantSource clock;

    /** Those whose records are read. */
    record Counterparts(List<Gateway> gateways, List<Connector> connectors) {}

    /** Where explanations are found. */
    record Reasons(Cases cases, RenewalsUnderWay renewals, WaitingRenewals looks, Restorations restorations) {}

    Reconciliation(
            LedgerVerification verification,
            Standings standings,
            Counterparts counterparts,
            Reasons reasons,
            InstantSource clock) {
        this.verification = verification;
        this.standings = standings;
        this.counterparts = counterparts;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * What a verification came to.
     *
     * @param accounts whose balances were derived again
     * @param impossible differences inside our own books
     * @param findings of the comparison with others
     */
    public record Report(long accounts, List<String> impossible, List<Finding> findings) {

        /** Something is wrong, and not only unread. */
        public boolean differs() {
            return !impossible.isEmpty()
                    || findings.stream().anyMatch(finding -> finding.verdict() == Verdict.DIFFERENCE);
        }

        /** Something differs that the product will see and book by itself. */
        public boolean mendsItself() {
            return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.LATER);
        }

        /** Nothing is impossible, nothing unexplained, and everything was compared. */
        public boolean clean() {
            return impossible.isEmpty()
                    && findings.stream().noneMatch(finding -> switch (finding.verdict()) {
                        case DIFFERENCE, NOT_COMPARED -> true;
                        case EXPLAINED, IN_MOTION, LATER -> false;
                    });
        }
    }

    /** Our own books alone, without asking anybody. */
    public Report verifyOwn() {
        var impossible = new ArrayList<String>();
        long accounts = verification.verify(difference -> impossible.add(difference.toString()));
        return new Report(accounts, List.copyOf(impossible), List.of());
    }

    /** By name those of gateways and connectors that can be asked. */
    Set<String> asked() {
        var names = new HashSet<String>();
        counterparts.gateways().forEach(gateway -> names.add(gateway.id()));
        counterparts.connectors().forEach(connector -> names.add(connector.id()));
        return names;
    }

    /** By name those gateways and connectors that our books of that time speak of. */
    Set<String> named(Duration window) {
        var names = new HashSet<String>();
        var since = clock.instant().minus(window);
        standings.payments(since, payment -> names.add(payment.gateway()));
        standings.orders(since, order -> names.add(order.connector()));
        return names;
    }

    /** Those that our books of that time speak of, and that cannot be asked. */
    Set<String> silent(Duration window) {
        var names = new TreeSet<>(named(window));
        names.removeAll(asked());
        return names;
    }

    /**
     * Verifies everything.
     *
     * @param window how far back the records of others are read
     */
    public Report verify(Duration window) {
        var impossible = new ArrayList<String>();
        long accounts = verification.verify(difference -> impossible.add(difference.toString()));
        return new Report(accounts, List.copyOf(impossible), compare(window));
    }

    /**
     * Money moves while we read. What was a difference only because one side was read before the other is gone when both
     * are read again, so a difference is one that stands twice.
     */
    private List<Finding> compare(Duration window) {
        var first = pass(window);
        Set<String> different = keys(first);
        if (different.isEmpty()) {
            return first;
        }
        return pass(window).stream()
                .filter(finding -> finding.verdict() != Verdict.DIFFERENCE || different.contains(finding.key()))
                .toList();
    }

    private static Set<String> keys(List<Finding> findings) {
        var keys = new HashSet<String>();
        findings.stream()
                .filter(finding -> finding.verdict() == Verdict.DIFFERENCE)
                .forEach(finding -> keys.add(finding.key()));
        return keys;
    }

    /** What a restore made us forget is no news: a case was opened for it then. */
    private List<Finding> pass(Duration window) {
        var lost = reasons.restorations().losses();
        return compared(window).stream()
                .map(finding -> finding.verdict() == Verdict.DIFFERENCE && lost.contains(finding.key())
                        ? new Finding(Verdict.EXPLAINED, finding.where(), finding.about(), finding.text())
                        : finding)
                .toList();
    }

    private List<Finding> compared(Duration window) {
        var now = clock.instant();
        var since = now.minus(window);
        var explanations = new Explanations(reasons.cases(), reasons.renewals(), reasons.looks(), now);
        var findings = new ArrayList<Finding>();
        silent(window)
                .forEach(name -> findings.add(new Finding(
                        Verdict.NOT_COMPARED,
                        name,
                        "all of it",
                        "our books speak of it, and its keys are not set here")));
        for (Gateway gateway : counterparts.gateways()) {
            new PaymentReconciliation(gateway, standings, explanations, findings::add).compare(since);
        }
        for (Connector connector : counterparts.connectors()) {
            new OrderReconciliation(connector, standings, explanations, findings::add).compare(since);
        }
        return findings;
    }
}
