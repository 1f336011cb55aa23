package dev.keepline.journey;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One browser and one world for all browser tests of a run: made by the first test class that asks, closed
 * after the last.
 */
public final class BrowserWorld implements BeforeAllCallback {

    private ExtensionContext.@Nullable Store store;

    @Override
    public void beforeAll(ExtensionContext test) {
        store = test.getRoot().getStore(Namespace.create(BrowserWorld.class));
    }

    /** The one browser. */
    public Browsers browsers() {
        return once(Browsers.class, Browsers::new);
    }

    /** A product without demo data, where tests may make the outside misbehave. */
    public World world() {
        return once(World.class, () -> new World().open("Browser"));
    }

    /** Whatever else the tests of a run share; made by the first who asks, closed after the last test. */
    public <T extends AutoCloseable> T once(Class<T> type, Supplier<T> make) {
        if (store == null) {
            throw new IllegalStateException("only within a test class that registers this");
        }
        return store.computeIfAbsent(type, _ -> make.get(), type);
    }
}
