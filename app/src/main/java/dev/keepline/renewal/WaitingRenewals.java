package dev.keepline.renewal;

import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.postgres.WaitingRows;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The renewals of all accounts on this server that are not over: a report for the operator. */
@Service
public class WaitingRenewals {

    private final WaitingRows rows;

    public WaitingRenewals(WaitingRows rows) {
        this.rows = rows;
    }

    /** Those that began first, first. What is renewed and only watched is not among them. */
    public List<WaitingRenewal> longest(int limit) {
        return rows.longest(limit).stream().map(WaitingRenewals::waiting).toList();
    }

    /** Those that are finished, the newest first; since is when each ended. */
    public List<WaitingRenewal> finished(int limit) {
        return rows.finished(limit).stream().map(WaitingRenewals::waiting).toList();
    }

    /** One of them, finished or not. */
    public Optional<WaitingRenewal> find(AccountId account, RenewalId id) {
        return rows.find(account, id).map(WaitingRenewals::waiting);
    }

    private static WaitingRenewal waiting(WaitingRows.Row row) {
        var terms = row.terms();
        Optional<java.time.Instant> hold = row.stage() instanceof Stage.Holding holding
                ? Optional.of(holding.hold().captureBefore())
                : Optional.empty();
        var subject = new WaitingRenewal.Subject(
                terms.account(),
                terms.id(),
                terms.subject().line(),
                terms.goods().connector(),
                terms.payment().price().total(),
                terms.goods().onlyMoney(),
                hold);
        return new WaitingRenewal(subject, Views.phase(row.stage()), row.since(), row.dueAt(), row.setAsideAt());
    }
}
