package dev.keepline.carriers.dtone;

import dev.keepline.kernel.Refusal;
import dev.keepline.kernel.Refusal.Why;
import java.util.Map;
import java.util.Optional;

/** What DT One's codes mean: its error codes, and the status messages of transactions that were rejected or declined. */
final class Refusals {

    private static final Map<String, Why> CODES = Map.of(
            "1003001", Why.NOT_OFFERED,
            "1003002", Why.NOT_OFFERED,
            "1003003", Why.NOT_OFFERED,
            "1007500", Why.NOT_OFFERED,
            "1005003", Why.WRONG_NUMBER);

    /** What follows REJECTED- or DECLINED-. The limits of customers and of debit parties are not explained there. */
    private static final Map<String, Why> REASONS = Map.of(
            "INVALID-CREDIT-PARTY", Why.WRONG_NUMBER,
            "BARRED-CREDIT-PARTY", Why.LINE_NOT_ACCEPTED,
            "INELIGIBLE-CREDIT-PARTY", Why.LINE_NOT_ACCEPTED,
            "LIMITATIONS-ON-CREDIT-PARTY-AMOUNT", Why.LIMIT_REACHED,
            "LIMITATIONS-ON-CREDIT-PARTY-QUANTITY", Why.LIMIT_REACHED,
            "DUPLICATED-TRANSACTION", Why.TAKEN_FOR_REPEAT,
            "OPERATOR-CURRENTLY-UNAVAILABLE", Why.CARRIER_TROUBLE,
            "LIMITATIONS-ON-OPERATOR-AMOUNT", Why.CARRIER_TROUBLE,
            "LIMITATIONS-ON-OPERATOR-QUANTITY", Why.CARRIER_TROUBLE,
            "EXCEPTION", Why.CARRIER_TROUBLE);

    private Refusals() {}

    static Refusal of(String code) {
        var reason = code.replaceFirst("^(REJECTED|DECLINED)-", "");
        var why = Optional.ofNullable(CODES.get(code)).or(() -> Optional.ofNullable(REASONS.get(reason)));
        return new Refusal(why.orElse(Why.UNKNOWN), code);
    }
}
