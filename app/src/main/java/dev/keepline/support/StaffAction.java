package dev.keepline.support;

import dev.keepline.kernel.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * What somebody of the operator did or looked at.
 *
 * @param account whom it concerns; the searcher's own for a search
 * @param action for example {@code renewal.STOP} or {@code customer.look}
 * @param reference what it was done to, by its id, or what was searched for
 * @param reason in the words of who did it; empty for a look
 * @param outcome for example {@code DONE}
 */
public record StaffAction(
        AccountId account,
        AccountId staff,
        String action,
        String reference,
        String reason,
        String outcome,
        Instant at) {

    private static final String WANTED = "WANTED";

    /**
     * One row an act: what was wanted is left out where what came of it stands there as well.
     *
     * @param newestFirst as the book gives them
     */
    public static List<StaffAction> acts(List<StaffAction> newestFirst) {
        var ended = new HashMap<List<Object>, Integer>();
        var acts = new ArrayList<StaffAction>();
        for (var one : newestFirst) {
            var key = List.<Object>of(one.account, one.staff, one.action, one.reference, one.reason);
            if (!one.outcome.equals(WANTED)) {
                ended.merge(key, 1, Integer::sum);
                acts.add(one);
            } else if (ended.getOrDefault(key, 0) == 0) {
                acts.add(one);
            } else {
                ended.merge(key, -1, Integer::sum);
            }
        }
        return List.copyOf(acts);
    }
}
