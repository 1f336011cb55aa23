package dev.keepline.sandbox.dtone;

import dev.keepline.sandbox.Store;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Which account of the vendor this sandbox is: drawn once per data folder, kept over restarts and resets. */
final class Account {

    private final Store store;
    private final Map<String, String> state;
    private final int number;

    Account(Store store, RandomGenerator random) {
        this.store = store;
        this.state = store.map("dtone-account");
        this.number = Integer.parseInt(state.getOrDefault("number", Integer.toString(random.nextInt(100, 1_000))));
    }

    int number() {
        return number;
    }

    void seed() {
        store.write(() -> state.put("number", Integer.toString(number)));
    }
}
