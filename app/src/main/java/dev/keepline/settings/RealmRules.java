package dev.keepline.settings;

import java.util.List;
import java.util.Optional;

/** All counterparts of an installation are in one world: real money must not buy play lines, nor play money real ones. */
public final class RealmRules {

    private RealmRules() {}

    /**
     * What does not fit, in one sentence; empty when all is well.
     *
     * @param sandbox whether the installation says that its counterparts are the sandbox's
     */
    public static Optional<String> problem(boolean sandbox, List<Dealing> dealings) {
        for (Dealing dealing : dealings) {
            if (sandbox != (dealing.realm() == Realm.SANDBOX)) {
                return Optional.of(
                        dealing.counterpart() + " is " + words(dealing) + ", but keepline.sandbox is " + sandbox);
            }
            Dealing first = dealings.getFirst();
            if (first.realm() != dealing.realm()) {
                return Optional.of(first.counterpart() + " is " + words(first) + ", but " + dealing.counterpart()
                        + " is " + words(dealing));
            }
        }
        return Optional.empty();
    }

    private static String words(Dealing dealing) {
        String realm = switch (dealing.realm()) {
            case SANDBOX -> "at a sandbox's address";
            case TEST -> "the vendor's test system";
            case LIVE -> "live";
        };
        return realm + " (" + dealing.because() + ")";
    }
}
