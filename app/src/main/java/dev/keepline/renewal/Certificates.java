package dev.keepline.renewal;

import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.OfferingId;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.renewal.postgres.CertificateRows;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Gives out proofs of renewals, each once, and tells whoever holds one whether it still stands. */
public final class Certificates {

    private static final int ENDING = 4;

    private final Renewals renewals;
    private final Sources sources;
    private final CertificateRows rows;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Certificates(Renewals renewals, Sources sources, CertificateRows rows, InstantSource clock) {
        this.renewals = renewals;
        this.sources = sources;
        this.rows = rows;
        this.clock = clock;
    }

    /** Where what a proof says comes from. */
    record Sources(Quotes quotes, Lines lines, Catalogue catalogue) {}

    /**
     * A proof that was looked up.
     *
     * @param phase where its renewal stands now: a carrier may have taken it back since
     * @param takenBackAt when the carrier was seen to have taken it back; when the proof was given out where it has not
     */
    public record Checked(Certificate certificate, Phase phase, Instant takenBackAt) {}

    /** The proof of a renewal, given out when first asked for; empty while there is nothing to prove, or no more. */
    public Optional<Certificate> of(AccountId account, RenewalId renewal) {
        return renewals.find(account, renewal)
                .filter(view -> view.phase() == Phase.RENEWED || view.phase() == Phase.OWED)
                .map(view -> rows.find(account, renewal).orElseGet(() -> issue(account, view)));
    }

    /** The proof that bears this code, whoever asks. */
    public Optional<Checked> check(ProofCode code) {
        return rows.owner(code)
                .flatMap(owner -> rows.find(owner.account(), owner.renewal())
                        .filter(certificate -> certificate.code().equals(code))
                        .flatMap(certificate -> renewals.find(owner.account(), owner.renewal())
                                .map(view -> new Checked(certificate, view.phase(), takenBackAt(view, certificate)))));
    }

    private Certificate issue(AccountId account, RenewalView view) {
        var certificate = new Certificate(view.id(), ProofCode.random(random), facts(account, view), clock.instant());
        return rows.keep(account, certificate);
    }

    private Certificate.Facts facts(AccountId account, RenewalView view) {
        var bought = view.bought();
        var shown = view.standing().shown().orElseThrow();
        var quote = sources.quotes().find(account, bought.quote()).orElseThrow();
        var line = sources.lines().find(account, bought.line()).orElseThrow();
        var offering = sources.catalogue()
                .offering(new OfferingId(quote.goods().offering()))
                .orElseThrow();
        return new Certificate.Facts(
                new Certificate.Line(
                        line.identity().carrier(), ending(line), line.home().zone()),
                new Certificate.Bought(
                        offering.name(),
                        quote.promise().serviceEndsOn(),
                        quote.promise().numberLostOn(),
                        bought.price().total(),
                        bought.onlyMoney(),
                        Optional.of(view.topUp())),
                new Certificate.Confirmed(bought.proof().level(), shown.confirmedAt(), Optional.of(shown.byWord())),
                Optional.ofNullable(view.reached().get(Phase.RENEWED)));
    }

    private static String ending(Line line) {
        var digits = line.identity()
                .msisdn()
                .map(number -> number.e164())
                .or(() -> line.identity().iccid().map(Iccid::digits))
                .orElse("");
        return digits.substring(Math.max(0, digits.length() - ENDING));
    }

    private static Instant takenBackAt(RenewalView view, Certificate certificate) {
        return view.reached().getOrDefault(Phase.REFUNDING, certificate.issuedAt());
    }
}
