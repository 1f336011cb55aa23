package dev.keepline.portal.renewals;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.Allowances;
import dev.keepline.kernel.Money;
import dev.keepline.portal.life.Life;
import dev.keepline.portal.lines.LineText;
import dev.keepline.portal.lines.LineTexts;
import dev.keepline.portal.renew.QuoteTexts;
import dev.keepline.portal.renewals.ProofPage.Change;
import dev.keepline.portal.words.Fact;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts words to the proof of a renewal. */
public final class ProofTexts {

    private final Words w;
    private final Instant now;
    private final ZoneId reader;

    /** @param reader the zone of the person who reads: money is told in it, as on the page of bills */
    public ProofTexts(Words words, Instant now, ZoneId reader) {
        this.w = words;
        this.now = now;
        this.reader = reader;
    }

    /**
     * The receipt; empty while there is nothing to prove.
     *
     * @param holder of the account
     * @param operator who sold it
     * @param check how somebody else can check it
     */
    public Optional<ProofPage> page(
            Tracked tracked, QuoteTexts.About about, String holder, String operator, Optional<ProofPage.Check> check) {
        return tracked.renewal()
                .standing()
                .shown()
                .map(shown -> new ProofPage(
                        tracked.renewal().id().toString(),
                        head(tracked, shown),
                        line(tracked, about, shown, holder, operator),
                        money(tracked, about),
                        references(tracked, shown),
                        check));
    }

    private ProofPage.Head head(Tracked tracked, RenewalView.Shown shown) {
        var card = tracked.card();
        var number = Shown.unbroken(card.who().number());
        var money = tracked.renewal().bought().onlyMoney();
        var lost = card.dates().clocks().numberLostOn();
        var headline = money.map(credit -> w.h("track.h.RENEWED.money", "number", number, "credit", credit))
                .or(() -> lost.map(
                        day -> w.h(done(tracked) + ".date", "number", number, "date", w.date(day.minusDays(1)))))
                .orElseGet(() -> w.h(done(tracked), "number", number));
        var level = shown.byWord()
                ? "WORD"
                : tracked.renewal().bought().proof().level().name();
        var zone = card.dates().zone();
        return new ProofPage.Head(
                w.t(w.key("proof.title", tracked.renewal().topUp(), "money")),
                headline,
                w.h(
                        "proof.intro." + level,
                        "carrier",
                        carrier(tracked),
                        "date",
                        w.date(LocalDate.ofInstant(shown.confirmedAt(), zone)),
                        "time",
                        w.seconds(shown.confirmedAt(), zone),
                        "zone",
                        w.zone(zone)),
                "/lines/" + card.who().id());
    }

    private static String done(Tracked tracked) {
        return tracked.renewal().topUp() ? "track.h.TOPPED" : "track.h.RENEWED";
    }

    private ProofPage.Line line(
            Tracked tracked, QuoteTexts.About about, RenewalView.Shown shown, String holder, String operator) {
        var text = new LineTexts(w, now).of(tracked.card());
        var facts = List.of(
                fact(
                        "proof.carrier",
                        Shown.text(new LineTexts(w, now)
                                .carrierName(tracked.card().who().carrier()))),
                fact("proof.offering", Shown.text(QuoteTexts.name(about, w))),
                fact("proof.holder", Shown.text(holder)),
                fact("proof.operator", Shown.text(operator)));
        return new ProofPage.Line(
                clocks(tracked, text),
                facts,
                changes(shown, tracked.card().dates().zone()));
    }

    private Optional<ProofPage.Clocks> clocks(Tracked tracked, LineText text) {
        if (tracked.quote().promise().serviceEndsOn().isEmpty()) {
            return Optional.empty();
        }
        var card = tracked.card();
        var today = card.today(now);
        var span = Life.span(card.dates().clocks(), today, card.dates().periodStart());
        return Optional.of(new ProofPage.Clocks(
                text.clocks().service(),
                text.clocks().number(),
                Life.of(card.dates().clocks(), today, span),
                text.picture().label()));
    }

