package dev.keepline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.keepline.carriers.Connector;
import dev.keepline.identity.Accounts;
import dev.keepline.imports.BroughtLines;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Phase;
import dev.keepline.renewal.StartResult;
import dev.keepline.support.Cases;
import dev.keepline.support.StaffAction;
import dev.keepline.support.StaffActions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A working day at the console: cases, renewals that wait, a search, an import, and what is looked up. */
class ConsoleBrowserTest {

    @RegisterExtension
    static final BrowserWorld shared = new BrowserWorld();

    static final String[] EVERYBODY = Somebody.EVERYBODY;
    private static final String STAFF = "works@keepline.example";
    private static final String REASON = "said by telephone, agent 7 电话确认";

    @BeforeAll
    static void staff() {
        shared.world().bean(Accounts.class).makeStaff(shared.world().account(STAFF), Instant.EPOCH);
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void a_case_is_taken_and_ended_with_a_reason(String kind) {
        var world = shared.world();
        var account = world.account(Somebody.named("case", kind) + "@keepline.example");
        world.bean(Cases.class).open(account, Optional.empty(), "STUCK", "for the test", Instant.now());
        var path = "/console/cases/" + account + "/"
                + world.bean(Cases.class).open(account).getFirst().id();
        try (var staff = new Somebody(shared, kind).signedIn(STAFF)) {
            staff.at("/console");
            staff.press("form[action='" + path + "/owner'] button[value=TAKE]");
            assertThat(world.bean(Cases.class).open(account).getFirst().assignee())
                    .isPresent();
            staff.press("a[href='" + path + "']");
            assertThat(staff.find("dl.facts").first()).not().containsText(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-"));
            staff.find("form[action$='/close'] textarea").fill("card 4242 4242 4242 4242");
            staff.press("form[action$='/close'] button");
            staff.reads("console.reason.card");
            assertThat(staff.find("form[action$='/close'] textarea")).hasValue("card •••• •••• •••• 4242");
            staff.find("form[action$='/close'] textarea").fill(REASON);
            staff.press("form[action$='/close'] button");
            staff.at("/console");
            assertThat(world.bean(Cases.class).open(account)).isEmpty();
            assertThat(done(account)).containsEntry("case.close", "DONE");
        }
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void a_renewal_in_review_is_asked_about_and_resolved_by_what_the_carrier_says(String kind) {
        var world = shared.world();
        var account = world.account(Somebody.named("review", kind) + "@keepline.example");
        boolean delivered = kind.contains("true");
        var review = inReview(account, 71 + List.of(EVERYBODY).indexOf(kind));
        try (var staff = new Somebody(shared, kind).signedIn(STAFF)) {
            staff.press(".nav.sub a[href='/console/renewals']");
            staff.press("a[href='" + path(account, review) + "']");
            staff.press("form:has(input[value=ASK_NOW]) button");
            assertThat(done(account)).containsKey("renewal.ASK_NOW");
            act(staff, delivered ? "DELIVERED" : "NOT_DELIVERED");
            staff.reads("outcome.DONE");
            world.until(account, review, delivered ? Phase.RENEWED : Phase.NOT_CHARGED);
            staff.open(path(account, review));
            assertThat(staff.find("main")).containsText(REASON);
            assertThat(staff.find("input[value=DELIVERED]")).hasCount(0);
        }
    }

    /** In one browser each: a carrier that fails more often is left alone by everybody for a while. */
    @ParameterizedTest
    @ValueSource(strings = {"en,true,1280", "zh-CN,false,360"})
    void a_renewal_that_nothing_was_ordered_for_is_voided_and_the_hold_given_back(String kind) {
        var world = shared.world();
        var account = world.account(Somebody.named("void", kind) + "@keepline.example");
        var waiting = unread(account, 81 + List.of(EVERYBODY).indexOf(kind));
        try (var staff = new Somebody(shared, kind).signedIn(STAFF)) {
            staff.open("/console/renewals");
            staff.press("a[href='" + path(account, waiting) + "']");
            act(staff, "STOP");
            staff.reads("outcome.DONE");
            assertThat(done(account)).containsEntry("renewal.STOP", "DONE");
            world.until(account, waiting, Phase.NOT_CHARGED);
            assertThat(new Deal(world).held(account)).isZero();
        } finally {
            world.sandbox().forgetFaults();
            wellAgain();
        }
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void a_file_is_checked_imported_found_and_taken_back(String kind) {
        var reference = Somebody.named("ref", kind);
        var file =
                "reference,email,number,carrier,state,zip\n%s,holder@keepline.example,+1212555%04d,att-prepaid,%s,10001\n";
        int number = 2000 + List.of(EVERYBODY).indexOf(kind);
        try (var staff = new Somebody(shared, kind).signedIn(STAFF)) {
            staff.press(".nav.sub a[href='/console/imports']");
            upload(staff, file.formatted(reference, number, "Utah"));
            assertThat(staff.find("h1")).containsText(staff.words().t("import.state.bad", "n", 1));
            assertThat(staff.find("form[action$='/import']")).hasCount(0);
            staff.open("/console/imports");
            upload(staff, file.formatted(reference, number, "NY"));
            assertThat(staff.find("h1")).containsText(staff.words().t("import.state.good", "n", 1));
            assertThat(brought(reference)).as("a dry run imports nothing").isZero();
            staff.press("form[action$='/import'] button");
            assertThat(staff.find("h1")).containsText(staff.words().t("import.state.done", "n", 1));
            assertThat(brought(reference)).isEqualTo(1);

            staff.open("/console/customers");
            staff.find("#q").fill(reference);
            staff.press("form[role=search] button");
            staff.press("a[href*='/console/lines/']");
            assertThat(staff.find("main")).containsText(reference);
            staff.find("textarea").fill(REASON);
            staff.press("form[action$='/withdraw'] button");
            assertThat(staff.page()).hasURL(Pattern.compile(".*/console/imports/[0-9a-f-]{36}"));
            assertThat(brought(reference)).isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("EVERYBODY")
    void what_is_looked_up(String kind) {
        var world = shared.world();
        var email = Somebody.named("found", kind) + "@keepline.example";
        var account = world.account(email);
        try (var staff = new Somebody(shared, kind).signedIn(STAFF)) {
            staff.press(".nav.sub a[href='/console/customers']");
            staff.find("#q").fill(email);
            staff.press("form[role=search] button");
            staff.press("a[href='/console/customers/" + account + "']");
            assertThat(staff.find("main")).containsText(email);
            assertThat(done(account)).containsKey("customer.look");
            for (var page : Map.of("catalogue", "sandbox-monthly", "health", "DT One", "money", "DT One")
                    .entrySet()) {
                staff.press(".nav.sub a[href='/console/" + page.getKey() + "']");
                staff.at("/console/" + page.getKey());
                assertThat(staff.find("main")).containsText(page.getValue());
            }
            staff.press(".nav.sub a[href='/console/actions']");
            staff.reads("action.customer.look");
        }
    }

    private static void act(Somebody staff, String action) {
        var form = "form:has(input[value=" + action + "]) ";
        staff.find(form + "textarea").fill(REASON);
        staff.press(form + "button");
    }

    private static void upload(Somebody staff, String file) {
        staff.find("input[type=file]").setInputFiles(new FilePayload("lines.csv", "text/csv", file.getBytes(UTF_8)));
        staff.press("form[enctype] button");
    }

    private static int brought(String reference) {
        return shared.world()
                .bean(BroughtLines.class)
                .find(reference, 1, Instant.now())
                .size();
    }

    private static String path(AccountId account, RenewalId renewal) {
        return "/console/renewals/" + account + "/" + renewal;
    }

    /** What became of each thing that staff did for a subscriber, the last of its kind. */
    private static Map<String, String> done(AccountId account) {
        return shared.world().bean(StaffActions.class).of(account, 99).stream()
                .collect(Collectors.toMap(StaffAction::action, StaffAction::outcome, (newer, _) -> newer));
    }

    /** Paid for, and the carrier's record before the order cannot be read. */
    private static RenewalId unread(AccountId account, int serial) {
        var world = shared.world();
        var deal = new Deal(world);
        var line = world.esim(account, World.iccid(serial, "0878"));
        var renewal = ((StartResult.Underway) deal.pressed(deal.quote(account, line, "sandbox-monthly"))).renewal();
        var pay = world.until(account, renewal, Phase.TO_PAY).standing().pay().orElseThrow();
        world.sandbox().fault("dtone", "benefits", "status_500", Map.of("times", 50));
        world.sandbox().pay(pay.url().getPath().replaceFirst(".*/", ""), Checkout.GOOD_CARD.replace(" ", ""));
        world.until(account, renewal, Phase.AUTHORISED);
        return renewal;
    }

    /** Good answers in a row end the watch over a carrier that failed. */
    private static void wellAgain() {
        var connector = shared.world().bean(Connector.class);
        RealProcess.await(
                "the carrier is well again",
                Duration.ofSeconds(30),
                () -> IntStream.range(0, 10).allMatch(_ -> connector.balance() instanceof Outcome.Done));
    }

    private static RenewalId inReview(AccountId account, int serial) {
        var world = shared.world();
        var deal = new Deal(world);
        var quote = deal.quote(account, world.esim(account, World.iccid(serial, "3082")), "sandbox-monthly");
        world.sandbox().fault("dtone", "order", "half_applied");
        var renewal = deal.paid(quote);
        world.until(account, renewal, Phase.IN_REVIEW);
        return renewal;
    }
}
