package dev.keepline.renewal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepline.ledger.JournalEntry;
import dev.keepline.ledger.LedgerAccount;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.simulator.memory.MemoryJobs;
import dev.keepline.simulator.memory.MemoryJournal;
import dev.keepline.simulator.memory.MemoryRenewalStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Whatever the outside answers, true or not, and in whatever order: money moves once, and the journal adds up. */
class RenewalRulesPropertyTest {

    private static final List<Long> SECONDS =
            List.of(2L, 2L, 2L, 2L, 5L, 5L, 20L, 20L, 60L, 600L, 1_900L, 90_000L, 600_000L, 1_300_000L);

    @Property(tries = 3_000)
    void any_answers_capture_or_release_a_hold_at_most_once_and_the_journal_sums_to_zero(
            @ForAll @Size(max = 80) List<@IntRange(max = 9_999) Integer> chances) {
        var end = new Life(chances.iterator()).live();

        Statistics.collect(end.getClass().getSimpleName());
        Statistics.coverage(seen -> Stream.of("Kept", "Refunded", "NotCharged", "InReview", "Owed")
                .forEach(stage -> seen.check(stage).count(some -> some > 0)));
    }

    /** One renewal, on the real step over a store in memory. */
    private static final class Life {
        private final MemoryJobs jobs = new MemoryJobs();
        private final MemoryJournal journal = new MemoryJournal();
        private final MemoryRenewalStore store = new MemoryRenewalStore(jobs, journal);
        private final Terms terms = Sample.terms();
        private final Iterator<Integer> chance;
        private Instant now = Sample.T0;

        Life(Iterator<Integer> chance) {
            this.chance = chance;
        }

        Stage live() {
            store.begin(terms, RenewalRules.begin(terms, Sample.T0.plusSeconds(1_920)));
            var step = new RenewalStep(store, this::answer, new RenewalRules(), () -> now);
            while (chance.hasNext()) {
                now = now.plusSeconds(SECONDS.get(chance.next() % SECONDS.size()));
                var first = chance.hasNext() ? person(chance.next() % 40) : new Signal.Woken();
                jobs.claimNow(terms.job(), now, Duration.ZERO).ifPresent(claim -> step.run(claim, first));
                check();
            }
            return stage();
        }

        /** What the subscriber or somebody of the operator does: mostly nothing. */
        private Signal person(int chance) {
            return switch (chance) {
                case 0, 1 -> new Signal.Abandoned();
                case 2 -> new Signal.Stopped();
                case 3 -> new Signal.FoundNotDelivered();
                case 4 -> new Signal.FoundDelivered(Sample.after(), "agent 7");
                case 5, 6 -> new Signal.RefundAgain();
                case 7, 8, 9 ->
                    new Signal.ReturnedOtherwise(payment(chance), now, new Stage.Otherwise("wire 7", "closed"));
                default -> new Signal.Woken();
            };
        }

        private PaymentRecord payment(int chance) {
            return switch (chance) {
                case 7 -> new PaymentRecord.RefundFailed(Sample.PAYMENT, "lost_card");
                case 8 -> new PaymentRecord.Captured(Sample.PAYMENT, Sample.TOTAL, Sample.T0);
                default -> new PaymentRecord.Refunding(Sample.PAYMENT, Sample.TOTAL);
            };
        }

        private Stage stage() {
            return store.load(terms.account(), terms.id())
                    .orElseThrow()
                    .renewal()
                    .stage();
        }

        /** Often what leads on; else any answer of the kind the call gets, whether it fits to the one before or not. */
        private Signal answer(Call call) {
            if (chance.hasNext() && chance.next() % 10 < 7) {
                return Objects.requireNonNull(Signals.all(terms).get(leadingOn(call)));
            }
            var fitting = Signals.all(terms).values().stream()
                    .filter(signal -> kinds(call).contains(signal.getClass()))
                    .toList();
            return fitting.get(chance.hasNext() ? chance.next() % fitting.size() : fitting.size() - 1);
        }

        private String leadingOn(Call call) {
            return switch (call) {
                case Call.Open _ -> "page opened";
                case Call.Expire _, Call.ReadSession _ -> "page: held";
                case Call.PlaceOrder _, Call.FindOrder _ -> "order: completed";
                case Call.Capture _ -> "command: captured";
                case Call.Release _ -> "command: released";
                case Call.Refund _ -> "command: refunded";
                case Call.ReadPayment _ ->
                    stage() instanceof Stage.Capturing ? "payment: captured" : "payment: refunded";
                case Call.ReadLine _ -> stage() instanceof Stage.Snapshotting ? "line: unchanged" : "line: as bought";
            };
        }

        private static Set<Class<? extends Signal>> kinds(Call call) {
            return switch (call) {
                case Call.Open _ -> Set.of(Signal.SessionOpened.class);
                case Call.Expire _, Call.ReadSession _ -> Set.of(Signal.SessionSaid.class);
                case Call.PlaceOrder _, Call.FindOrder _ -> Set.of(Signal.OrderSaid.class);
                case Call.Capture _, Call.Release _, Call.Refund _ -> Set.of(Signal.PaymentSaid.class);
                case Call.ReadPayment _ -> Set.of(Signal.PaymentRead.class);
                case Call.ReadLine _ -> Set.of(Signal.LineSaid.class);
            };
        }

        private void check() {
            var held = journal.balance(terms.account(), LedgerAccount.CUSTOMER_HOLD);
            var stage = store.load(terms.account(), terms.id())
                    .orElseThrow()
                    .renewal()
                    .stage();
            assertThat(count("payment.authorise")).isLessThanOrEqualTo(1);
            assertThat(count("payment.release") + count("renewal.capture") + count("renewal.receivable"))
                    .isLessThanOrEqualTo(count("payment.authorise"));
            assertThat(count("refund.start")).isLessThanOrEqualTo(count("renewal.capture"));
            assertThat(count("refund.done") - count("refund.returned") + count("refund.otherwise"))
                    .isLessThanOrEqualTo(count("refund.start"));
            assertThat(held)
                    .isEqualTo(
                            stage instanceof Stage.Holding holding
                                    ? holding.hold().amount().minor()
                                    : 0);
            assertThat(journal.proven()).isTrue();
            assertThat(transfers().map(t -> journal.balance(terms.account(), t)).reduce(0L, Math::addExact))
                    .isZero();
        }

        private Stream<LedgerAccount> transfers() {
            return journal.of(terms.account()).stream()
                    .flatMap(entry -> entry.transfers().stream())
                    .flatMap(t -> Stream.of(t.debit(), t.credit()))
                    .distinct();
        }

        private long count(String template) {
            return journal.of(terms.account()).stream()
                    .map(JournalEntry::template)
                    .filter(template::equals)
                    .count();
        }
    }
}
