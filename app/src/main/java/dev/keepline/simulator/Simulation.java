package dev.keepline.simulator;

import dev.keepline.kernel.Outcome;
import dev.keepline.payments.PaymentRecord;
import dev.keepline.renewal.engine.RenewalRules;
import dev.keepline.renewal.engine.RenewalStep;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.simulator.memory.MemoryJobs;
import dev.keepline.simulator.memory.MemoryJournal;
import dev.keepline.simulator.memory.MemoryRenewalStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run: the real rules and the real step over stores in memory, with everything else from one seed. */
public final class Simulation {

    /**
     * What became of one seed.
     *
     * @param hash of everything that happened; the same for the same seed, on any machine
     * @param trace in words, where asked for
     */
    public record Result(long seed, long hash, Optional<Violation> violation, Coverage coverage, List<String> trace) {}

    private final World world;
    private final MemoryJobs jobs = new MemoryJobs();
    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryRenewalStore memory;
    private final ModelGateway gateway;
    private final ModelCarrier carrier;
    private final Person.Reach reach;
    private final Faults faults;

    private Simulation(long seed, Wiring wiring, boolean inWords) {
        world = new World(seed, inWords);
        faults = new Faults(world);
        memory = wiring.memory(jobs, journal);
        var invariants = new Invariants(world, memory, journal);
        var webhooks = new Webhooks(world, faults, jobs, wiring::heard);
        gateway = new ModelGateway(world, faults, webhooks, invariants::captured);
        carrier = new ModelCarrier(world, faults, webhooks, invariants);
        invariants.watch(gateway, carrier);
        var store = new FaultyStore(world, faults, wiring.store(memory, jobs), invariants);
        var outside = wiring.outside(new FaultyOutside(world, faults, gateway, carrier));
        var step = new RenewalStep(store, outside, wiring.rules(new RenewalRules()), world);
        var workers = new Workers(world, faults, jobs, step);
        world.add(workers);
        reach = new Person.Reach(store, workers, gateway);
        people();
        staff(store, workers);
        forgers(webhooks);
    }

    private void people() {
        int lines = world.dice().chance(250) ? 2 : 1;
        for (int i = 0; i < lines; i++) {
            var household = new Household(world, memory, carrier, i);
            new Person(world, faults, reach, household::quote).comesAfter(Duration.ofSeconds(1));
            if (faults.strikes(Fault.SECOND_DEVICE)) {
                new Person(world, faults, reach, household::quote)
                        .comesAfter(world.dice().around(Duration.ofMillis(1), Duration.ofMinutes(10)));
            }
            if (faults.strikes(Fault.TWO_TABS)) {
                new Person(world, faults, reach, household::quote)
                        .pressesAfter(world.dice().around(Duration.ofSeconds(1), Duration.ofMinutes(2)));
            }
        }
    }

    private void staff(RenewalStore store, Workers workers) {
        var console = new Staff.Reach(store, workers, carrier, gateway);
        new Staff(world, faults, console, () -> memory.all().stream())
                .looksAfter(world.dice().around(Duration.ofSeconds(2), Duration.ofHours(3)));
    }

    /** Anybody can send what looks like a webhook. */
    private void forgers(Webhooks webhooks) {
        for (int i = 0; i < 4; i++) {
            world.after(world.dice().around(Duration.ofSeconds(20), Duration.ofHours(2)), () -> {
                if (faults.strikes(Fault.WEBHOOK_FORGED)) {
                    memory.all()
                            .forEach(renewal -> webhooks.arrive(
                                    renewal.terms().job(),
                                    new Signal.PaymentRead(new Outcome.Done<>(new PaymentRecord.Captured(
                                            "pi_forged",
                                            renewal.terms().payment().price().total(),
                                            world.instant())))));
                }
            });
        }
    }

    /** Runs one seed to its rest, or to the first thing that must not be. */
    public static Result run(long seed, Wiring wiring, boolean inWords) {
        var simulation = new Simulation(seed, wiring, inWords);
        return simulation.toResult(seed, simulation.violation());
    }

    private Optional<Violation> violation() {
        try {
            world.toRest();
            new Reckoning(world, memory, journal, gateway, carrier).check();
            return Optional.empty();
        } catch (Violation found) {
            return Optional.of(found);
        }
    }

    private Result toResult(long seed, Optional<Violation> violation) {
        var trace = world.trace();
        return new Result(seed, trace.hash(), violation, world.coverage(), trace.lines());
    }
}
