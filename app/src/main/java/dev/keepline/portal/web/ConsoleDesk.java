package dev.keepline.portal.web;

import dev.keepline.identity.Accounts;
import dev.keepline.identity.CurrentAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.portal.console.ClosedCaseTexts;
import dev.keepline.portal.console.DeskTexts;
import dev.keepline.portal.frame.Pages;
import dev.keepline.support.Cases;
import dev.keepline.support.StaffAction;
import dev.keepline.support.StaffActions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What every page of the operator needs: words, whose account it is, and the book of what was done. */
@Component
@ConditionalOnWebApplication
class ConsoleDesk {

    private static final int MOST = 20;

    private final Pages pages;
    private final Accounts accounts;
    private final StaffActions actions;
    private final InstantSource clock;

    ConsoleDesk(Pages pages, Accounts accounts, StaffActions actions, InstantSource clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.actions = actions;
        this.clock = clock;
    }

    Pages pages() {
        return pages;
    }

    Instant now() {
        return clock.instant();
    }

    StaffActions actions() {
        return actions;
    }

    DeskTexts texts(CurrentAccount staff, HttpServletRequest request) {
        return new DeskTexts(pages.words(request), clock.instant(), staff.zone(), this::nameOf);
    }

    /** The account an address names, or 404. */
    CurrentAccount customer(String id) {
        return Found.or404(accounts.find(Found.id(id, AccountId::parse)));
    }

    /** By which address an account signs in. */
    String email(AccountId account) {
        return accounts.recipient(account).map(reader -> reader.email().value()).orElse("");
    }

    /** The account of an address that somebody typed. */
    Optional<AccountId> byEmail(String typed) {
        return dev.keepline.identity.EmailAddress.parse(typed).flatMap(accounts::byEmail);
    }

    Optional<CurrentAccount> find(AccountId account) {
        return accounts.find(account);
    }

    /** How the customer is called on pages of the operator. */
    String name(CurrentAccount customer) {
        return customer.name().isBlank() ? email(customer.id()) : customer.name();
    }

    /** The same by its id; the id where the account is gone. */
    String nameOf(AccountId account) {
        return find(account).map(this::name).filter(name -> !name.isEmpty()).orElseGet(account::toString);
    }

    /** A case that is over, with whose it is and who ended it. */
    ClosedCaseTexts.Ended ended(Cases.Closed closed) {
        var id = closed.one().id().toString();
        var by = actions.about(id, MOST).stream()
                .filter(act ->
                        act.action().equals("case.close") && act.outcome().equals("DONE"))
                .findFirst()
                .map(act -> nameOf(act.staff()));
        return new ClosedCaseTexts.Ended(closed, nameOf(closed.one().account()), by);
    }

    /** Keeps that somebody of the operator did something, or looked. */
    void keep(CurrentAccount staff, AccountId account, String action, String reference, String... reasonAndOutcome) {
        var reason = reasonAndOutcome.length > 0 ? reasonAndOutcome[0] : "";
        var outcome = reasonAndOutcome.length > 1 ? reasonAndOutcome[1] : "DONE";
        actions.record(new StaffAction(account, staff.id(), action, reference, reason, outcome, clock.instant()));
    }
}
