package dev.keepline.screens;

import com.microsoft.playwright.BrowserContext;
import dev.keepline.catalog.OfferingId;
import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Money;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.reminders.Reminder;
import dev.keepline.reminders.ReminderChoices;
import dev.keepline.renewal.Certificates;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import dev.keepline.support.Cases;
import dev.keepline.support.Conversation.About;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversations;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The running product with demo data and a renewal in each state that the sandbox can be brought to. */
public final class Stage implements AutoCloseable {

    private static final String CARD = "4242424242424242";

    private final World world;
    private final Map<Phase, RenewalId> renewals = new EnumMap<>(Phase.class);
    private final AccountId renewer;
    private final RenewalId topUp;
    private final ConversationId conversation = new ConversationId(UUID.randomUUID());

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
        converse();
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

    /** The page that checks the proof of the renewed line, as its paper leads to it. */
    String proofCode() {
        var renewal = RenewalId.parse(tracker(Phase.RENEWED).replaceFirst(".*/", ""));
        return "/verify/"
                + world.bean(Certificates.class)
                        .of(renewer, renewal)
                        .orElseThrow()
                        .code();
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

    /** The address of a question of the renewer that was answered. */
    String question(String base) {
        return base + conversation;
    }

    /** A page of the operator about the renewal in review: its case or the renewal itself. */
    String atConsole(String kind) {
        var one = world.bean(Cases.class).open(renewer).stream()
                .filter(c -> c.renewal().equals(Optional.ofNullable(renewals.get(Phase.IN_REVIEW))))
                .findFirst()
                .orElseThrow();
        return switch (kind) {
            case "cases" -> "/console/cases/" + renewer + "/" + one.id();
            case "renewals" ->
                "/console/renewals/" + renewer + "/" + one.renewal().orElseThrow();
            case "questions" -> "/console/questions/" + renewer + "/" + conversation;
            case "customers" -> "/console/customers/" + renewer;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** A case that a person has ended. */
    String closedCase() {
        var cases = world.bean(Cases.class);
        var now = java.time.Instant.now();
        cases.open(renewer, Optional.empty(), "PAYMENT_ODD", "no certain word", now);
        var one = cases.open(renewer).stream()
                .filter(c -> c.renewal().isEmpty())
                .findFirst()
                .orElseThrow();
        cases.close(renewer, one.id(), "Asked the gateway: nothing was held.", now);
        return "/console/cases/" + renewer + "/" + one.id();
    }

    /** The page that ends reminders, as a letter leads to it. */
    String unsubscribe() {
        world.bean(ReminderChoices.class).choose(renewer, Reminder.Kind.NUMBER, true, java.time.Instant.now());
        return "/unsubscribe/"
                + world.postgres()
                        .owner()
                        .sql("select token::text from reminder_choice where account_id = ? and kind = 'NUMBER'")
                        .param(renewer.value())
                        .query((row, n) -> row.getString(1))
                        .single();
    }

    private void converse() {
        var now = java.time.Instant.now();
        var conversations = world.bean(Conversations.class);
        var asked = Entry.bySubscriber(conversation.value(), "钱冻结了，没到账。Will it come?", now.minusSeconds(900));
        conversations.ask(renewer, conversation, About.NOTHING, asked);
        var answer = Entry.byStaff(UUID.randomUUID(), renewer, "We are asking the carrier.\nNothing is charged.", now);
        conversations.answer(renewer, conversation, answer, Optional.empty());
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
