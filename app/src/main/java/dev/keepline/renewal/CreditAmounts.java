package dev.keepline.renewal;

import dev.keepline.carriers.Amounts;
import dev.keepline.catalog.Fulfilment;
import dev.keepline.catalog.Offering;
import dev.keepline.kernel.Outcome;
import dev.keepline.kernel.Refusal.Why;
import dev.keepline.renewal.outside.Counterparts;
import java.util.List;
import java.util.Optional;

/** Which amounts of credit can really be bought today. Asks the connector, which may take a while; nothing is bought. */
public class CreditAmounts {

    private final Counterparts counterparts;

    CreditAmounts(Counterparts counterparts) {
        this.counterparts = counterparts;
    }

    /** None at all where the connector sells none; empty where nobody can say now. */
    public Optional<List<Amounts>> of(Offering offering) {
        return offering.fulfilment() instanceof Fulfilment.Credit credit
                ? counterparts.find(credit.connector()).flatMap(connector -> switch (connector.amounts(
                        credit.operator().name())) {
                    case Outcome.Done<List<Amounts>>(var sold) -> Optional.of(sold);
                    case Outcome.Refused<List<Amounts>>(var refusal) ->
                        refusal.why() == Why.NOT_OFFERED ? Optional.of(List.<Amounts>of()) : Optional.empty();
                    case Outcome.Accepted<List<Amounts>> _,
                            Outcome.NotDone<List<Amounts>> _,
                            Outcome.Unknown<List<Amounts>> _ -> Optional.<List<Amounts>>empty();
                })
                : Optional.empty();
    }
}
