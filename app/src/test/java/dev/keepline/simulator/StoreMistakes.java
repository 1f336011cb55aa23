package dev.keepline.simulator;

import dev.keepline.carriers.OrderRecord;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.Outcome;
import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Cause;
import dev.keepline.renewal.engine.Decision;
import dev.keepline.renewal.engine.ForwardingStore;
import dev.keepline.renewal.engine.Outside;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Terms;
import dev.keepline.simulator.memory.MemoryJobs;
import dev.keepline.simulator.memory.MemoryJournal;
import dev.keepline.simulator.memory.MemoryRenewalStore;
import java.time.Instant;
import java.util.Optional;

/** Mistakes in the store and on the way outside. */
final class StoreMistakes {

    private StoreMistakes() {}

    /** The lease is trusted to keep others away, so what is written is written over whatever is there. */
    static Wiring leases_without_fencing() {
        return new Wiring() {
            @Override
            public RenewalStore store(RenewalStore store, MemoryJobs jobs) {
                return new ForwardingStore(store) {
                    @Override
                    public Committed commit(Claim claim, Stored before, Decision decision, Cause cause, Instant now) {
                        var present = jobs.present(claim.job()).orElseThrow();
                        var terms = before.renewal().terms();
                        var there = store.load(terms.account(), terms.id()).orElseThrow();
                        return store.commit(present, there, decision, cause, now);
                    }
                };
            }
        };
    }

    static Wiring has_no_unique_constraint() {
        return new Wiring() {
            @Override
            public MemoryRenewalStore memory(MemoryJobs jobs, MemoryJournal journal) {
                return new MemoryRenewalStore(jobs, journal) {
                    @Override
                    protected boolean taken(Terms.Subject subject) {
                        return false;
                    }
                };
            }
        };
    }

    /** The person is told that it is begun, and it is written a little later. */
    static Wiring acknowledges_before_it_is_written() {
        return new Wiring() {
            @Override
            public RenewalStore store(RenewalStore store, MemoryJobs jobs) {
                return new ForwardingStore(store) {
                    @Override
                    public Committed begin(Terms terms, Decision first) {
                        boolean slow = terms.id().value().getLeastSignificantBits() % 7 == 0;
                        return slow ? Committed.OK : store.begin(terms, first);
                    }
                };
            }
        };
    }

    /** A webhook about a payment is taken for the payment, whoever sent it and whenever. */
    static Wiring believes_webhooks() {
        return new Wiring() {
            private Optional<Signal> claimed = Optional.empty();

            @Override
            public void heard(WakeRef job, Signal claims) {
                if (claims instanceof Signal.PaymentRead) {
                    claimed = Optional.of(claims);
                }
            }

            @Override
            public Outside outside(Outside real) {
                return call -> {
                    if (call instanceof Call.ReadPayment && claimed.isPresent()) {
                        var believed = claimed.get();
                        claimed = Optional.empty();
                        return believed;
                    }
                    return real.perform(call);
                };
            }
        };
    }

    /** What is not there was not done, however short a time ago it was sent. */
    static Wiring takes_absence_for_proof_at_once() {
        return new Wiring() {
            @Override
            public Outside outside(Outside real) {
                return call -> {
                    var said = real.perform(call);
                    return call instanceof Call.FindOrder
                                    && said instanceof Signal.OrderSaid(Outcome.Unknown<OrderRecord> unknown)
                                    && unknown.cause().equals("not there yet")
                            ? new Signal.OrderSaid(new Outcome.NotDone<>("absent"))
                            : said;
                };
            }
        };
    }
}
