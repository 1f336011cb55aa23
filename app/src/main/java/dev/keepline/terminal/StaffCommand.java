package dev.keepline.terminal;

import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.Purpose;
import dev.keepline.identity.StaffAccounts;
import dev.keepline.kernel.AccountId;
import dev.keepline.ledger.Journal;
import dev.keepline.settings.Command;
import dev.keepline.settings.KeeplineProperties;
import dev.keepline.support.StaffAction;
import dev.keepline.support.StaffActions;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code ./keepline staff add|link|remove EMAIL} and {@code ./keepline staff list}: the operator's first account, too. */
final class StaffCommand implements Command {

    private final StaffAccounts staff;
    private final StaffActions actions;
    private final KeeplineProperties settings;
    private final InstantSource clock;
    private final PrintStream out;

    StaffCommand(
            StaffAccounts staff,
            StaffActions actions,
            KeeplineProperties settings,
            InstantSource clock,
            PrintStream out) {
        this.staff = staff;
        this.actions = actions;
        this.settings = settings;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.equals(List.of("list"))) {
            return list();
        }
        boolean sure = arguments.size() == 3
                && arguments.getFirst().equals("remove")
                && arguments.getLast().equals("--yes");
        if (arguments.size() != 2 && !sure) {
            return usage();
        }
        var email = EmailAddress.parse(arguments.get(1));
        if (email.isEmpty()) {
            out.println("not an e-mail address: " + arguments.get(1));
            return 2;
        }
        return switch (arguments.getFirst()) {
            case "add" -> add(email.get());
            case "link" -> link(email.get());
            case "remove" -> remove(email.get(), sure);
            default -> usage();
        };
    }

    private int list() {
        var members = staff.list();
        members.forEach(member -> out.println(
                member.since() + "  " + member.email().map(EmailAddress::value).orElse("account " + member.account())));
        out.println(members.size() + (members.size() == 1 ? " person" : " people"));
        return 0;
    }

    private int add(EmailAddress email) {
        var added = staff.add(email);
        record(added.account(), "staff.add");
        out.println(email.value() + " may enter the console.");
        if (added.fresh()) {
            return link(email);
        }
        out.println("They sign in with the password they have.");
        return 0;
    }

    private int link(EmailAddress email) {
        Optional<String> path = staff.link(email);
        if (path.isEmpty()) {
            return notStaff(email);
        }
        out.println("Whoever opens this within " + Purpose.RECOVER.validFor().toMinutes()
                + " minutes chooses the password. It works once; give it to nobody else:");
        out.println(settings.link(path.get()));
        return 0;
    }

    private int remove(EmailAddress email, boolean sure) {
        if (!sure && isLast(email)) {
            out.println(
                    email.value() + " is the last of the staff: nobody could enter the console any more. Nothing was"
                            + " changed. ./keepline staff remove " + email.value() + " --yes does it all the same.");
            return 1;
        }
        var removed = staff.remove(email);
        if (removed.isEmpty()) {
            return notStaff(email);
        }
        record(removed.get(), "staff.remove");
        out.println(email.value() + " may no longer enter the console. The account stays, as a subscriber's.");
        if (staff.list().isEmpty()) {
            out.println("Nobody may now: let somebody in with ./keepline staff add EMAIL.");
        }
        return 0;
    }

    private boolean isLast(EmailAddress email) {
        var members = staff.list();
        return members.size() == 1 && members.getFirst().email().equals(Optional.of(email));
    }

    private int notStaff(EmailAddress email) {
        out.println(email.value() + " is not of the staff; ./keepline staff list says who is.");
        return 1;
    }

    /** As done by the operator's own account: at the terminal nobody signs in. */
    private void record(AccountId account, String action) {
        var reason = "at the terminal, as the user " + System.getProperty("user.name");
        actions.record(new StaffAction(
                account, Journal.OPERATOR, action, account.toString(), reason, "DONE", clock.instant()));
    }

    private int usage() {
        out.println("./keepline staff --help lists what it takes.");
        return 2;
    }
}
