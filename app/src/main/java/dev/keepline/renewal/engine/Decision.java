package dev.keepline.renewal.engine;

import dev.keepline.carriers.Snapshot;
import dev.keepline.ledger.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step's whole effect: committed together, or not at all.
 *
 * @param call to perform after the commit
 * @param wakeAt when to go on if nothing else happens; empty when the renewal needs no more time
 */
public record Decision(Stage next, Effects effects, Optional<Call> call, Optional<Instant> wakeAt) {

    /**
     * What is written beside the stage.
     *
     * @param settled what nobody has to look at any more, if a case of it is open
     */
    public record Effects(
            List<JournalEntry> entries,
            List<Notice> notices,
            List<CaseOpening> cases,
            Set<CaseKind> settled,
            Optional<LineEffect> line) {

        /** Nothing. */
        public static final Effects NONE = new Effects(List.of(), List.of(), List.of(), Set.of(), Optional.empty());

        public Effects {
            entries = List.copyOf(entries);
            notices = List.copyOf(notices);
            cases = List.copyOf(cases);
            settled = Set.copyOf(settled);
        }
    }

    /** What the person is told, once per renewal and kind. */
    public enum Notice {
        RENEWED,
        NOT_CHARGED,
        WAITING,
        IN_REVIEW,
        REFUNDING,
        REFUNDED,
        REFUND_FAILED,
        RETURNED,
        OWED
    }

    /** What a person of the operator has to look at, once per renewal and kind while it is open. */
    public record CaseOpening(CaseKind kind, String facts) {}

    /** Why a person has to look. */
    public enum CaseKind {
        CARRIER_SILENT,
        CARRIER_RECORD_DIFFERS,
        HOLD_ENDING,
        FLOAT_EMPTY,
        WRONG_PAYMENT,
        PAYMENT_ODD,
        RECEIVABLE,
        REVERSED,
        REFUND_STUCK,
        REFUND_FAILED,
        /** The renewal itself fails again and again, and is set aside. */
        STUCK
    }

    /** What the line's own books learn. */
    public sealed interface LineEffect {

        /** The stretch bought is the line's. */
        record Append(Evidence evidence) implements LineEffect {}

        /** The stretch bought is the line's no longer: what it changed there is as it was before. */
        record Revoke(Evidence evidence) implements LineEffect {}

        /** The carrier's record as it is now. */
        record Seen(Snapshot snapshot) implements LineEffect {}
    }

    static Decision to(Stage next) {
        return new Decision(next, Effects.NONE, Optional.empty(), Optional.empty());
    }

    Decision call(Call wanted) {
        return new Decision(next, effects, Optional.of(wanted), wakeAt);
    }

    Decision wakeAt(Instant at) {
        return new Decision(next, effects, call, Optional.of(at));
    }

    Decision book(JournalEntry entry) {
        return with(new Effects(
                add(effects.entries, entry), effects.notices, effects.cases, effects.settled, effects.line));
    }

    Decision tell(Notice notice) {
        return with(new Effects(
                effects.entries, add(effects.notices, notice), effects.cases, effects.settled, effects.line));
    }

    Decision open(CaseKind kind, String facts) {
        var cases = add(effects.cases, new CaseOpening(kind, facts));
        return with(new Effects(effects.entries, effects.notices, cases, effects.settled, effects.line));
    }

    /** The money is where it belongs: what waited for that is over. */
    Decision settle(Set<CaseKind> kinds) {
        return with(new Effects(effects.entries, effects.notices, effects.cases, kinds, effects.line));
    }

    Decision line(LineEffect effect) {
        return with(new Effects(effects.entries, effects.notices, effects.cases, effects.settled, Optional.of(effect)));
    }

    private Decision with(Effects more) {
        return new Decision(next, more, call, wakeAt);
    }

    private static <T> List<T> add(List<T> list, T item) {
        var longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
