package dev.keepline.database;

/** Something outside the program keeps it from starting; says what it is and what to do, so no stack trace is needed. */
public final class StartupProblem extends RuntimeException {
    private final String advice;

    /**
     * A problem found by ourselves.
     *
     * @param problem what is wrong
     * @param advice what the person at the terminal can do about it
     */
    public StartupProblem(String problem, String advice) {
        super(problem);
        this.advice = advice;
    }

    /** As {@link #StartupProblem(String, String)}, keeping what went wrong underneath for the log. */
    public StartupProblem(String problem, String advice, Throwable cause) {
        super(problem, cause);
        this.advice = advice;
    }

    /** What to do about it, as one sentence. */
    public String advice() {
        return advice;
    }
}
