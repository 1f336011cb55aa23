package dev.keepline.portal.web;

import dev.keepline.kernel.Iccid;
import dev.keepline.support.WrittenRules;
import java.util.Optional;

/** Reads the number of a SIM profile, and says what exactly is wrong with one that is none. */
final class ProfileField {

    private static final String FIELD = "iccid";

    private final TrackForm form;

    ProfileField(TrackForm form) {
        this.form = form;
    }

    /** Empty where nothing was typed, or nothing that is one. */
    Optional<Iccid> profile() {
        var text = form.text(FIELD);
        var profile = Iccid.parse(text);
        if (profile.isEmpty() && !text.isEmpty()) {
            complain(text);
        }
        return profile;
    }

    private void complain(String text) {
        if (WrittenRules.holdsCard(text)) {
            form.wrong(FIELD, "text.card");
            form.set(FIELD, WrittenRules.mask(text));
            return;
        }
        var bare = text.replaceAll("[ -]", "").replaceAll("[Ff]$", "");
        if (!bare.matches("[0-9]+")) {
            form.wrong(FIELD, "own.wrong.iccid.digits");
        } else if (!bare.startsWith("89")) {
            form.wrong(FIELD, "own.wrong.iccid.begin");
        } else if (bare.length() < 19 || bare.length() > 20) {
            form.wrong(FIELD, "own.wrong.iccid.length", "n", bare.length());
        } else {
            form.wrong(FIELD, "own.wrong.iccid.check");
        }
    }
}
