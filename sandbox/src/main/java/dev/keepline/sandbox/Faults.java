package dev.keepline.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The fault rules in force. They live in memory: a restarted sandbox is a healthy one. */
public final class Faults {

    private static final int MAX_RULES = 1_000;

    private final RandomGenerator random;
    private final List<FaultRule> rules = new ArrayList<>();
    private volatile boolean empty = true;

    Faults(RandomGenerator random) {
        this.random = random;
    }

    /** Adds a rule behind those in force. */
    public synchronized void add(FaultRule rule) {
        if (rules.size() == MAX_RULES) {
            throw new IllegalStateException("there are " + MAX_RULES + " fault rules already; clear some first");
        }
        rules.add(rule);
        empty = false;
    }

    /** The rules in force, oldest first. */
    public synchronized List<FaultRule> list() {
        return List.copyOf(rules);
    }

    /** Removes the rules of one counterpart, or all for {@code *}. */
    public synchronized void clear(String counterpart) {
        rules.removeIf(rule -> counterpart.equals("*") || rule.counterpart().equals(counterpart));
        empty = rules.isEmpty();
    }

    /** Takes the first rule that strikes this call with one of these faults; a counted rule is used up by it. */
    public Optional<FaultRule> take(String counterpart, String operation, Set<Fault> kinds) {
        return empty ? Optional.empty() : find(counterpart, operation, kinds, false);
    }

    /** As {@link #take}, whatever operation the rule names: for faults of what follows from an operation. */
    public Optional<FaultRule> takeAny(String counterpart, Set<Fault> kinds) {
        return empty ? Optional.empty() : find(counterpart, "*", kinds, true);
    }

    private synchronized Optional<FaultRule> find(
            String counterpart, String operation, Set<Fault> kinds, boolean anyOperation) {
        for (int i = 0; i < rules.size(); i++) {
            FaultRule rule = rules.get(i);
            boolean matches = rule.matches(counterpart, operation)
                    || (anyOperation && rule.counterpart().equals(counterpart));
            if (matches && kinds.contains(rule.fault()) && strikes(rule, i)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private boolean strikes(FaultRule rule, int index) {
        if (rule.rate() > 0) {
            return random.nextDouble() < rule.rate();
        }
        if (rule.times() == 1) {
            rules.remove(index);
            empty = rules.isEmpty();
        } else {
            rules.set(index, rule.once());
        }
        return true;
    }
}
