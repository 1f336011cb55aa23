package dev.keepline.settings;

import java.util.function.Supplier;

/**
 * One thing that {@code ./keepline doctor} looks at; beans of this type. It changes nothing and prints no secret.
 *
 * @param look never waits longer than a few tens of seconds
 */
public record Check(String name, Supplier<Finding> look) {}
