package dev.keepline.portal.forms;

import static dev.keepline.portal.forms.Form.Who.LEAVER;
import static dev.keepline.portal.forms.Form.Who.NOBODY;
import static dev.keepline.portal.forms.Form.Who.OWNER;
import static dev.keepline.portal.forms.Form.Who.STAFF;
import static dev.keepline.portal.forms.Kind.CHOICE;
import static dev.keepline.portal.forms.Kind.HIDDEN;
import static dev.keepline.portal.forms.Kind.LETTER;
import static dev.keepline.portal.forms.Kind.PASSWORD;
import static dev.keepline.portal.forms.Kind.SEARCH;
import static dev.keepline.portal.forms.Kind.SHAPED;
import static dev.keepline.portal.forms.Kind.WORDS;

import dev.keepline.identity.Purpose;
import dev.keepline.journey.World;
import dev.keepline.portal.forms.Form.At;
import dev.keepline.portal.forms.Form.Who;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Every form there is. A route that takes a form and is not here, or a field that is not, fails the test. */
final class Table {

    /** Taken from machines, which sign what they send: they have tests of their own. */
    static final Set<String> NO_FORMS = Set.of("/webhooks/stripe", "/webhooks/dtone/{kind}/{account}/{key}/{seal}");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String WRONG = "not this one";
    private static final String NEW = "nine quiet harbours at dawn";

    private final Ground ground;
    private final List<Form> forms = new ArrayList<>();

    Table(Ground ground) {
        this.ground = ground;
        ways();
        account();
        lines();
        support();
        console();
        imports();
    }

    List<Form> forms() {
        return forms;
    }

    private Form add(Form form) {
        forms.add(form);
        return form;
    }

    /** A form of a thing, on the thing's own page or on one beneath it. */
    private Form on(Who who, String route, Supplier<String> thing, String page, String action) {
        return add(Form.at(who, route, () -> {
            var path = thing.get();
            return new At(path + page, path + action);
        }));
    }

    private void ways() {
        add(Form.of(NOBODY, "/login"))
                .with("next", HIDDEN, "/bills")
                .with("kept", HIDDEN, "")
                .with("email", SHAPED, "somebody@example.com")
                .with("password", PASSWORD, WRONG);
        add(Form.at(NOBODY, "/language", () -> new At("/login", "/language")))
                .with("back", HIDDEN, "/login")
                .with("kept", HIDDEN, "")
                .with("to", HIDDEN, "");
        for (var ask : List.of("/signup", "/recover")) {
            add(Form.of(NOBODY, ask)).with("next", HIDDEN, "/").with("email", SHAPED, "somebody@example.com");
        }
        link("/signup/confirm", Purpose.SIGN_UP)
                .with("next", HIDDEN, "/")
                .with("name", WORDS, "Lin Wei")
                .with("password", PASSWORD, NEW)
                .with("zone", CHOICE, "Asia/Shanghai");
        link("/recover/new", Purpose.RECOVER).with("next", HIDDEN, "/").with("password", PASSWORD, "short");
        link("/email/confirm", Purpose.NEW_EMAIL).with("present", PASSWORD, WRONG);
        link("/email/undo", Purpose.OLD_EMAIL);
        on(NOBODY, "/unsubscribe/{token}", ground::unsubscribe, "", "")
                .with("again", HIDDEN, "")
                .with("line", HIDDEN, "");
    }

    /** A form behind a link from a letter. */
    private Form link(String path, Purpose purpose) {
        var token = new String[1];
        return add(Form.at(NOBODY, path, () -> {
                    token[0] = ground.token(purpose);
                    return new At(path + "?t=" + token[0], path);
                }))
                .with("t", HIDDEN, () -> token[0]);
    }

    private void account() {
        settings("person")
                .with("name", WORDS, "Lin Wei")
                .with("zone", CHOICE, "Asia/Shanghai")
                .with("language", CHOICE, "en");
        settings("email").with("email", SHAPED, "elsewhere@example.com").with("present", PASSWORD, WRONG);
        add(Form.at(OWNER, "/settings/email/cancel", () -> new At("", "/settings/email/cancel")));
        settings("password").with("present", PASSWORD, World.PASSWORD).with("password", PASSWORD, "short");
        settings("sessions").with("end", HIDDEN, "");
        add(Form.of(LEAVER, "/settings/delete")).with("present", PASSWORD, WRONG);
        add(Form.of(OWNER, "/reminders")).with("kind", CHOICE, "NUMBER").with("wanted", HIDDEN, "yes");
        add(Form.at(OWNER, "/messages/seen", () -> new At("", "/messages/seen")));
    }

    private Form settings(String part) {
        return add(Form.at(OWNER, "/settings/" + part, () -> new At("/settings", "/settings/" + part)));
    }

