package dev.keepline.portal.letters;

import dev.keepline.carriers.ProofLevel;
import dev.keepline.catalog.CarrierId;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.LapseRules;
import dev.keepline.catalog.OnDate;
import dev.keepline.identity.Accounts;
import dev.keepline.identity.LetterWriter;
import dev.keepline.identity.Recipient;
import dev.keepline.jobs.Claim;
import dev.keepline.jobs.JobHandler;
import dev.keepline.jobs.Next;
import dev.keepline.jobs.WakeRef;
import dev.keepline.kernel.AccountId;
import dev.keepline.lines.ClockRules;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.lines.Refreshes;
import dev.keepline.notifications.Outbox;
import dev.keepline.portal.renewals.EndTexts;
import dev.keepline.portal.words.Languages;
import dev.keepline.portal.words.LineNames;
import dev.keepline.portal.words.Shown;
import dev.keepline.portal.words.Words;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.RenewalNotice;
import dev.keepline.renewal.RenewalView;
import dev.keepline.renewal.Renewals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Tells by e-mail how a renewal went, once per renewal and notice: few people wait on the page until it is over. */
@Component
@ConditionalOnWebApplication
class RenewalLetters implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RenewalLetters.class);

    /** Who cancelled, or never saw a payment page, was told on the spot that nothing was bought. */
    private static final Set<String> NO_LETTER = Set.of("ABANDONED", "GATEWAY_REFUSED", "GATEWAY_UNREACHABLE");

    /** Where no date moved, a top-up is told of in the same words, whatever it was to do to the dates. */
    private static final Set<String> NOTHING_DONE =
            Set.of("renewal.not_charged", "renewal.not_paid", "renewal.waiting", "renewal.refunded");

    /** Who left the payment page may think that the line is renewed. */
    private static final String NOT_PAID = "NOT_PAID";

    /** So often it is looked whether the carrier's record was read again. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    /** So many of a line's newest orders are looked through for one that came later. */
    private static final int LOOKED_THROUGH = 30;

    private final Accounts accounts;
    private final Renewals renewals;
    private final Facts facts;
    private final Post post;
    private final InstantSource clock;

    RenewalLetters(Accounts accounts, Renewals renewals, Facts facts, Post post, InstantSource clock) {
        this.accounts = accounts;
        this.renewals = renewals;
        this.facts = facts;
        this.post = post;
        this.clock = clock;
    }

    /** How letters are written, and how they leave. */
    @Component
    record Post(LetterWriter writer, Outbox outbox, Languages languages) {}

    /** Whose dates and names are told. */
    @Component
    record Facts(Lines lines, Refreshes refreshes, Catalogue catalogue, LapseRules lapse) {}

    @Override
    public String kind() {
        return RenewalNotice.JOB_KIND;
    }

    @Override
    public Next step(Claim claim) {
        var account = claim.job().account();
        var notice = RenewalNotice.parse(claim.job().key());
        var now = clock.instant();
        var view = renewals.find(account, notice.renewal()).filter(one -> wanted(account, one));
        var line = view.flatMap(one -> facts.lines().find(account, one.bought().line()));
        if (line.isEmpty()) {
            return new Next.Rest();
        }
        if (DateRules.overtaken(line.get(), view.get()) && now.isBefore(DateRules.patience(view.get()))) {
            if (facts.refreshes().ask(line.get(), now) instanceof Refreshes.Asked.TooSoon(var again)) {
                return new Next.At(again.isAfter(now.plus(LOOK)) ? again : now.plus(LOOK));
            }
            return new Next.At(now.plus(LOOK));
        }
        accounts.recipient(account).ifPresent(to -> send(to, notice, view.get(), line.get(), now));
        return new Next.Rest();
    }

    /** Nobody is told of an unpaid order who has begun another for the line since, or keeps the line no more. */
    private boolean wanted(AccountId account, RenewalView view) {
        var reason = view.standing().endReason().orElse("");
        if (reason.equals(NOT_PAID)) {
            var line = view.bought().line();
            return facts.lines().current(account, line).isPresent()
                    && renewals.ofLine(account, line, LOOKED_THROUGH).stream()
                            .filter(other -> !other.id().equals(view.id()))
                            .noneMatch(other -> began(other).isAfter(began(view)));
        }
        return !NO_LETTER.contains(reason);
    }

    private static Instant began(RenewalView view) {
        return view.reached().values().stream().min(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private void send(Recipient to, RenewalNotice notice, RenewalView view, Line line, Instant now) {
        var w = new Words(post.languages()
                .byTag(to.language())
                .orElseGet(() -> post.languages().best(to.language())));
        var letter = post.writer()
                .write(to, kind(w, notice, view), said(w, line, view, now), Optional.of(path(notice, line, view)));
        post.outbox().send(to.account(), occasion(notice), letter, now);
    }

    private static boolean unpaid(RenewalView view) {
        return view.standing().endReason().filter(NOT_PAID::equals).isPresent();
    }

    /** The proof, with the receipt, has a page of its own while it stands. */
    private static String path(RenewalNotice notice, Line line, RenewalView view) {
        if (unpaid(view)) {
            return "/lines/" + line.id() + "/renew";
        }
        boolean proves = notice.kind().equals("renewed") && view.phase() == Phase.RENEWED;
        return "/renewals/" + view.id() + (proves ? "/proof" : "");
    }

    private static String occasion(RenewalNotice notice) {
        return "renewal/" + notice.renewal() + "/" + notice.kind();
    }

    /** Who confirmed it, and whether anything was renewed by it, is told as it is. */
    private static String kind(Words w, RenewalNotice notice, RenewalView view) {
        var kind = "renewal." + (unpaid(view) ? "not_paid" : notice.kind());
        boolean money = view.onlyMoney() || (view.topUp() && NOTHING_DONE.contains(kind));
        boolean read = view.bought().proof().level() == ProofLevel.READ_BACK;
        return Stream.of("-money", "-told")
                .filter(way -> way.equals("-money") ? money : !read)
                .map(kind::concat)
                .filter(special -> w.has("letter." + special + ".subject"))
                .findFirst()
                .orElse(kind);
    }

    private Map<String, Object> said(Words w, Line line, RenewalView view, Instant now) {
        var carrier = carrier(w, line);
        var until = DateRules.overtaken(line, view) ? "" : until(w, line, now);
        return Map.of(
                "line",
                LineNames.inLetters(line),
                "reference",
                view.standing().returned().orElse(""),
                "carrier",
                carrier,
                "money",
                w.money(view.bought().price().total()).plain(),
                "credit",
                view.bought().onlyMoney().map(w::money).map(Shown::plain).orElse(""),
                "until",
                until,
                "dates",
                until.isEmpty() ? w.t("letter.renewal.undated") : until,
                "reason",
                EndTexts.why(w, view, carrier).map(Shown::plain).orElse(""));
    }

    private String carrier(Words w, Line line) {
        var code = line.identity().carrier();
        return w.has("carrier." + code)
                ? w.t("carrier." + code)
                : facts.catalogue()
                        .carrier(new CarrierId(code))
                        .map(dev.keepline.catalog.Carrier::name)
                        .orElse(code);
    }

    /** The last days with service and with the number, as far as they are known. */
    private String until(Words w, Line line, Instant now) {
        var clocks = new ClockRules(facts.catalogue(), facts.lapse())
                .clocks(line, now)
                .clocks();
        return lastDay(w, "letter.reminder.until.SERVICE", clocks.serviceEndsOn())
                + lastDay(w, "letter.reminder.until.NUMBER", clocks.numberLostOn());
    }

    private static String lastDay(Words w, String key, OnDate first) {
        return first.earliest()
                .map(day -> w.t(key, "date", w.date(day.minusDays(1)))
                        + w.language().trait("space"))
                .orElse("");
    }

    @Override
    public void quarantined(WakeRef job, String cause) {
        LOG.error("a letter about a renewal cannot be written, {}: {}", job.key(), cause);
    }
}
