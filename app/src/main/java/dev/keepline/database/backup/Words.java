package dev.keepline.database.backup;

import dev.keepline.database.StartupProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the launcher hands over: a name and its value, as {@code to=/srv/backup}. */
record Words(Map<String, String> values) {

    private static final Set<String> KNOWN = Set.of("to", "keep", "untried", "from", "data", "at", "base");

    static Words read(List<String> arguments) {
        var values = new HashMap<String, String>();
        for (String argument : arguments) {
            var parts = argument.split("=", 2);
            if (!KNOWN.contains(parts[0])) {
                throw new StartupProblem("there is no option '" + argument + "'", "--help lists the options.");
            }
            values.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return new Words(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    String one(String name) {
        return value(name)
                .orElseThrow(() -> new StartupProblem("--" + name + " is missing", "--help lists the options."));
    }

    /** Above zero. */
    OptionalInt number(String name) {
        var text = value(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.get().matches("[1-9][0-9]{0,5}")) {
            throw new StartupProblem("--" + name + " needs a number above zero, not " + text.get(), "--keep 7");
        }
        return OptionalInt.of(Integer.parseInt(text.get()));
    }
}
