package dev.keepline.kill;

import dev.keepline.kernel.Money;
import dev.keepline.ledger.Journal;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.lines.Lines;
import dev.keepline.support.Cases;
import dev.keepline.support.Reconciliation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What may never be, whatever died: asked of the gateway, the carrier and the books. */
final class Wrongs {

    /** What each end says of money and delivery: charged, given back, delivered and still there, and the case it needs. */
    private record Truth(boolean charged, boolean givenBack, boolean delivered, Set<String> cases) {}

    private static final Map<Act, Truth> TRUTHS = Map.ofEntries(
            Map.entry(Act.RENEWED, new Truth(true, false, true, Set.of())),
            Map.entry(Act.UNPAID, new Truth(false, false, false, Set.of())),
            Map.entry(Act.CHOSEN_AGAIN, new Truth(true, false, true, Set.of())),
            Map.entry(Act.WITHDRAWN, new Truth(true, false, true, Set.of())),
            Map.entry(Act.REFUSED, new Truth(false, false, false, Set.of())),
            Map.entry(Act.ANSWER_LOST, new Truth(true, false, true, Set.of())),
            Map.entry(Act.THROTTLED, new Truth(true, false, true, Set.of())),
            Map.entry(Act.HALF_DELIVERED, new Truth(false, false, false, Set.of("CARRIER_RECORD_DIFFERS"))),
            Map.entry(Act.CAPTURE_LOST, new Truth(true, false, true, Set.of())),
            Map.entry(Act.HOLD_LOST, new Truth(false, false, true, Set.of("RECEIVABLE"))),
            Map.entry(Act.TAKEN_BACK, new Truth(true, true, false, Set.of())),
            Map.entry(Act.REFUND_FAILED, new Truth(true, false, false, Set.of("REVERSED", "REFUND_FAILED"))),
            Map.entry(Act.RETURNED, new Truth(true, false, false, Set.of())));

    private final Grounds grounds;
    private final JdbcClient owner;

    Wrongs(Grounds grounds, JdbcClient owner) {
        this.grounds = grounds;
        this.owner = owner;
    }

    /** Everything that is wrong after an act has ended; empty when all is right. */
    List<String> after(Scene scene) {
        var found = new ArrayList<String>();
        var truth = TRUTHS.get(scene.act());
        if (truth == null || !scene.over()) {
            return List.of("not at its end");
        }
        money(scene, truth, found);
        delivery(scene, truth, found);
        books(scene, truth, found);
        var report = grounds.bean(Reconciliation.class).verify(Duration.ofDays(30));
        if (!report.clean()) {
            found.add("ledger verify: " + report);
        }
        return found;
    }

    private void money(Scene scene, Truth truth, List<String> found) {
        var payments = grounds.sandbox().stripe("/payment_intents?limit=100").path("data");
        var ours = payments.valueStream()
                .filter(payment ->
                        payment.toString().contains(scene.line().account().toString()))
                .toList();
        long charged = ours.stream()
                .filter(payment -> payment.path("amount_received").asLong() > 0)
                .count();
        check(found, "payments charged", truth.charged() ? 1L : 0L, charged);
        long held = ours.stream()
                .filter(payment -> payment.path("status").asString().equals("requires_capture"))
                .count();
        check(found, "payments still reserved", 0L, held);
        long refunds = ours.stream().mapToLong(this::refunds).sum();
        check(found, "refunds that stand", truth.givenBack() ? 1L : 0L, refunds);
    }

    private long refunds(JsonNode payment) {
        return grounds.sandbox()
                .stripe("/refunds?payment_intent=" + payment.path("id").asString())
                .path("data")
                .valueStream()
                .filter(refund -> refund.path("status").asString().equals("succeeded"))
                .count();
    }

    private void delivery(Scene scene, Truth truth, List<String> found) {
        var iccid = scene.line().identity().iccid().orElseThrow().digits();
        var orders = grounds.sandbox().dtone("/transactions?credit_party_account_number=" + iccid);
        check(found, "orders at the carrier", scene.act() == Act.UNPAID ? 0L : 1L, (long) orders.size());
        long standing = orders.valueStream()
                .filter(order -> order.path("status")
                        .path("class")
                        .path("message")
                        .asString()
                        .equals("COMPLETED"))
                .count();
        check(found, "orders that stand", truth.delivered() ? 1L : 0L, standing);
    }

    private void books(Scene scene, Truth truth, List<String> found) {
        var account = scene.line().account();
        var held = grounds.bean(Journal.class).balance(account, LedgerAccount.CUSTOMER_HOLD, Money.USD);
        check(found, "held by our books", 0L, held.minor());
        var line = grounds.bean(Lines.class).find(account, scene.line().id()).orElseThrow();
        check(found, "next stretch of the line", truth.delivered() ? 2 : 1, line.nextSegment());
        var cases = grounds.bean(Cases.class).open(account).stream()
                .map(open -> open.kind())
                .collect(Collectors.toSet());
        check(found, "open cases", truth.cases(), cases);
        long setAside = owner.sql("select count(*) from job where account_id = ? and quarantined_at is not null")
                .param(account.value())
                .query((row, n) -> row.getLong(1))
                .single();
        check(found, "jobs set aside", 0L, setAside);
    }

    private static void check(List<String> found, String what, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            found.add(what + ": " + seen + " in place of " + expected);
        }
    }
}
