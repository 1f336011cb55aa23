package dev.keepline.catalog.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Options of the form {@code --name value} or {@code --name=value}, and flags that stand alone. */
final class Arguments {

    private final Map<String, String> values = new HashMap<>();

    private Arguments() {}

    static Arguments parse(List<String> words, Set<String> options, Set<String> flags) {
        var arguments = new Arguments();
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            int equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (equals < 0 && flags.contains(name)) {
                arguments.keep(name, "");
            } else if (!options.contains(name)) {
                throw new BadArguments("unknown option '" + word + "'");
            } else if (equals >= 0) {
                arguments.keep(name, word.substring(equals + 1));
            } else if (rest.hasNext()) {
                arguments.keep(name, rest.next());
            } else {
                throw new BadArguments(name + " needs a value");
            }
        }
        return arguments;
    }

    private void keep(String name, String value) {
        if (values.put(name, value) != null) {
            throw new BadArguments(name + " is given twice");
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    <T> T required(String name, Function<String, T> parse) {
        return optional(name, parse).orElseThrow(() -> new BadArguments(name + " is missing"));
    }

    <T> Optional<T> optional(String name, Function<String, T> parse) {
        var value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(value));
        } catch (IllegalArgumentException e) {
            throw new BadArguments(name + ": " + e.getMessage());
        }
    }
}
