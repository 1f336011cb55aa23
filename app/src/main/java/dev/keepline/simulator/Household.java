package dev.keepline.simulator;

import dev.keepline.carriers.Effect;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Product;
import dev.keepline.carriers.ProofLevel;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.Msisdn;
import dev.keepline.kernel.QuoteId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.ledger.Charge;
import dev.keepline.ledger.Price;
import dev.keepline.renewal.engine.Terms;
import dev.keepline.simulator.memory.MemoryRenewalStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An account with one line, and the offer it gets. */
final class Household {

    private static final long GB = 1_000_000_000L;
    private static final List<String> ICCIDS = List.of("8901260000000000006", "8901260000000000014");
    private static final List<String> NUMBERS = List.of("+12025550100", "+12025550101");
    private static final Price PRICE = new Price(
            Money.usd(1_500),
            List.of(new Charge("ny-sales-tax", Money.usd(133)), new Charge("ny-911", Money.usd(100))));
    private static final URI RETURN = URI.create("http://localhost:8080/renewals");

    private final World world;
    private final MemoryRenewalStore store;
    private final AccountId account;
    private final LineId line;
    private final Product product;
    private final LineAddress address;

    Household(World world, MemoryRenewalStore store, ModelCarrier carrier, int number) {
        this.world = world;
        this.store = store;
        var dice = world.dice();
        account = new AccountId(dice.id());
        line = new LineId(dice.id());
        boolean plan = dice.chance(750);
        address = plan
                ? new LineAddress.ByIccid(Iccid.parse(ICCIDS.get(number)).orElseThrow())
                : new LineAddress.ByMsisdn(Msisdn.parse(NUMBERS.get(number)).orElseThrow());
        product = plan
                ? new Product(
                        "plan",
                        Money.usd(1_100),
                        new Effect.Plan(30, dice.chance(850) ? 5 * GB : 0),
                        ProofLevel.READ_BACK)
                : new Product("credit", Money.usd(1_400), new Effect.Credit(Money.usd(1_500)), ProofLevel.AGGREGATOR);
        var endsAt = world.instant().plus(dice.around(Duration.ofSeconds(30), Duration.ofDays(6)));
        carrier.line(address, new ModelLine(dice.below(3) * GB, endsAt));
    }

    /** What a page would offer now: the stretch after all that was bought. */
    Terms quote() {
        int segment = 1
                + (int) store.all().stream()
                        .filter(r -> r.terms().subject().line().equals(line))
                        .filter(r -> store.lineHas(account, r.id()))
                        .count();
        var dice = world.dice();
        return new Terms(
                new RenewalId(dice.id()),
                new Terms.Subject(account, line, segment, new QuoteId(dice.id())),
                new Terms.Goods(
                        "dtone",
                        address,
                        product,
                        ModelCarrier.LONGEST_UNKNOWN,
                        Optional.empty(),
                        promised(dice),
                        Optional.empty()),
                new Terms.Payment("stripe", PRICE, "Renewal", RETURN, "en"),
                world.instant());
    }

    /** Now and then a promise stands on what somebody said, and the record knows better. */
    private Optional<Instant> promised(Dice dice) {
        return dice.chance(20) ? Optional.of(world.instant().plus(Duration.ofDays(100))) : Optional.empty();
    }
}
