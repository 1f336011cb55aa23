package dev.keepline.demo;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Connector;
import dev.keepline.carriers.LineAddress;
import dev.keepline.carriers.Snapshot;
import dev.keepline.catalog.PlaceOfUse;
import dev.keepline.identity.Accounts;
import dev.keepline.identity.EmailAddress;
import dev.keepline.identity.NewAccount;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Outcome;
import dev.keepline.lines.Line;
import dev.keepline.lines.Lines;
import dev.keepline.lines.NewLine;
import dev.keepline.lines.UsStates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The demo subscriber with a line in each state, and the demo operator. */
final class Demo {

    static final String SUBSCRIBER = "li@keepline.example";
    static final String SUBSCRIBER_PASSWORD = "keep my number alive";
    static final String OPERATOR = "operator@keepline.example";
    static final String OPERATOR_PASSWORD = "watch over every line";

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Accounts accounts;
    private final Lines lines;
    private final Connector carrier;
    private final SandboxLines sandbox;
    private final InstantSource clock;

    Demo(Accounts accounts, Lines lines, Connector carrier, SandboxLines sandbox, InstantSource clock) {
        this.accounts = accounts;
        this.lines = lines;
        this.carrier = carrier;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /** Makes what is missing; what is there stays as it is. */
    void make() {
        account(OPERATOR, "Demo operator", OPERATOR_PASSWORD, "en")
                .ifPresent(id -> accounts.makeStaff(id, clock.instant()));
        account(SUBSCRIBER, "Li Wei", SUBSCRIBER_PASSWORD, "zh-CN");
        var subscriber = accounts.byEmail(new EmailAddress(SUBSCRIBER)).orElseThrow();
        var known = lines.of(subscriber).stream().map(Line::id).toList();
        DemoLine.ALL.stream().filter(line -> !known.contains(id(line))).forEach(line -> add(subscriber, line));
    }

    private Optional<AccountId> account(String email, String name, String password, String language) {
        var id = new AccountId(named(email));
        var fresh = new NewAccount(id, new EmailAddress(email), name, language, ZONE);
        return accounts.create(fresh, password, clock.instant()) ? Optional.of(id) : Optional.empty();
    }

    private void add(AccountId account, DemoLine line) {
        var now = clock.instant();
        var zone = UsStates.find(line.state()).orElseThrow().zone();
        var home = new Line.Home(new PlaceOfUse(line.state(), line.zip()), zone);
        var stated = line.stated(now.atZone(zone).toLocalDate(), now);
        lines.add(account, id(line), new NewLine(line.identity(), home, Optional.of(line.offering()), stated), now);
        recorded(line, now).forEach(snapshot -> lines.read(account, id(line), snapshot));
    }

    /** What the carrier said while the line was in service, and what it says now. */
    private List<Snapshot> recorded(DemoLine line, Instant now) {
        if (!(line.end() instanceof DemoLine.End.Recorded end)) {
            return List.of();
        }
        var iccid = line.identity().iccid().orElseThrow();
        sandbox.provision(iccid, end, now);
        var endsAt = now.plus(Duration.ofDays(end.days()));
        var whileInService = new Bucket(Allowance.DATA_BYTES, 0, Optional.of(endsAt));
        var earlier =
                new Snapshot(List.of(whileInService), endsAt.isBefore(now) ? endsAt.minusSeconds(3600) : Instant.EPOCH);
        return carrier.read(new LineAddress.ByIccid(iccid)) instanceof Outcome.Done(var snapshot)
                ? List.of(earlier, snapshot)
                : List.of(earlier);
    }

    private static LineId id(DemoLine line) {
        return new LineId(named(line.identity().label()));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("demo " + name).getBytes(StandardCharsets.UTF_8));
    }
}
