package dev.keepline.renewal;

import dev.keepline.renewal.postgres.UnderWayRows;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The renewals of all accounts on this server whose outside is ahead of our books: a report for reconciliation. */
@Service
public class RenewalsUnderWay {

    private final UnderWayRows rows;

    public RenewalsUnderWay(UnderWayRows rows) {
        this.rows = rows;
    }

    /** Each of them, in bounded pages. */
    public void each(Consumer<Progress> work) {
        rows.each(work);
    }
}