    /** The carrier's record before and after, allowance by allowance: the proof itself. */
    private List<Change> changes(RenewalView.Shown shown, ZoneId zone) {
        if (shown.before().isEmpty() || shown.after().isEmpty()) {
            return List.of();
        }
        var before = shown.before().get();
        var after = shown.after().get();
        var changes = new ArrayList<Change>();
        changes.add(new Change(w.t("proof.read"), read(before, zone), read(after, zone)));
        changes.add(new Change(w.t("proof.expires"), expires(before, zone), expires(after, zone)));
        Stream.of(Allowance.values())
                .filter(allowance -> holds(before, allowance) || holds(after, allowance))
                .map(allowance ->
                        new Change(w.t("proof." + allowance), left(before, allowance), left(after, allowance)))
                .forEach(changes::add);
        return changes;
    }

    private Shown read(Snapshot snapshot, ZoneId zone) {
        return w.seconds(snapshot.readAt(), zone);
    }

    private Shown expires(Snapshot snapshot, ZoneId zone) {
        return snapshot.expiresAt()
                .map(at ->
                        w.h("proof.ends.at", "date", w.date(LocalDate.ofInstant(at, zone)), "time", w.time(at, zone)))
                .orElseGet(() -> w.h("proof.ends.none"));
    }

    private static boolean holds(Snapshot snapshot, Allowance allowance) {
        return snapshot.buckets().stream().anyMatch(bucket -> bucket.allowance() == allowance);
    }

    private Shown left(Snapshot snapshot, Allowance allowance) {
        if (!holds(snapshot, allowance)) {
            return w.h("proof.unnamed");
        }
        if (snapshot.buckets().stream().filter(b -> b.allowance() == allowance).anyMatch(Bucket::unlimited)) {
            return w.h("proof.unlimited");
        }
        long left = snapshot.left(allowance);
        return switch (allowance) {
            case DATA_BYTES -> Shown.unbroken(w.t("unit.gb", "n", w.decimal((double) left / Allowances.BYTES_PER_GB)));
            case VOICE_SECONDS -> Shown.unbroken(w.t("unit.minutes", "n", left / 60));
            case MESSAGES -> Shown.unbroken(w.t("unit.messages", "n", left));
            case CREDIT_CENTS -> w.money(Money.usd(left));
        };
    }

    private ProofPage.Money money(Tracked tracked, QuoteTexts.About about) {
        var view = tracked.renewal();
        var facts = new ArrayList<Fact>();
        moment(view, Phase.AUTHORISED)
                .or(() -> moment(view, Phase.ORDERED))
                .ifPresent(at -> facts.add(fact("proof.held", at)));
        moment(view, Phase.RENEWED).ifPresent(at -> facts.add(fact("proof.captured", w.h("proof.once", "at", at))));
        return new ProofPage.Money(
                QuoteTexts.parts(view.bought().price(), about, w),
                w.money(view.bought().price().total()),
                view.phase() == Phase.RENEWED,
                facts);
    }

    private Optional<Shown> moment(RenewalView view, Phase phase) {
        return Optional.ofNullable(view.reached().get(phase))
                .map(at -> w.h(
                        "paper.moment",
                        "date",
                        w.date(LocalDate.ofInstant(at, reader)),
                        "time",
                        w.time(at, reader),
                        "zone",
                        w.zone(reader)));
    }

    private List<Fact> references(Tracked tracked, RenewalView.Shown shown) {
        var facts = new ArrayList<Fact>();
        facts.add(code(
                w.key("proof.id", tracked.renewal().topUp(), "money"),
                tracked.renewal().id().toString()));
        facts.add(code("proof.order", shown.vendorId()));
        shown.paymentRef().ifPresent(ref -> facts.add(code("proof.payment", ref)));
        facts.add(fact("proof.terms", Shown.text(tracked.quote().promise().termsVersion())));
        return facts;
    }

    private Fact fact(String key, Shown value) {
        return new Fact(w.t(key), value, false);
    }

    private Fact code(String key, String value) {
        return new Fact(w.t(key), Shown.text(value), true);
    }

    private String carrier(Tracked tracked) {
        return new LineTexts(w, now).shortName(tracked.card());
    }
}
