package dev.keepline.renewal.postgres;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.RenewalId;
import dev.keepline.renewal.Progress;
import dev.keepline.renewal.engine.Stage;
import dev.keepline.renewal.engine.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds renewals that are not settled, across accounts, page by page. */
@Repository
public class UnderWayRows {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final RenewalJson json = new RenewalJson();

    public UnderWayRows(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    public void each(Consumer<Progress> work) {
        var nothing = new UUID(0, 0);
        var page = page(nothing, nothing);
        while (!page.isEmpty()) {
            page.forEach(work);
            var last = page.getLast();
            page = page(last.account().value(), last.renewal().value());
        }
    }

    /** A renewed line is only watched: its books are complete. */
    private List<Progress> page(UUID account, UUID renewal) {
        return transactions.outsideAccounts(() -> jdbc.sql("""
                select account_id, renewal_id, terms, stage, changed_at from renewal
                 where (account_id, renewal_id) > (:account, :renewal) and stage_name not in %s
                 order by account_id, renewal_id limit :limit
                """.formatted(RenewalRows.FINISHED))
                .param("account", account)
                .param("renewal", renewal)
                .param("limit", PAGE)
                .query(this::progress)
                .list());
    }

    private Progress progress(ResultSet row, int number) throws SQLException {
        var terms = json.read(Terms.class, row.getString("terms"));
        var stage = json.read(Stage.class, row.getString("stage"));
        return new Progress(
                new AccountId(row.getObject("account_id", UUID.class)),
                new RenewalId(row.getObject("renewal_id", UUID.class)),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                page(terms, stage),
                order(terms, stage));
    }

    private static Optional<Progress.Page> page(Terms terms, Stage stage) {
        var gateway = terms.payment().gateway();
        return switch (stage) {
            case Stage.AwaitingPayment awaiting ->
                Optional.of(new Progress.Page(gateway, awaiting.session().ref()));
            case Stage.Closing closing ->
                Optional.of(new Progress.Page(gateway, closing.session().ref()));
            default -> Optional.empty();
        };
    }

    private static Optional<Progress.OnItsWay> order(Terms terms, Stage stage) {
        return switch (stage) {
            case Stage.Ordering _, Stage.Resending _, Stage.Asking _ ->
                Optional.of(new Progress.OnItsWay(
                        terms.goods().connector(), terms.goods().product().wholesale()));
            default -> Optional.empty();
        };
    }
}
