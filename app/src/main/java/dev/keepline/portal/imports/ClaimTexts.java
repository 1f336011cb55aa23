package dev.keepline.portal.imports;

import dev.keepline.catalog.Carrier;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.imports.ImportedLine;
import dev.keepline.imports.Invitation;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Msisdn;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts words to an invitation. */
public final class ClaimTexts {

    private final Words w;
    private final Catalogue catalogue;

    public ClaimTexts(Words words, Catalogue catalogue) {
        this.w = words;
        this.catalogue = catalogue;
    }

    /**
     * @param name of whoever is signed in
     * @param zone of whoever is signed in
     */
    public ClaimPage page(String path, Optional<Invitation> invitation, String name, ZoneId zone) {
        if (invitation.isEmpty() || invitation.get().lines().isEmpty()) {
            return new ClaimPage(path, false, w.h("claim.closed"), List.of(w.h("claim.closed.why")), List.of());
        }
        var found = invitation.get();
        return new ClaimPage(
                path,
                true,
                w.h("claim.open", "n", found.lines().size()),
                List.of(
                        w.h("claim.for", "email", Shown.unbroken(veiled(found.email()))),
                        w.h("claim.to", "name", name),
                        w.h(
                                "claim.until",
                                "at",
                                w.h(
                                        "paper.moment",
                                        "date",
                                        w.date(LocalDate.ofInstant(found.expiresAt(), zone)),
                                        "time",
                                        w.time(found.expiresAt(), zone),
                                        "zone",
                                        w.zone(zone)))),
                found.lines().stream().map(this::entry).toList());
    }

    /** So much of it that its holder knows it: l…@example.com. */
    private static String veiled(String email) {
        return email.charAt(0) + "…" + email.substring(email.indexOf('@'));
    }

    private ClaimPage.Entry entry(ImportedLine line) {
        var identity = line.line().identity();
        var what = new ArrayList<String>();
        if (!identity.label().isEmpty()) {
            what.add(identity.label());
        }
        what.add(carrier(new CarrierId(identity.carrier())));
        identity.iccid().map(Iccid::toString).ifPresent(tail -> what.add(w.t("claim.sim", "tail", tail)));
        var number = identity.msisdn()
                .map(Msisdn::national)
                .or(() -> identity.iccid().map(Iccid::toString));
        return new ClaimPage.Entry(Shown.unbroken(number.orElse("")), Shown.text(String.join(" · ", what)));
    }

    private String carrier(CarrierId id) {
        var key = "carrier." + id;
        return w.has(key) ? w.t(key) : catalogue.carrier(id).map(Carrier::name).orElse(id.value());
    }
}
