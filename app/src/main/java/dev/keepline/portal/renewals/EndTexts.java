package dev.keepline.portal.renewals;

import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.RenewalView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why nothing was charged, in plain words. What a vendor calls it is not for the people who read this. */
public final class EndTexts {

    private EndTexts() {}

    /** What helps after it ended without a charge. */
    public enum Next {
        /** Nothing stands in the way of choosing again. */
        AGAIN,
        /** The same would be refused again: something else may not. */
        OTHER,
        /** Trying again at once would be refused again. */
        WAIT,
        /** Only the carrier can say what stands in the way. */
        ASK
    }

    /** What helps now; what was refused is not asked for again at once. */
    public static Next next(RenewalView view) {
        return view.standing()
                .end()
                .flatMap(RenewalView.End::refusal)
                .map(refusal -> switch (refusal.why()) {
                    case WRONG_NUMBER, LINE_NOT_ACCEPTED -> Next.ASK;
                    case TAKEN_FOR_REPEAT, CARRIER_TROUBLE -> Next.WAIT;
                    case NOT_OFFERED -> Next.OTHER;
                    default -> Next.AGAIN;
                })
                .orElse(Next.AGAIN);
    }

    /**
     * The reason, and what was meant where somebody outside said no. Empty where it has not ended so.
     *
     * @param carrier its name
     */
    public static Optional<Shown> why(Words w, RenewalView view, Object carrier) {
        return view.standing().end().map(end -> {
            var key = w.key("reason." + end.reason(), view.topUp(), "money");
            var said = new ArrayList<>(List.of(w.h(key, "carrier", carrier)));
            end.refusal().ifPresent(no -> said.add(w.h("refusal." + no.why(), "carrier", carrier)));
            return w.join(said);
        });
    }
}
