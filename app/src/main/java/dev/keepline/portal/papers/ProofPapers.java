package dev.keepline.portal.papers;

import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts words to a proof that was given out. Everything on it comes from the proof itself, so it always says the same. */
public final class ProofPapers {

    private final Words w;
    private final Imprint imprint;
    private final Optional<ZoneId> reader;

    /** For whoever checks it: in whose zone they live is not known. */
    public ProofPapers(Words words, Imprint imprint) {
        this(words, imprint, Optional.empty());
    }

    /** For a reader in that zone, who finds the time of the charge in it too. */
    public ProofPapers(Words words, Imprint imprint, ZoneId reader) {
        this(words, imprint, Optional.of(reader));
    }

    private ProofPapers(Words words, Imprint imprint, Optional<ZoneId> reader) {
        this.w = words;
        this.imprint = imprint;
        this.reader = reader;
    }

    public ProofPaper paper(Certificate certificate) {
        var carrier = carrier(certificate, ".short");
        var money = certificate.facts().bought().onlyMoney();
        boolean topUp = certificate.facts().bought().credited();
        return new ProofPaper(
                new ProofPaper.Heading(
                        w.t(w.key("proof.title", topUp, "money")),
                        w.h(
                                "paper.proof.headline" + (money.isPresent() ? ".money" : topUp ? ".topup" : ""),
                                "ending",
                                certificate.facts().line().ending(),
                                "credit",
                                money.<Object>map(amount -> amount).orElse("")),
                        w.h("paper.proof." + shownBy(certificate), "carrier", carrier)),
                facts(certificate),
                certificate.code().toString(),
                imprint.verify() + "/" + certificate.code(),
                w.h(topUp ? "paper.more.money" : "paper.more"),
                imprint);
    }

    private List<Fact> facts(Certificate certificate) {
        var bought = certificate.facts().bought();
        var facts = new ArrayList<Fact>();
        facts.add(fact(
                "paper.number",
                Shown.unbroken("•••• " + certificate.facts().line().ending())));
        facts.add(fact("proof.carrier", Shown.text(carrier(certificate, ""))));
        var language = Locale.forLanguageTag(w.language().tag());
        facts.add(fact("proof.offering", Shown.text(bought.offering().in(language))));
        bought.serviceEndsOn()
                .ifPresent(day -> facts.add(fact("clock.service", from(shownBy(certificate), day, certificate))));
        bought.numberLostOn().ifPresent(day -> facts.add(fact("clock.number", from("AGGREGATOR", day, certificate))));
        facts.add(fact(
                "paper.confirmed",
                moment(
                        certificate.facts().confirmed().at(),
                        certificate.facts().line().zone())));
        certificate
                .facts()
                .chargedAt()
                .ifPresentOrElse(
                        at -> {
                            facts.add(fact("paper.paid", w.money(bought.total())));
                            facts.add(fact("proof.captured", charged(at, certificate)));
                        },
                        () -> facts.add(fact("paper.open", w.money(bought.total()))));
        facts.add(fact("proof.operator", Shown.text(imprint.operator())));
        facts.add(new Fact(
                w.t(bought.credited() ? "paper.reference.money" : "paper.reference"),
                Shown.text(certificate.renewal().toString()),
                true));
        return facts;
    }

    /** Whose showing it stands on. */
    private static String shownBy(Certificate certificate) {
        var confirmed = certificate.facts().confirmed();
        return confirmed.byWord().orElse(false) ? "WORD" : confirmed.level().name();
    }

    /** A date with where it comes from: only what the carrier's own record shows is proven, the rest is counted. */
    private Shown from(String shownBy, LocalDate firstWithout, Certificate certificate) {
        return w.h(
                "paper.date." + shownBy,
                "date",
                w.date(firstWithout.minusDays(1)),
                "carrier",
                carrier(certificate, ".short"));
    }

    /** As whoever checks it sees it, and in the reader's own time where that is another. */
    private Shown charged(Instant at, Certificate certificate) {
        var zone = certificate.facts().line().zone();
        var checked = moment(at, zone);
        return reader.filter(own ->
                        !own.getRules().getOffset(at).equals(zone.getRules().getOffset(at)))
                .map(own -> w.h("paper.moment.both", "there", checked, "own", moment(at, own)))
                .orElse(checked);
    }

    private Shown moment(Instant at, ZoneId zone) {
        return w.h(
                "paper.moment",
                "date",
                w.date(LocalDate.ofInstant(at, zone)),
                "time",
                w.time(at, zone),
                "zone",
                w.zone(zone));
    }

    /** The carrier by the name the language has for it, else by its code. */
    private String carrier(Certificate certificate, String form) {
        var key = "carrier." + certificate.facts().line().carrier() + form;
        return w.has(key) ? w.t(key) : certificate.facts().line().carrier();
    }

    private Fact fact(String key, Shown value) {
        return new Fact(w.t(key), value, false);
    }
}
