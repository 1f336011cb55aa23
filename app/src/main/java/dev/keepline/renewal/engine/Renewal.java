package dev.keepline.renewal.engine;

import dev.keepline.kernel.RenewalId;
import dev.keepline.kernel.RequestId;

/** One renewal: what was agreed, which never changes, and where it stands. */
public record Renewal(Terms terms, Stage stage) {

    public RenewalId id() {
        return terms.id();
    }

    Renewal at(Stage next) {
        return new Renewal(terms, next);
    }

    /** The name for ever of one command of this renewal; see {@link RequestId}. */
    RequestId request(String step, int attempt) {
        return RequestId.of(id(), step, attempt);
    }
}
