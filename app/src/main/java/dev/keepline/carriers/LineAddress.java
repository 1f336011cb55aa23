package dev.keepline.carriers;

import dev.keepline.kernel.Iccid;
import dev.keepline.kernel.Msisdn;

/** Where a carrier finds a line: by the number of its SIM profile or by its telephone number. */
public sealed interface LineAddress {

    record ByIccid(Iccid iccid) implements LineAddress {}

    record ByMsisdn(Msisdn msisdn) implements LineAddress {}
}
