package dev.keepline.screens;

import com.microsoft.playwright.BrowserContext;
import dev.keepline.catalog.OfferingId;
import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The running product with demo data and a renewal in each state that the sandbox can be brought to. */
public final class Stage implements AutoCloseable {

    private static final String CARD = "4242424242424242";

    private final World world;
    private final Map<Phase, RenewalId> renewals = new EnumMap<>(Phase.class);
    private final AccountId renewer;
    private final RenewalId topUp;

    private Stage(World world) {
        this.world = world;
        world.account(Who.NEWCOMER.email());
        this.renewer = world.account(Who.RENEWER.email());
        this.topUp = begin(world.topUp(renewer, "+12125550190"), "att-prepaid-top-up", Optional.of(Money.usd(2500)));
        pay(topUp);
        renew("0878", Phase.RENEWED);
        renew("4006", Phase.NOT_CHARGED);
        fault("half_applied");
        renew("3082", Phase.IN_REVIEW);
        fault("completed_unchanged");
        renew("3157", Phase.CONFIRMING);
        fault("reversed_later");
        renew("3223", Phase.REFUNDED);
        // Answers after five minutes, by the vendor's own rule for such numbers.
        renew("4300", Phase.ORDERED);
        renewals.put(Phase.TO_PAY, begin(esim("3439"), "sandbox-monthly", Optional.empty()));
        world.until(renewer, topUp, Phase.RENEWED);
    }

    /** Sets it up; takes some seconds. */
    public static Stage set() {
        return new Stage(World.demo().open("Stage"));
    }

    private void fault(String fault) {
        world.sandbox().fault("dtone", "order", fault);
    }

    private void renew(String tail, Phase phase) {
        var renewal = begin(esim(tail), "sandbox-monthly", Optional.empty());
        pay(renewal);
        world.until(renewer, renewal, phase);
        renewals.put(phase, renewal);
    }

    private Line esim(String tail) {
        return world.esim(renewer, World.iccid(1, tail));
    }

    private RenewalId begin(Line line, String offering, Optional<Money> amount) {
        var quoted = world.bean(Quotes.class).quote(renewer, line.id(), new OfferingId(offering), amount);
        if (!(quoted instanceof QuoteResult.Quoted(var quote))) {
            throw new IllegalStateException("no quote for " + offering + ": " + quoted);
        }
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        var started = world.bean(Renewals.class).start(renewer, quote.id(), consent);
        return ((StartResult.Underway) started).renewal();
    }

    private void pay(RenewalId renewal) {
        var page = world.until(renewer, renewal, Phase.TO_PAY).standing().pay().orElseThrow();
        var path = page.url().getPath();
        world.sandbox().pay(path.substring(path.lastIndexOf('/') + 1), CARD);
    }

    /** The application and its counterparts. */
    public World world() {
        return world;
    }

    /** A whole address. */
    public String url(String path) {
        return world.url(path).toString();
    }

    /** The address of the tracker of the renewal that stands so. */
    String tracker(Phase phase) {
        var renewal = renewals.get(phase);
        if (renewal == null) {
            throw new IllegalArgumentException("no renewal was brought to " + phase);
        }
        return "/renewals/" + renewal;
    }

    /** The tracker of a top-up that the aggregator confirmed. */
    String topUp() {
        return "/renewals/" + topUp;
    }

    /** The address of the demo subscriber's line whose label begins so. */
    String line(String label) {
        var accounts = world.bean(Accounts.class);
        var subscriber =
                accounts.byEmail(new EmailAddress(Who.SUBSCRIBER.email())).orElseThrow();
        LineId id = world.bean(Lines.class).of(subscriber).stream()
                .filter(line -> line.identity().label().startsWith(label))
                .findFirst()
                .orElseThrow()
                .id();
        return "/lines/" + id;
    }

    /** Signs in, so that every page of this browser is seen as that person. */
    public void signIn(BrowserContext browser, Who who) {
        if (who == Who.NOBODY) {
            return;
        }
        try (var page = browser.newPage()) {
            page.navigate(url("/login"));
            page.locator("input[type=email]").fill(who.email());
            page.locator("input[type=password]").fill(who.password());
            page.locator("main form button").click();
            page.waitForURL(address -> !address.contains("/login"));
        }
    }

    @Override
    public void close() {
        world.close();
    }
}
