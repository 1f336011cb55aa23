package dev.keepline.simulator;

/** The process is dead. Nothing of it runs on; what was committed stays. */
final class Crash extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("killed", null, false, false);
    }
}
