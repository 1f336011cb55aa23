package dev.keepline.portal.takeout;

import java.util.Set;

/** Columns that mean nothing to people: they stay in the tables and the JSON. */
public final class ForMachines {

    private static final Set<String> NAMES = Set.of(
            "n",
            "version",
            "token",
            "token_hash",
            "trace",
            "key",
            "job_kind",
            "job_key",
            "claimed_by",
            "used_by",
            "html",
            "cause",
            "type",
            "unsubscribe");

    private ForMachines() {}

    /** Whether only machines use it. */
    public static boolean column(String name) {
        return name.endsWith("_id") || NAMES.contains(name);
    }
}
