package dev.keepline.imports;

import dev.keepline.database.Transactions;
import dev.keepline.imports.store.BroughtRows;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.LineId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The lines that the operator brought along, for its staff: found, listed, and taken back while nobody has claimed them. */
@Service
public class BroughtLines {

    private final BroughtRows rows;
    private final Transactions transactions;

    BroughtLines(BroughtRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Which of them; what is empty does not matter. */
    public record Filter(Optional<ImportId> file, Optional<BroughtLine.State> state) {}

    /** Some of them, and how many there are in all. */
    public record Page(List<BroughtLine> lines, int all) {}

    /** Those of the newest imports first. */
    public Page list(Filter filter, int from, int most, Instant now) {
        return transactions.inAccount(
                Invitations.OPERATOR, () -> new Page(rows.list(filter, from, most, now), rows.count(filter, now)));
    }

    /** Lines by a part of reference, label or e-mail, by the last digits of number or profile, or by six and more within them. */
    public List<BroughtLine> find(String typed, int most, Instant now) {
        return transactions.inAccount(Invitations.OPERATOR, () -> rows.find(typed.strip(), most, now));
    }

    public Optional<BroughtLine> line(LineId id, Instant now) {
        return transactions.inAccount(Invitations.OPERATOR, () -> rows.line(id, now));
    }

    /**
     * Who takes lines back, and why.
     *
     * @param reason in words
     */
    public record Withdrawal(AccountId staff, String reason, Instant at) {}

    /**
     * Takes a line back: its invitation opens nothing any more, and its number and profile can be imported again.
     *
     * @return false where it was claimed, or taken back before
     */
    public boolean withdraw(LineId id, Withdrawal why) {
        return transactions.outsideAccounts(() -> {
            rows.oneAtATime();
            return rows.withdrawLine(id, why) > 0;
        });
    }

    /** Takes back all lines of a file that nobody has claimed. @return how many */
    public int withdraw(ImportId file, Withdrawal why) {
        return transactions.outsideAccounts(() -> {
            rows.oneAtATime();
            return rows.withdrawFile(file, why);
        });
    }

    /** What was taken back of a file. */
    public record Withdrawn(int lines, String reason, Instant at) {}

    /** What was taken back of a file, by reason, the newest first. */
    public List<Withdrawn> withdrawn(ImportId file) {
        return transactions.outsideAccounts(() -> rows.withdrawn(file));
    }
}