    private void lines() {
        add(Form.of(OWNER, "/lines/new")).with("number", SHAPED, ground::number);
        add(Form.at(OWNER, "/lines/new", () -> new At("", "/lines/new")))
                .with("number", SHAPED, ground::number)
                .with("carrier", CHOICE, "att-prepaid")
                .with("iccid", SHAPED, "")
                .with("label", WORDS, "Mum")
                .with("until", SHAPED, "")
                .with("plan", CHOICE, "")
                .with("state", CHOICE, "NY")
                .with("zip", SHAPED, "10001")
                .with("zone", CHOICE, "");
        on(OWNER, "/lines/{id}/edit", ground::tracked, "/edit", "/edit")
                .with("carrier", CHOICE, "google-fi")
                .with("iccid", SHAPED, "")
                .with("label", WORDS, "Travel")
                .with("until", SHAPED, LocalDate.now(NEW_YORK).plusDays(20).toString())
                .with("plan", CHOICE, "")
                .with("state", CHOICE, "NY")
                .with("zip", SHAPED, "10001")
                .with("zone", CHOICE, "");
        on(OWNER, "/lines/{id}/elsewhere", ground::tracked, "/elsewhere", "/elsewhere")
                .with("on", SHAPED, LocalDate.now(NEW_YORK).minusDays(2).toString())
                .with("plan", CHOICE, "")
                .with("amount", SHAPED, "25")
                .with("until", SHAPED, LocalDate.now(NEW_YORK).plusDays(40).toString())
                .with("seen", HIDDEN, "")
                .with("step", HIDDEN, "look");
        on(OWNER, "/lines/{id}/reminders", ground::tracked, "", "/reminders")
                .with("from", HIDDEN, "line")
                .with("wanted", HIDDEN, "yes");
        on(OWNER, "/lines/{id}/remove", ground::tracked, "/remove", "/remove");
        on(OWNER, "/lines/{id}/refresh", ground::managed, "", "/refresh");
        on(OWNER, "/lines/{id}/renew", ground::topUp, "/renew", "/renew")
                .with("offer", CHOICE, "att-prepaid-top-up")
                .with("amount", SHAPED, "25");
        on(OWNER, "/quotes/{id}/pay", ground::quote, "", "/pay")
                .with("terms", CHOICE, "none")
                .with("spend", HIDDEN, "yes");
        add(Form.at(OWNER, "/renewals/{id}/cancel", () -> new At("", "/renewals/x/cancel")));
        add(Form.at(OWNER, "/claim/{token}", () -> new At("", "/claim/x")).with("anyway", HIDDEN, ""));
    }

    private void support() {
        add(Form.at(
                        OWNER,
                        "/support/new",
                        () -> new At("/support/new?line=" + ground.managed().substring(7), "/support/new")))
                .with("renewal", HIDDEN, "")
                .with("line", HIDDEN, "")
                .with("topic", HIDDEN, "")
                .with("key", HIDDEN, "")
                .with("text", LETTER, "Where is it?");
        on(OWNER, "/support/{id}/replies", this::thread, "", "/replies")
                .with("key", HIDDEN, "")
                .with("text", LETTER, "Thank you");
        on(OWNER, "/support/{id}/close", this::thread, "", "/close");
    }

    private String thread() {
        return "/support/" + ground.question();
    }

    private String question() {
        return "/console/questions/" + ground.owner() + "/" + ground.question();
    }

    private void console() {
        add(Form.at(
                        STAFF,
                        "/console/cases/{account}/{id}/owner",
                        () -> new At("/console", ground.openCase() + "/owner")))
                .with("act", HIDDEN, "TAKE")
                .with("from", HIDDEN, "");
        for (var end : List.of("/close", "/letter")) {
            on(STAFF, "/console/cases/{account}/{id}" + end, ground::openCase, "", end)
                    .with("key", HIDDEN, "")
                    .with("text", LETTER, "Seen by telephone");
        }
        on(STAFF, "/console/questions/{account}/{id}/replies", this::question, "", "/replies")
                .with("key", HIDDEN, "")
                .with("text", LETTER, "We look into it");
        on(STAFF, "/console/questions/{account}/{id}/close", this::question, "", "/close")
                .with("key", HIDDEN, "");
        on(STAFF, "/console/renewals/{account}/{id}", ground::inReview, "", "")
                .with("text", LETTER, "The carrier said so")
                .with("act", CHOICE, "DELIVERED")
                .with("reference", HIDDEN, "")
                .with("key", HIDDEN, "");
        add(Form.of(STAFF, "/console/customers")).with("q", SEARCH, "somebody");
        add(Form.of(STAFF, "/console/money")).with("key", HIDDEN, "");
    }

    private void imports() {
        add(Form.of(STAFF, "/console/imports")).with("file", HIDDEN, "");
        add(Form.at(STAFF, "/console/imports/invite", () -> new At("/console/imports", "/console/imports/invite")))
                .with("email", SHAPED, "holder@example.com");
        on(STAFF, "/console/imports/{id}/import", ground::checked, "", "/import");
        on(STAFF, "/console/imports/{id}/invite", ground::imported, "", "/invite");
        on(STAFF, "/console/imports/{id}/withdraw", ground::imported, "", "/withdraw")
                .with("text", LETTER, "A mistake");
        on(STAFF, "/console/lines/{id}/withdraw", ground::brought, "", "/withdraw")
                .with("key", HIDDEN, "")
                .with("text", LETTER, "A mistake");
    }
}
