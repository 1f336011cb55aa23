package dev.keepline.settings;

import java.util.List;

/**
 * A command that needs the database but no pages, run as {@code ./keepline <name> …}; beans of this type. It runs in a
 * context without web server in which nothing else is started.
 */
public interface Command {

    /** The first word, such as {@code ledger}. */
    String name();

    /**
     * Does the work, printing to standard output.
     *
     * @param arguments what follows the name
     * @return the exit code: 0 when all is well
     */
    int run(List<String> arguments);
}
