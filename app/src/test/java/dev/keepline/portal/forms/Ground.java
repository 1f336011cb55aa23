package dev.keepline.portal.forms;

import dev.keepline.catalog.OfferingId;
import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.LinkRequests;
import dev.keepline.identity.Purpose;
import dev.keepline.identity.Recipient;
import dev.keepline.identity.links.Links;
import dev.keepline.imports.BroughtLines;
import dev.keepline.imports.ImportId;
import dev.keepline.imports.LineImports;
import dev.keepline.journey.World;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.ConversationId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.lines.Line;
import dev.keepline.lines.TrackedLines;
import dev.keepline.reminders.Reminder;
import dev.keepline.reminders.ReminderChoices;
import dev.keepline.renewal.Consent;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.Quote;
import dev.keepline.renewal.QuoteResult;
import dev.keepline.renewal.Quotes;
import dev.keepline.renewal.Renewals;
import dev.keepline.renewal.StartResult;
import dev.keepline.support.Cases;
import dev.keepline.support.Conversation.About;
import dev.keepline.support.Conversation.Entry;
import dev.keepline.support.Conversations;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A world with everything that forms are about, and another subscriber whose things nobody else may see. */
final class Ground {

    static final String OWNER = "owner@example.com";
    static final String LEAVER = "leaver@example.com";
    static final String STAFF = "staff@example.com";
    static final String OTHER = "other-person@example.com";

    /** What another subscriber calls the own line. */
    static final String SECRET = "Hidden lantern";

    private final World world;
    private final AccountId owner;
    private final AccountId staff;
    private final Line managed;
    private final Line topUp;
    private final Line tracked;
    private final Line others;
    private final String inReview;
    private final AtomicInteger serial = new AtomicInteger();

    Ground(World world) {
        this.world = world;
        this.owner = world.account(OWNER);
        world.account(LEAVER);
        this.staff = world.account(STAFF);
        world.bean(Accounts.class).makeStaff(staff, Instant.EPOCH);
        this.managed = world.esim(owner, World.iccid(51, "0878"));
        this.topUp = world.topUp(owner, "+12125550190");
        this.tracked = world.tracked(owner, "+12125550191", 30);
        var other = world.account(OTHER);
        this.others = world.tracked(other, "+12125550192", 30);
        world.bean(TrackedLines.class).rename(other, others.id(), SECRET);
        this.inReview = "/console/renewals/" + owner + "/" + renewalInReview();
    }

    /** A renewal whose order brought half of what was bought: it waits for a person. */
    private RenewalId renewalInReview() {
        world.sandbox().fault("dtone", "order", "half_applied");
        var line = world.esim(owner, World.iccid(52, "3082"));
        var quote = quote(line);
        var consent = new Consent(quote.promise().termsVersion(), true, "en");
        var started = world.bean(Renewals.class).start(owner, quote.id(), consent);
        var renewal = ((StartResult.Underway) started).renewal();
        var pay = world.until(owner, renewal, Phase.TO_PAY).standing().pay().orElseThrow();
        var path = pay.url().getPath();
        world.sandbox().pay(path.substring(path.lastIndexOf('/') + 1), "4000056655665556");
        world.until(owner, renewal, Phase.IN_REVIEW);
        return renewal;
    }

    private Quote quote(Line line) {
        var quoted =
                world.bean(Quotes.class).quote(owner, line.id(), new OfferingId("sandbox-monthly"), Optional.empty());
        return ((QuoteResult.Quoted) quoted).quote();
    }

    World world() {
        return world;
    }

    String managed() {
        return "/lines/" + managed.id();
    }

    String topUp() {
        return "/lines/" + topUp.id();
    }

    String tracked() {
        return "/lines/" + tracked.id();
    }

    /** Another subscriber's line. */
    String others() {
        return others.id().toString();
    }

    AccountId owner() {
        return owner;
    }

    /** A number that no line here has yet. */
    String number() {
        return "+1212555" + String.format("%04d", 1000 + serial.incrementAndGet());
    }

    /** A quote of the managed line that nobody has accepted. */
    String quote() {
        return "/quotes/" + quote(managed).id();
    }

    /** A renewal in review, as it stands in addresses of the console. */
    String inReview() {
        return inReview;
    }

    /** The secret of a link in a letter, good for one time. */
    String token(Purpose purpose) {
        var nobody = purpose == Purpose.SIGN_UP;
        var address = nobody ? "fresh" + serial.incrementAndGet() + "@example.com" : OWNER;
        var to = new Recipient(nobody ? LinkRequests.NOBODY : owner, new EmailAddress(address), "en");
        var path = world.bean(Links.class).make(purpose, to, Instant.now());
        return path.substring(path.indexOf("t=") + 2);
    }

    /** A question of the owner, as it stands in addresses. */
    String question() {
        var key = UUID.randomUUID();
        world.bean(Conversations.class)
                .ask(owner, new ConversationId(key), About.NOTHING, Entry.bySubscriber(key, "?", Instant.now()));
        return key.toString();
    }

    /** A case about the owner, as it stands in addresses of the console. */
    String openCase() {
        world.bean(Cases.class)
                .open(owner, Optional.empty(), "TEST" + serial.incrementAndGet(), "for the test", Instant.now());
        return "/console/cases/" + owner + "/"
                + world.bean(Cases.class).open(owner).getLast().id();
    }

    /** A file of one line that was checked and not imported yet. */
    String checked() {
        return "/console/imports/" + check("C-" + serial.incrementAndGet());
    }

    /** A file of one line that was imported and that nobody has claimed. */
    String imported() {
        return "/console/imports/" + bring("I-" + serial.incrementAndGet());
    }

    /** The line of such a file. */
    String brought() {
        var reference = "B-" + serial.incrementAndGet();
        bring(reference);
        var found = world.bean(BroughtLines.class).find(reference, 1, Instant.now());
        return "/console/lines/" + found.getFirst().id();
    }

    private ImportId bring(String reference) {
        var file = check(reference);
        world.bean(LineImports.class).carryOut(file, staff, Instant.now());
        return file;
    }

    private ImportId check(String reference) {
        var csv = "reference,email,number,carrier,state,zip\n%s,holder@example.com,%s,att-prepaid,NY,10001\n"
                .formatted(reference, number());
        var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        return world.bean(LineImports.class).check(reference + ".csv", bytes, staff, Instant.now());
    }

    /** The page that ends reminders, as a letter leads to it. */
    String unsubscribe() {
        world.bean(ReminderChoices.class).choose(owner, Reminder.Kind.SERVICE, true, Instant.now());
        return "/unsubscribe/"
                + world.postgres()
                        .owner()
                        .sql("select token::text from reminder_choice where account_id = ? and kind = 'SERVICE'")
                        .param(owner.value())
                        .query((row, n) -> row.getString(1))
                        .single();
    }
}
