package dev.keepline.kill;

import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.renewal.Quote;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One act on a line of its own: looks where its renewals stand, and does what people, the gateway or the carrier do there.
 * It knows nothing of processes that die; what was not done before a death is done after it.
 */
final class Scene {

    private static final Duration IMPATIENT = Duration.ofMillis(600);

    private final Grounds grounds;
    private final JdbcClient owner;
    private final Act act;
    private final Line line;
    private final List<Quote> quotes;
    private final Set<String> done = new HashSet<>();
    private final Map<String, Long> last = new HashMap<>();

    /** Somebody with a line that was just quoted for; the act's mishap is in the air. */
    Scene(Grounds grounds, JdbcClient owner, Act act) {
        this.grounds = grounds;
        this.owner = owner;
        this.act = act;
        this.line = grounds.line(act.lineEndsWith());
        this.quotes = IntStream.range(0, act.renewals())
                .mapToObj(_ -> grounds.quote(line))
                .toList();
        grounds.sandbox().clearFaults();
        act.mishap()
                .ifPresent(mishap -> grounds.sandbox()
                        .fault(
                                mishap.counterpart(),
                                mishap.operation(),
                                mishap.fault(),
                                Map.of("times", mishap.times(), "delay_ms", 200)));
    }

    Act act() {
        return act;
    }

    Line line() {
        return line;
    }

    /** Its renewals, the first begun first. */
    List<Standing> renewals() {
        return owner.sql("""
                select renewal_id, stage_name, stage from renewal where account_id = ? order by created_at, renewal_id
                """)
                .param(line.account().value())
                .query((row, n) -> Standing.of(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** All that somebody agreed to has come to its end, and the last to the end this act must have. */
    boolean over() {
        var all = renewals();
        return all.size() == act.renewals()
                && all.stream().allMatch(Standing::over)
                && all.getLast().stage().equals(act.end());
    }

    /** Does what is due where the renewals stand now. */
    void play(Life life) {
        var all = renewals();
        if (all.size() < act.renewals() && (all.isEmpty() || chooseAgain(all.getLast()))) {
            nowAndThen("agree " + all.size(), life, () -> life.agree(line.account(), quotes.get(all.size())));
        } else if (!all.isEmpty()) {
            play(life, all.getLast());
        }
    }

    private static boolean chooseAgain(Standing first) {
        return switch (first.stage()) {
            case "Opening" -> first.asks() > 0;
            case "AwaitingPayment", "NotCharged" -> true;
            default -> false;
        };
    }

    private void play(Life life, Standing renewal) {
        switch (renewal.stage()) {
            case "AwaitingPayment" -> once(renewal, () -> onThePage(renewal));
            case "Capturing" -> {
                if (act == Act.HOLD_LOST && renewal.asks() > 0) {
                    once(renewal, () -> grounds.sandbox().stripePost("/payment_intents/" + renewal.hold() + "/cancel"));
                }
            }
            case "InReview" -> once(renewal, () -> takeBack(renewal));
            case "Renewed" ->
                once(renewal, act.takenBack() ? () -> takeBack(renewal) : () -> age(renewal, "{capturedAt}", 15 * 24));
            case "RefundFailed" -> {
                if (act == Act.RETURNED) {
                    nowAndThen("return " + renewal.id(), life, () -> {
                        // As if the refund had been sent so long ago that what the gateway shows of it stays.
                        age(renewal, "{at}", 1);
                        life.giveBack(line.account(), renewal.id());
                    });
                }
            }
            case "Asking" ->
                nowAndThen("age " + renewal.id(), life, () -> {
                    // As if it had been sent so long ago that its absence at the carrier proves something.
                    age(renewal, "{sent,at}", 1);
                });
            default -> {}
        }
        if (!renewal.over()) {
            nowAndThen(renewal.id() + renewal.stage(), life, () -> wake(renewal.id()));
        }
    }

    private void onThePage(Standing renewal) {
        if (act == Act.UNPAID) {
            grounds.sandbox().stripePost("/checkout/sessions/" + renewal.session() + "/expire");
        } else {
            grounds.sandbox().pay(renewal.session(), act.card());
        }
        wake(renewal.id());
    }

    private void takeBack(Standing renewal) {
        var reference = renewal.id().toString().replace("-", "") + "-o1";
        var order = grounds.sandbox()
                .dtone("/transactions?external_id=" + reference)
                .get(0);
        grounds.sandbox().post("/control/dtone/transactions/" + order.path("id").asString() + "/reverse", "{}");
        wake(renewal.id());
    }

    /** Moves one time in the renewal's stage back by so many hours: for this renewal they have passed. Whoever is at it now reads it anew. */
    private void age(Standing renewal, String time, int hours) {
        owner.sql("""
                update renewal set stage = jsonb_set(stage, cast(:path as text[]), to_jsonb(to_char(
                         cast(stage #>> cast(:path as text[]) as timestamptz) - :hours * interval '1 hour',
                         'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), version = version + 1
                 where renewal_id = :id and stage_name = :stage
                """)
                .param("path", time)
                .param("hours", hours)
                .param("id", renewal.id().value())
                .param("stage", renewal.stage())
                .update();
        wake(renewal.id());
    }

    private void wake(RenewalId renewal) {
        owner.sql("update job set due_at = least(due_at, now()), wakes = wakes + 1 where key = ?")
                .param(renewal.toString())
                .update();
    }

    private void once(Standing renewal, Runnable deed) {
        if (done.add(renewal.id() + renewal.stage())) {
            deed.run();
        }
    }

    /** At once in a new life or situation if it is a choice, and again when nothing comes of it. */
    private void nowAndThen(String what, Life life, Runnable deed) {
        long now = System.nanoTime();
        var key = what + " " + System.identityHashCode(life);
        long before = last.getOrDefault(key, what.startsWith("agree") ? Long.MIN_VALUE / 2 : now);
        last.putIfAbsent(key, before);
        if (now - before > IMPATIENT.toNanos()) {
            last.put(key, now);
            deed.run();
        }
    }

    /** What happened so far. */
    @Override
    public String toString() {
        var passages = owner.sql("""
                select renewal_id || ' ' || to_char(at, 'HH24:MI:SS.MS') || ' ' || stage_name || ' by ' || cause
                  from renewal_history where account_id = ? order by at, version
                """)
                .param(line.account().value())
                .query((row, n) -> row.getString(1))
                .list();
        return "%s of line %s of account %s:\n%s\n%s"
                .formatted(act, line.id(), line.account(), String.join("\n", passages), renewals());
    }
}
