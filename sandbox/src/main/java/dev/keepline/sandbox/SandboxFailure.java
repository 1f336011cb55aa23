package dev.keepline.sandbox;

/** The sandbox cannot run; the message tells a person what to do and is printed without a stack trace. */
public final class SandboxFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure without a cause worth showing. */
    public SandboxFailure(String message) {
        super(message);
    }

    /** A failure with its cause. */
    public SandboxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
