package dev.keepline.portal.papers;

import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts words to a proof that was given out. Everything on it comes from the proof itself, so it always says the same. */
public final class ProofPapers {

    private final Words w;
    private final Imprint imprint;

    public ProofPapers(Words words, Imprint imprint) {
        this.w = words;
        this.imprint = imprint;
    }

    public ProofPaper paper(Certificate certificate) {
        var carrier = carrier(certificate, ".short");
        var level = certificate.facts().confirmed().level().name();
        var money = certificate.facts().bought().onlyMoney();
        return new ProofPaper(
                new ProofPaper.Heading(
                        w.t(w.key("proof.title", money.isPresent(), "money")),
                        w.h(
                                w.key("paper.proof.headline", money.isPresent(), "money"),
                                "ending",
                                certificate.facts().line().ending(),
                                "credit",
                                money.<Object>map(amount -> amount).orElse("")),
                        w.h("paper.proof." + level, "carrier", carrier)),
                facts(certificate),
                certificate.code().toString(),
                imprint.verify() + "/" + certificate.code(),
                w.h(money.isPresent() ? "paper.more.money" : "paper.more"),
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
        bought.serviceEndsOn().ifPresent(day -> facts.add(fact("clock.service", lastDay(day))));
        bought.numberLostOn().ifPresent(day -> facts.add(fact("clock.number", lastDay(day))));
        facts.add(fact("paper.confirmed", moment(certificate.facts().confirmed().at(), certificate)));
        certificate
                .facts()
                .chargedAt()
                .ifPresentOrElse(
                        at -> {
                            facts.add(fact("paper.paid", w.money(bought.total())));
                            facts.add(fact("proof.captured", moment(at, certificate)));
                        },
                        () -> facts.add(fact("paper.open", w.money(bought.total()))));
        facts.add(fact("proof.operator", Shown.text(imprint.operator())));
        facts.add(new Fact(
                w.t(bought.onlyMoney().isPresent() ? "paper.reference.money" : "paper.reference"),
                Shown.text(certificate.renewal().toString()),
                true));
        return facts;
    }

    private Shown lastDay(LocalDate firstWithout) {
        return w.date(firstWithout.minusDays(1));
    }

    private Shown moment(Instant at, Certificate certificate) {
        var zone = certificate.facts().line().zone();
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
