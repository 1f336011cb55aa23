package dev.keepline.portal.imports;

import dev.keepline.catalog.Carrier;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.imports.ImportedLine;
import dev.keepline.imports.Invitation;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Msisdn;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Veil;
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
     * Who is signed in.
     *
     * @param invited whether the invitation went to this account's address
     */
    public record Claimer(String name, ZoneId zone, boolean invited) {}

    /** @param unticked whether somebody else wanted the lines and did not say so */
    public ClaimPage page(String token, Optional<Invitation> invitation, Claimer claimer, boolean unticked) {
        var path = "/claim/" + token;
        if (invitation.isEmpty() || invitation.get().lines().isEmpty()) {
            return new ClaimPage(
                    path, false, w.h("claim.closed"), List.of(w.h("claim.closed.why")), Optional.empty(), List.of());
        }
        var found = invitation.get();
        return new ClaimPage(
                path,
                true,
                w.h("claim.open", "n", found.lines().size()),
                List.of(
                        w.h("claim.for", "email", Shown.unbroken(Veil.email(found.email()))),
                        w.h(claimer.invited() ? "claim.to" : "claim.other", "name", claimer.name()),
                        w.h(
                                "claim.until",
                                "at",
                                w.h(
                                        "paper.moment",
                                        "date",
                                        w.date(LocalDate.ofInstant(found.expiresAt(), claimer.zone())),
                                        "time",
                                        w.time(found.expiresAt(), claimer.zone()),
                                        "zone",
                                        w.zone(claimer.zone())))),
                claimer.invited() ? Optional.empty() : Optional.of(other(token, found, claimer, unticked)),
                found.lines().stream().map(this::entry).toList());
    }

    private ClaimPage.Other other(String token, Invitation invitation, Claimer claimer, boolean unticked) {
        return new ClaimPage.Other(
                token,
                w.h("claim.other.leave", "email", Shown.unbroken(Veil.email(invitation.email()))),
                w.h("claim.other.anyway", "name", claimer.name()),
                unticked ? Optional.of(w.h("claim.other.missing")) : Optional.empty());
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
