package dev.keepline.renewal.engine;

/** The outside world. Never throws for what a vendor answers or fails to answer. */
@FunctionalInterface
public interface Outside {
    Signal perform(Call call);
}
