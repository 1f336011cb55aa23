package dev.keepline.lines;

import dev.keepline.carriers.Snapshot;
import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import dev.keepline.lines.store.LineRows;
import dev.keepline.lines.store.SegmentRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The lines of an account. Another account's line is not there: it looks exactly like one that never was. */
@Service
public class Lines {

    private final LineRows rows;
    private final SegmentRows segments;
    private final Transactions transactions;

    public Lines(LineRows rows, SegmentRows segments, Transactions transactions) {
        this.rows = rows;
        this.segments = segments;
        this.transactions = transactions;
    }

    /** Every line of the account, in the order they were added. */
    public List<Line> of(AccountId account) {
        return transactions.oneStatement(account, () -> rows.all(account));
    }

    /** One line of the account, unless it was removed. */
    public Optional<Line> current(AccountId account, LineId line) {
        return transactions.oneStatement(account, () -> rows.current(account, line));
    }

    /** One line of the account, also one that was removed: renewals and bills still name it. */
    public Optional<Line> find(AccountId account, LineId line) {
        return transactions.oneStatement(account, () -> rows.one(account, line));
    }

    /** Adds a line. */
    public void add(AccountId account, LineId line, NewLine fresh, Instant now) {
        transactions.inAccount(account, () -> rows.insert(account, line, fresh, now));
    }

    /**
     * Puts a line of the operator's into the account's books, once. What the account kept track of under its number is
     * this line from now on.
     *
     * @param told the end of service by the operator's files
     */
    public void take(AccountId account, LineId id, NewLine line, Optional<Line.Dated> told, Instant now) {
        transactions.inAccount(account, () -> {
            if (rows.one(account, id).isEmpty()) {
                rows.insert(account, id, line, now);
                told.ifPresent(date -> rows.tell(account, id, date));
                line.identity().msisdn().ifPresent(number -> rows.replaceTracked(account, number, now));
            }
        });
    }

    /** Keeps what the carrier's record said, unless something newer is kept already. */
    public void read(AccountId account, LineId line, Snapshot snapshot) {
        transactions.inAccount(account, () -> rows.keepReading(account, line, snapshot));
    }

    /** Appends a stretch that was bought, once per renewal. It never shortens: a reading is replaced by a newer reading only. */
    public void append(AccountId account, Bought bought, Instant now) {
        transactions.inAccount(account, () -> {
            if (segments.insert(account, bought, now)) {
                bought.plan().ifPresent(plan -> segments.putOnPlan(account, bought.line(), plan));
            }
            bought.records().after().ifPresent(snapshot -> rows.keepReading(account, bought.line(), snapshot));
        });
    }

    /** The stretches of validity that were bought for the line here, newest first, those taken back among them. */
    public List<Stretch> stretches(AccountId account, LineId line) {
        return transactions.oneStatement(account, () -> segments.all(account, line));
    }

    /**
     * Takes a stretch back that the carrier reversed, once. The line is on the plan it had before, and of its record counts
     * what was read without the stretch until it is read again.
     */
    public void revoke(AccountId account, Bought bought, Instant now) {
        transactions.inAccount(account, () -> {
            if (segments.revoke(account, bought, now)) {
                segments.putBackPlan(account, bought);
                segments.putBackReading(account, bought);
            }
        });
    }
}
