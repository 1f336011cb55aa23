package dev.keepline.kill;

import dev.keepline.renewal.engine.Call;
import dev.keepline.renewal.engine.Stage;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place in the engine's work where the process can die: before or after the store commits a stage, before or after a call
 * is made outside.
 *
 * @param name for example {@code after-commit-Capturing} or {@code before-call-PlaceOrder}
 */
record KillPoint(String name) {

    /** Which side of the act the process dies on. */
    enum Side {
        BEFORE,
        AFTER;

        private String word() {
            return this == BEFORE ? "before" : "after";
        }
    }

    /** The stage or call it is about; {@code begin} of a renewal's first commit. */
    String what() {
        return name.substring(name.lastIndexOf('-') + 1);
    }

    /** A renewal's first commit, which makes it. */
    static KillPoint begin(Side side) {
        return new KillPoint(side.word() + "-begin");
    }

    /** A commit that leads to this kind of stage. */
    static KillPoint commit(Side side, Class<? extends Stage> stage) {
        return new KillPoint(side.word() + "-commit-" + stage.getSimpleName());
    }

    /** A call of this kind. */
    static KillPoint call(Side side, Class<? extends Call> call) {
        return new KillPoint(side.word() + "-call-" + call.getSimpleName());
    }

    /** Every one there is: read from the sealed types, so that a new stage or call is a new point by itself. */
    static List<KillPoint> all() {
        return Stream.of(Side.values()).flatMap(KillPoint::all).toList();
    }

    private static Stream<KillPoint> all(Side side) {
        var commits = leaves(Stage.class).map(stage -> commit(side, stage.asSubclass(Stage.class)));
        var calls = leaves(Call.class).map(call -> call(side, call.asSubclass(Call.class)));
        return Stream.concat(Stream.of(begin(side)), Stream.concat(commits, calls));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(KillPoint::leaves)
                        .distinct()
                : Stream.of(type);
    }

    @Override
    public String toString() {
        return name;
    }
}
