package dev.keepline.lines;

import dev.keepline.database.Transactions;
import dev.keepline.kernel.AccountId;
import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.LineId;
import dev.keepline.kernel.Msisdn;
import dev.keepline.lines.store.LineRows;
import dev.keepline.lines.store.TrackedRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Lines that a subscriber keeps track of. What is typed here is the subscriber's own word about a line: it proves nothing,
 * reveals nothing of anybody else's line, and takes none over.
 */
@Service
public class TrackedLines {

    private final LineRows lines;
    private final TrackedRows rows;
    private final ElsewhereRules rules;
    private final LineSettings settings;
    private final Transactions transactions;

    TrackedLines(
            LineRows lines, TrackedRows rows, ElsewhereRules rules, LineSettings settings, Transactions transactions) {
        this.lines = lines;
        this.rows = rows;
        this.rules = rules;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** What came of adding a line. */
    public sealed interface Added {

        record Done() implements Added {}

        /** The account has this number already. */
        record Already(LineId line) implements Added {}

        /** The account keeps track of as many lines as it may. */
        record TooMany(int most) implements Added {}
    }

    /**
     * Adds a line by its number; only this account's own lines are looked at.
     *
     * @param profile of its SIM, as a note
     */
    public Added add(AccountId account, LineId id, NewLine fresh, Optional<Iccid> profile, Instant now) {
        if (fresh.identity().management() != Management.TRACKED) {
            throw new IllegalArgumentException("a managed line is never typed in by a subscriber");
        }
        return transactions.inAccount(account, () -> {
            rows.oneAtATime(account);
            var known = fresh.identity().msisdn().flatMap(number -> rows.byNumber(account, number));
            if (known.isPresent()) {
                return new Added.Already(known.get());
            }
            if (rows.count(account) >= settings.tracked()) {
                return new Added.TooMany(settings.tracked());
            }
            lines.insert(account, id, fresh, now);
            rows.noteProfile(account, id, profile);
            return new Added.Done();
        });
    }

    /** The account's own line of this number, kept or managed: its carrier needs no guessing. */
    public Optional<LineId> own(AccountId account, Msisdn number) {
        return transactions.inAccount(account, () -> rows.byNumber(account, number));
    }

    /**
     * What a subscriber may correct of a tracked line.
     *
     * @param endsOn the first day without service; empty to say that it is not known
     * @param profile of the SIM, as a note: nobody is asked by it and nothing is ordered for it
     */
    public record Correction(
            String carrier,
            String label,
            Line.Home home,
            Optional<String> offering,
            Optional<LocalDate> endsOn,
            Optional<Iccid> profile) {}

    /** Corrects a tracked line; a date that stays the same keeps its age. */
    public boolean correct(AccountId account, LineId line, Correction correction, Instant now) {
        return transactions.inAccount(
                account,
                () -> rows.correct(account, line, correction, now)
                        && rows.noteProfile(account, line, correction.profile()));
    }

    /** The SIM profile that the subscriber noted of a tracked line. */
    public Optional<Iccid> notedProfile(AccountId account, LineId line) {
        return transactions.oneStatement(account, () -> rows.notedProfile(account, line));
    }

    /**
     * Notes when service of a managed line ends by the subscriber's word, for a carrier whose record nobody can read.
     *
     * @param endsOn the first day without service; empty to say that it is not known
     */
    public boolean say(AccountId account, LineId line, Optional<LocalDate> endsOn, Instant now) {
        return transactions.inAccount(account, () -> rows.say(account, line, endsOn, now));
    }

    /** Gives any line of the account another name. */
    public boolean rename(AccountId account, LineId line, String label) {
        return transactions.inAccount(account, () -> rows.rename(account, line, label));
    }

    /** Notes that a line was renewed elsewhere: one that is tracked, or whose carrier nobody can read. Empty when there is none, or nobody says when service then ends. */
    public Optional<ElsewhereRules.Follows> renewedElsewhere(
            AccountId account, LineId id, Elsewhere said, Instant now) {
        return transactions.inAccount(
                account,
                () -> lines.current(account, id)
                        .flatMap(line -> rules.follows(line, said, now))
                        .map(follows -> {
                            rows.note(account, id, said, follows, now);
                            return follows;
                        }));
    }

    /** What {@link #renewedElsewhere} would make of it; changes nothing. */
    public Optional<ElsewhereRules.Follows> wouldFollow(Line line, Elsewhere said, Instant now) {
        return rules.follows(line, said, now);
    }

    /** What the subscriber noted, newest first. */
    public List<RenewedElsewhere> elsewhere(AccountId account, LineId line) {
        return transactions.oneStatement(account, () -> rows.elsewhere(account, line));
    }

    /** Takes a tracked line from the account's lines. Its renewals and bills stay as they are. */
    public boolean remove(AccountId account, LineId line, Instant now) {
        return transactions.inAccount(account, () -> rows.remove(account, line, now));
    }
}
