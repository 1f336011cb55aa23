package dev.keepline.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which faults strike how often in this run. Each run has some faults and not others: where all strike at once, most
 * cancel each other out. From some moment on nothing goes wrong any more, so that everything can come to its end.
 */
final class Faults {

    private static final int[] OFTEN_MET = {10, 40, 150, 400};

    /** What there is only one occasion for in most runs. */
    private static final int[] SELDOM_MET = {100, 300, 700};

    /** How many of a thousand faults a run has. */
    private static final int[] DENSITIES = {0, 100, 200, 300};

    private final World world;
    private final Map<Fault, Integer> rates = new EnumMap<>(Fault.class);
    private final Instant calmFrom;

    Faults(World world) {
        this.world = world;
        var dice = world.dice();
        int density = DENSITIES[dice.below(DENSITIES.length)];
        for (var fault : Fault.values()) {
            var some = fault.compareTo(Fault.OPEN_REFUSED) < 0 ? OFTEN_MET : SELDOM_MET;
            if (dice.chance(density)) {
                rates.put(fault, some[dice.below(some.length)]);
            }
        }
        calmFrom = world.instant().plus(dice.around(Duration.ofMinutes(5), Duration.ofDays(3)));
    }

    /** Whether this fault strikes here and now. */
    boolean strikes(Fault fault) {
        var rate = rates.get(fault);
        if (rate == null || !world.instant().isBefore(calmFrom) || !world.dice().chance(rate)) {
            return false;
        }
        world.coverage().fault(fault);
        world.trace().add(world.instant(), "fault", fault.name().hashCode(), fault::name);
        return true;
    }
}
