package dev.keepline.sandbox;

import java.util.List;
import java.util.Set;

/** One vendor's side of the wire. */
public interface Counterpart {

    /** The name in fault rules and the log, and the first segment of every path: {@code stripe} answers /stripe/…. */
    String name();

    /** Registers the vendor's calls; patterns lack the prefix. */
    void register(Routes routes);

    /** Registers calls under {@code /control/<name>/…}: what a test or demo needs and the vendor does not offer. */
    default void registerControl(Routes routes) {}

    /** Makes the data a fresh sandbox has; called at every start and after a reset, so it must not repeat itself. */
    default void seed() {}

    /** Faults this counterpart takes itself, by {@link Faults#take}; the HTTP front leaves them alone. */
    default Set<Fault> ownFaults() {
        return Set.of();
    }

    /** Operations besides its HTTP calls that faults can be set for. */
    default List<String> otherOperations() {
        return List.of();
    }

    /** The request as the log may keep it: whatever a person typed in confidence is left out. */
    default Request forLog(Request request) {
        return request;
    }

    /** The vendor's answer for a failure the HTTP front makes: 404, 429, 500. */
    Response failure(int status);

    /** Ends what it listens to besides HTTP. */
    default void close() {}

    /** A part of the control page: trusted HTML, every value in it escaped by {@link Html#escape}. */
    default String controlSection() {
        return "";
    }
}
