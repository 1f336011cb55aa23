package dev.keepline.logs;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Masks texts by {@link MaskRules}, and the secrets of this installation wherever they stand. */
public final class Masking {

    /** Shorter ones are words that could stand anywhere, such as a sandbox's user name. */
    private static final int SHORTEST = 12;

    private static volatile List<String> secrets = List.of();

    private Masking() {}

    /** Names the secrets of this process, before anything can have logged them. The longest counts where one holds another. */
    public static void know(Collection<String> known) {
        secrets = known.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text without anything that must not be logged. */
    public static String of(String text) {
        var masked = text;
        for (var secret : secrets) {
            masked = masked.replace(secret, MaskRules.SECRET);
        }
        return MaskRules.masked(masked);
    }
}
