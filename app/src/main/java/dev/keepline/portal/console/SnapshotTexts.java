package dev.keepline.portal.console;

import dev.keepline.carriers.Allowance;
import dev.keepline.carriers.Bucket;
import dev.keepline.carriers.Snapshot;
import dev.keepline.kernel.Money;
import dev.keepline.portal.console.DeskPage.Cell;
import dev.keepline.portal.console.DeskPage.Table;
import dev.keepline.portal.words.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts words to the carrier's records of a line, side by side. */
final class SnapshotTexts {

    private static final double GIGA = 1e9;
    private static final int MINUTE = 60;

    private final DeskTexts desk;

    SnapshotTexts(DeskTexts desk) {
        this.desk = desk;
    }

    /** Before and after, allowance by allowance. */
    Table table(Optional<Snapshot> before, Optional<Snapshot> after) {
        var w = desk.w();
        var rows = new ArrayList<List<Cell>>();
        for (var allowance : Allowance.values()) {
            boolean named = Stream.of(before, after)
                    .flatMap(Optional::stream)
                    .anyMatch(one -> one.buckets().stream().anyMatch(b -> b.allowance() == allowance));
            if (named) {
                rows.add(List.of(
                        Cell.of(w.h("allowance." + allowance)),
                        Cell.of(left(before, allowance)),
                        Cell.of(left(after, allowance))));
            }
        }
        rows.add(List.of(Cell.of(w.h("record.ends")), Cell.of(ends(before)), Cell.of(ends(after))));
        rows.add(List.of(Cell.of(w.h("record.read")), Cell.of(read(before)), Cell.of(read(after))));
        return new Table(List.of(w.t("record.what"), w.t("record.before"), w.t("record.after")), rows);
    }

    private Shown left(Optional<Snapshot> record, Allowance allowance) {
        if (record.isEmpty()) {
            return Shown.text("—");
        }
        if (record.get().buckets().stream().noneMatch(bucket -> bucket.allowance() == allowance)) {
            return desk.w().h("proof.unnamed");
        }
        boolean unlimited = record.get().buckets().stream()
                .filter(bucket -> bucket.allowance() == allowance)
                .anyMatch(Bucket::unlimited);
        return unlimited
                ? desk.w().h("record.unlimited")
                : amount(allowance, record.get().left(allowance));
    }

    private Shown ends(Optional<Snapshot> record) {
        return desk.moment(record.flatMap(Snapshot::expiresAt));
    }

    private Shown read(Optional<Snapshot> record) {
        return desk.moment(record.map(Snapshot::readAt));
    }

    /** So much of an allowance, in the unit people use. */
    Shown amount(Allowance allowance, long amount) {
        var w = desk.w();
        return switch (allowance) {
            case DATA_BYTES -> Shown.unbroken(w.decimal(amount / GIGA) + " GB");
            case VOICE_SECONDS -> w.h("record.minutes", "n", amount / MINUTE);
            case MESSAGES -> w.h("record.messages", "n", amount);
            case CREDIT_CENTS -> w.money(Money.usd(amount));
        };
    }
}
