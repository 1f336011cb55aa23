package dev.keepline.identity;

import dev.keepline.identity.store.ExportRows;
import dev.keepline.kernel.AccountId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Everything that is kept of an account, for its owner. */
@Service
public class Exports {

    private final ExportRows rows;

    Exports(ExportRows rows) {
        this.rows = rows;
    }

    /** A JSON object per record, by kind of record. */
    public Map<String, List<String>> of(AccountId account) {
        return rows.of(account);
    }
}
