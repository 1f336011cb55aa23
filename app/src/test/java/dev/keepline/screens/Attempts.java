package dev.keepline.screens;

import java.util.ArrayList;
import java.util.List;

/** Things that are tried one after the other: one that fails is noted, and the others are tried all the same. */
final class Attempts {

    private final List<String> failed = new ArrayList<>();

    void attempt(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | AssertionError failure) {
            var first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
            failed.add(name + ": " + failure.getClass().getSimpleName() + " " + first);
        }
    }

    /** A line for each that failed, in the order they were tried. */
    List<String> failed() {
        return List.copyOf(failed);
    }

    /** For the process: not zero when anything failed. */
    int exit() {
        return failed.isEmpty() ? 0 : 1;
    }
}
