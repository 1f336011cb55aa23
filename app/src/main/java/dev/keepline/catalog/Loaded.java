package dev.keepline.catalog;

import java.util.List;
import java.util.function.Function;

/** What was read from files: all of it, or nothing and every reason why not. */
public sealed interface Loaded<T> {

    record Good<T>(T value) implements Loaded<T> {}

    record Bad<T>(List<CatalogProblem> problems) implements Loaded<T> {

        public Bad {
            problems = List.copyOf(problems);
        }
    }

    /** Empty when it is good. */
    default List<CatalogProblem> problems() {
        return this instanceof Bad<T>(var problems) ? problems : List.of();
    }

    /** Goes on with the value; what is bad stays bad for the same reasons. */
    default <R> Loaded<R> then(Function<T, Loaded<R>> next) {
        return switch (this) {
            case Good<T>(var value) -> next.apply(value);
            case Bad<T>(var problems) -> new Bad<>(problems);
        };
    }
}
