package dev.keepline.simulator;

import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.Renewal;
import dev.keepline.renewal.engine.RenewalRules;
import dev.keepline.renewal.engine.RenewalStore;
import dev.keepline.renewal.engine.RenewalStore.Committed;
import dev.keepline.renewal.engine.Signal;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Somebody at a device who wants a line renewed: pays, leaves, comes back, changes their mind, keeps old tabs. */
final class Person {

    private static final Duration PAGE_LIVES = Duration.ofMinutes(32);
    private static final int MOST_RENEWALS = 3;

    private final World world;
    private final Faults faults;
    private final RenewalStore store;
    private final Workers workers;
    private final ModelGateway gateway;
    private final Supplier<Terms> quote;
    private final List<String> tabs = new ArrayList<>();
    private Optional<RenewalId> mine = Optional.empty();
    private int begun;
    private int visits;

    /** What a person can reach. */
    record Reach(RenewalStore store, Workers workers, ModelGateway gateway) {}

    Person(World world, Faults faults, Reach reach, Supplier<Terms> quote) {
        this.world = world;
        this.faults = faults;
        this.store = reach.store();
        this.workers = reach.workers();
        this.gateway = reach.gateway();
        this.quote = quote;
    }

    /** Comes after so long, and again and again for a while. */
    void comesAfter(Duration delay) {
        world.after(delay, () -> {
            try {
                visit();
            } catch (Crash dead) {
                world.trace().add(world.instant(), "page failed", visits, () -> "");
            }
            if (++visits < 7) {
                comesAfter(world.dice().around(Duration.ofSeconds(1), Duration.ofHours(visits < 5 ? 1 : 60)));
            }
        });
    }

    /** Presses the button of a page that was opened when nothing was under way yet; then goes on like anybody else. */
    void pressesAfter(Duration delay) {
        world.after(delay, () -> {
            try {
                begin(quote.get());
            } catch (Crash dead) {
                world.trace().add(world.instant(), "page failed", visits, () -> "");
            }
            comesAfter(world.dice().around(Duration.ofSeconds(1), Duration.ofHours(1)));
        });
    }

    private void visit() {
        payOnOldTab();
        var wanted = quote.get();
        var subject = wanted.subject();
        var current = store.current(subject.account(), subject.line(), subject.segment());
        var own = mine.flatMap(id -> store.load(subject.account(), id))
                .filter(stored -> stored.renewal().stage() instanceof Stage.Running);
        if (own.isPresent()) {
            look(own.get().renewal(), wanted);
            return;
        }
        if (current.isEmpty()) {
            begin(wanted);
        } else {
            look(current.get().renewal(), wanted);
        }
    }

    private void begin(Terms wanted) {
        if (begun < MOST_RENEWALS) {
            begun++;
            var first = RenewalRules.begin(wanted, wanted.createdAt().plus(PAGE_LIVES));
            if (store.begin(wanted, first) == Committed.OK) {
                mine = Optional.of(wanted.id());
            }
        }
    }

    private void look(Renewal renewal, Terms wanted) {
        boolean unpaid = renewal.stage() instanceof Stage.Opening || renewal.stage() instanceof Stage.AwaitingPayment;
        if (unpaid && faults.strikes(Fault.CHANGES_MIND)) {
            workers.runNow(renewal.terms().job(), new Signal.Abandoned());
            if (store.load(wanted.account(), renewal.id())
                            .orElseThrow()
                            .renewal()
                            .stage()
                    instanceof Stage.NotCharged) {
                begin(wanted);
            }
            return;
        }
        if (renewal.stage() instanceof Stage.AwaitingPayment awaiting) {
            tabs.add(awaiting.session().ref());
            atThePage(awaiting.session().ref());
        }
    }

    private void atThePage(String page) {
        if (faults.strikes(Fault.LEAVES)) {
            return;
        }
        var slowest = faults.strikes(Fault.PAYS_LATE) ? Duration.ofMinutes(33) : Duration.ofMinutes(2);
        world.after(world.dice().around(Duration.ofSeconds(3), slowest), () -> pay(page));
    }

    private void payOnOldTab() {
        if (!tabs.isEmpty() && faults.strikes(Fault.PAYS_OLD_PAGE)) {
            pay(tabs.get(world.dice().below(tabs.size())));
        }
    }

    private void pay(String page) {
        boolean taken = gateway.pay(page);
        world.trace()
                .add(
                        world.instant(),
                        "pays",
                        taken ? 1 : 0,
                        () -> page + (taken ? " and is taken" : ", which is closed"));
    }
}
