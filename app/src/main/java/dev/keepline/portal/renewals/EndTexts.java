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

    /**
     * The reason, and what was meant where somebody outside said no. Empty where it has not ended so.
     *
     * @param carrier its name
     */
    public static Optional<Shown> why(Words w, RenewalView view, Object carrier) {
        return view.standing().end().map(end -> {
            var key = w.key("reason." + end.reason(), view.onlyMoney(), "money");
            var said = new ArrayList<>(List.of(w.h(key, "carrier", carrier)));
            end.refusal().ifPresent(no -> said.add(w.h("refusal." + no.why(), "carrier", carrier)));
            return w.join(said);
        });
    }
}
