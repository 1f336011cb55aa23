package dev.keepline.sandbox;

/** Answers one request of a counterpart. Runs on a virtual thread, so it may wait. */
@FunctionalInterface
public interface Handler {

    /** The answer; expected refusals are answers too, an exception is a bug of the sandbox. */
    Response handle(Request request);
}
